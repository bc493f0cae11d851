import { type CamelCase, camelCase, type InputSpecs } from '../spec/action-spec.js';
import type { Kind } from '../spec/kind.js';

/**
 * What a file may hold, as data. From one shape come the reader and its messages, the JSON Schema for editors and the
 * tables of the guide, so that they cannot say different things.
 */
export type Shape = ScalarShape | ListShape | MappingShape | RecordShape | SettingsShape;

export interface ScalarShape<T = unknown> {
  readonly is: 'scalar';
  readonly kind: Kind<T, unknown>;
}

export interface ListShape<S extends Shape = Shape> {
  readonly is: 'list';
  readonly of: S;
  /** Whether an item may come more than once. */
  readonly repeats?: true;
}

/** Names that the author chooses, each with a record of one shape. */
export interface MappingShape<S extends RecordShape = RecordShape> {
  readonly is: 'mapping';
  readonly key: Kind<string, unknown>;
  readonly of: S;
}

/** Names that are known, each with a shape of its own. */
export interface RecordShape<F extends Fields = Fields> {
  readonly is: 'record';
  readonly fields: F;
}

/**
 * Inputs of an action under their own names. Each is checked here, but handed on as the text that the action's input would
 * be: the action puts it in place of its own and checks the rules between them.
 */
export interface SettingsShape {
  readonly is: 'settings';
  readonly inputs: InputSpecs;
}

export interface Field<S extends Shape = Shape> {
  readonly shape: S;
  /** In Markdown. The first sentence must stand by itself. */
  readonly description: string;
  readonly required?: true;
  /** What holds when nothing is written, in words. Who reads the file puts it in. */
  readonly otherwise?: string;
}

export type Fields = Readonly<Record<string, Field>>;

/** What reading a value of the shape gives; names are in camel case, durations in milliseconds. */
export type Value<S> =
  S extends ScalarShape<infer T>
    ? T
    : S extends { readonly is: 'list'; readonly of: infer Item }
      ? readonly Value<Item>[]
      : S extends { readonly is: 'mapping'; readonly of: infer Item }
        ? ReadonlyMap<string, Value<Item>>
        : S extends { readonly is: 'record'; readonly fields: infer F }
          ? RecordValue<F>
          : S extends SettingsShape
            ? Readonly<Record<string, string>>
            : never;

type RecordValue<F> = {
  readonly [Name in keyof F & string as F[Name] extends { readonly required: true } ? CamelCase<Name> : never]: Value<
    F[Name] extends { readonly shape: infer S } ? S : never
  >;
} & {
  readonly [Name in keyof F & string as F[Name] extends { readonly required: true } ? never : CamelCase<Name>]?: Value<
    F[Name] extends { readonly shape: infer S } ? S : never
  >;
};

export const scalar = <T, A>(kind: Kind<T, A>): ScalarShape<T> => ({ is: 'scalar', kind });

export const list = <const S extends Shape>(of: S): ListShape<S> => ({ is: 'list', of });

export const words = <const S extends Shape>(of: S): ListShape<S> => ({ is: 'list', of, repeats: true });

export const mapping = <A, const S extends RecordShape>(key: Kind<string, A>, of: S): MappingShape<S> => ({
  is: 'mapping',
  key,
  of,
});

export const record = <const F extends Fields>(fields: F): RecordShape<F> => ({ is: 'record', fields });

export const settings = (inputs: InputSpecs): SettingsShape => ({ is: 'settings', inputs });

/** The name of a field in what was read. */
export const fieldName = camelCase;
