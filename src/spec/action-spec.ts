import type { Kind } from './kind.js';
import type { Rule } from './rules.js';

/**
 * One input. `required` means that the author must give it; `preset` is the text that stands when nothing is given,
 * written here and nowhere else. The result is typed as absent only when neither is there.
 */
export interface InputSpec<T = unknown, Absent = unknown> {
  readonly kind: Kind<T, Absent>;
  /** For action.yml and the README, in Markdown. The first sentence must stand by itself. */
  readonly description: string;
  readonly required?: true;
  readonly preset?: string;
  /** Masked before anything else is done with it, and never shown in a problem. */
  readonly secret?: true;
  /**
   * Taken as it is written, white space at its ends included, and never shown in a problem: it holds values of the
   * author's, such as those of environment variables.
   */
  readonly verbatim?: true;
  /** Environment variables that stand in for the input, the first that is set. */
  readonly environment?: readonly string[];
}

export interface OutputSpec {
  readonly description: string;
}

export interface ActionSpec<I extends InputSpecs = InputSpecs, O extends OutputSpecs = OutputSpecs> {
  /** Folder name: `ecs-blue-green`. */
  readonly name: string;
  /** Title, shown in the marketplace and in logs. */
  readonly title: string;
  readonly description: string;
  /** https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#branding */
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: I;
  readonly outputs: O;
  /** What must hold between inputs. */
  readonly rules?: readonly Rule<Values<I>>[];
  /** Former name → present name. The former one fails and names the present one. */
  readonly renamed?: Readonly<Record<string, keyof I & string>>;
  /** Whether the action finishes in `post` what `main` left. */
  readonly post?: true;
}

/** Any action's spec, for code that works on all of them. */
export type AnySpec = Omit<ActionSpec, 'rules' | 'renamed'> & {
  readonly rules?: readonly Rule<never>[];
  readonly renamed?: Readonly<Record<string, string>>;
};

export type OutputSpecs = Readonly<Record<string, OutputSpec>>;

export type InputSpecs = Readonly<Record<string, InputSpec>>;

/** `listener-rule-arn` → `listenerRuleArn`. */
export type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

type ValueOf<I> = I extends { readonly kind: Kind<infer T, infer Absent> }
  ? I extends { readonly required: true } | { readonly preset: string }
    ? T
    : T | Absent
  : never;

/** The typed values of a spec's inputs, under camel-case names. Durations are in milliseconds, percentages from 0 to 100. */
export type Values<I> = { readonly [Name in keyof I & string as CamelCase<Name>]: ValueOf<I[Name]> };

/** The typed inputs of an action: `Inputs<typeof spec>`. */
export type Inputs<S extends { readonly inputs: unknown }> = Values<S['inputs']>;

/** The names of an action's outputs: `OutputName<typeof spec>`. */
export type OutputName<S extends { readonly outputs: unknown }> = keyof S['outputs'] & string;

/** What an action sets: every output, as text. */
export type Outputs<S extends { readonly outputs: unknown }> = Readonly<Record<OutputName<S>, string>>;

export function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Declares an action. Returns the spec itself; its only work is to give the types their exact names. */
export function defineAction<const I extends InputSpecs, const O extends OutputSpecs>(
  spec: ActionSpec<I, O>,
): ActionSpec<I, O> {
  return spec;
}
