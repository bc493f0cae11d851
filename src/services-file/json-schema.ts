import type { InputSpec } from '../spec/action-spec.js';
import type { Kind } from '../spec/kind.js';
import type { Fields, ListShape, Shape } from './shape.js';

/** As much of JSON Schema as is written here. https://json-schema.org/draft-07/json-schema-release-notes */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * The JSON Schema of a shape, for editors. It is coarser than the reader: what it refuses the reader refuses, but what
 * a text must be like (a duration, a path) is told by the reader alone, and what must hold between services.
 */
export function jsonSchemaOf(shape: Shape): JsonSchema {
  switch (shape.is) {
    case 'scalar':
      return scalarSchema(shape.kind);
    case 'list':
      return { type: 'array', items: jsonSchemaOf(shape.of), ...(isUnique(shape) ? { uniqueItems: true } : {}) };
    case 'mapping':
      // An entry of which nothing is said is a name with nothing behind it.
      return { type: 'object', additionalProperties: { ...jsonSchemaOf(shape.of), type: ['object', 'null'] } };
    case 'record':
      return recordSchema(shape.fields);
    case 'settings':
      return {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(shape.inputs).map(([name, input]) => [
            name,
            { description: plain(input.description), ...settingSchema(input) },
          ]),
        ),
      };
  }
}

/** What the reader compares item by item is only what is plain. */
const isUnique = (shape: ListShape): boolean => !shape.repeats && shape.of.is === 'scalar';

function recordSchema(fields: Fields): JsonSchema {
  const required = Object.keys(fields).filter((name) => fields[name]?.required);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, { shape, description, otherwise }]) => {
        const text = otherwise === undefined ? description : `${description} Otherwise: ${otherwise}.`;
        return [name, { description: plain(text), ...jsonSchemaOf(shape) }];
      }),
    ),
  };
}

function scalarSchema(kind: Kind<unknown, unknown>): JsonSchema {
  if (kind.workflowType === 'boolean') return { enum: [true, false, ...(kind.values ?? [])] };
  if (kind.workflowType === 'number') return { type: ['integer', 'string'] };
  return kind.values === undefined ? { type: 'string', minLength: 1 } : { type: 'string', enum: kind.values };
}

/** A setting of several lines may be written as a list or a mapping too. */
function settingSchema({ kind, verbatim }: InputSpec): JsonSchema {
  if (kind.workflowType !== undefined || kind.values !== undefined) return scalarSchema(kind);
  const line = { type: verbatim ? 'string' : ['string', 'number'] };
  const some = (keyword: string) => (verbatim ? {} : { [keyword]: 1 });
  return {
    anyOf: [
      scalarSchema(kind),
      { type: 'array', ...some('minItems'), items: line },
      { type: 'object', ...some('minProperties'), additionalProperties: line },
    ],
  };
}

/** Editors show descriptions as they are. */
const plain = (markdown: string): string => markdown.replaceAll('`', '');
