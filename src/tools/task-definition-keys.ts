import { RegisterTaskDefinitionRequest$, TaskDefinition$ } from '@aws-sdk/client-ecs';
import { NormalizedSchema } from '@smithy/core/schema';

/** Where the table of a task definition's keys is kept. */
export const TASK_DEFINITION_KEYS = 'src/ecs/task-definition-keys.ts';

/**
 * The keys of a task definition as a source file, from the schemas that the SDK's client exports: the pure folder that
 * reads task definitions imports no SDK, and nobody types a table of two hundred keys.
 */
export function taskDefinitionKeys(): string {
  const register = NormalizedSchema.of(RegisterTaskDefinitionRequest$ as never);
  const objects = new Map<string, readonly string[]>();
  collect(register, objects);
  const taken = new Set([...register.structIterator()].map(([key]) => key));
  const onlyDescribed = [...NormalizedSchema.of(TaskDefinition$ as never).structIterator()]
    .map(([key]) => key)
    .filter((key) => !taken.has(key));
  return `// Written by npm run generate from the schemas of @aws-sdk/client-ecs. Do not edit.

/**
 * Each object of RegisterTaskDefinition with its keys and what each takes: \`text\`, \`integer\`, \`boolean\`, the name of an
 * object, a list of these (\`…[]\`) or a map of texts (\`{text}\`). \`!\` marks what must be there.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export const objects: Readonly<Record<string, Readonly<Record<string, string>>>> = {
${[...objects].map(([name, lines]) => `  ${name}: {\n${lines.map((line) => `    ${line},\n`).join('')}  },\n`).join('')}};

/** The object that a task definition is. */
export const root = '${register.getName(false)}';

/**
 * What DescribeTaskDefinition answers and RegisterTaskDefinition does not take.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
 */
export const onlyDescribed: readonly string[] = [
${onlyDescribed.map((key) => `  '${key}',\n`).join('')}];
`;
}

function collect(struct: NormalizedSchema, into: Map<string, readonly string[]>): void {
  const name = nameOf(struct);
  if (into.has(name)) return;
  const members = [...struct.structIterator()];
  // The first so many members of a structure are the required ones: the seventh part of its schema says how many.
  const required = Number((struct.getSchema() as readonly unknown[])[6] ?? 0);
  into.set(
    name,
    members.map(([key, member], index) => `${key}: '${typeOf(member)}${index < required ? '!' : ''}'`),
  );
  for (const [, member] of members) {
    const inner = member.isListSchema() ? member.getValueSchema() : member;
    if (inner.isStructSchema()) collect(inner, into);
  }
}

const nameOf = (struct: NormalizedSchema): string => struct.getName(false) ?? '';

/** @throws TypeError for a type that RegisterTaskDefinition did not have when this was written */
function typeOf(schema: NormalizedSchema): string {
  if (schema.isListSchema()) return `${typeOf(schema.getValueSchema())}[]`;
  if (schema.isMapSchema() && schema.getValueSchema().isStringSchema()) return '{text}';
  if (schema.isStructSchema()) return nameOf(schema);
  if (schema.isStringSchema()) return 'text';
  // All numbers of RegisterTaskDefinition are whole.
  if (schema.isNumericSchema()) return 'integer';
  if (schema.isBooleanSchema()) return 'boolean';
  throw new TypeError(`RegisterTaskDefinition takes something that no rule here knows: ${schema.getName(true)}`);
}
