/** What is wrong with values that are not of the type that ECS takes, and how to write them. */

export type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

const called: Readonly<Record<string, string>> = {
  text: 'a text',
  integer: 'a whole number',
  boolean: 'true or false',
};

const wanted = (type: string): string =>
  type.endsWith('[]') ? 'a list' : type === '{text}' ? 'a map of texts' : (called[type] ?? 'an object');

/**
 * Nothing, or what is wrong. `written` is how a number stands in the file: an account such as 012345678901 has a zero more
 * in quotes than as a number. ECS converts no types: a number where it takes a text is a SerializationException, and so is
 * a text where it takes a number. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export function typeProblem(value: unknown, type: string, written?: string): string | undefined {
  if (fits(value, type)) return undefined;
  return `is ${seenAs(value)}, and ECS takes ${wanted(type)} here${howToWrite(value, type, written)}`;
}

function fits(value: unknown, type: string): boolean {
  if (type.endsWith('[]')) return Array.isArray(value);
  if (type === 'text') return typeof value === 'string';
  // A 32-bit integer. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
  if (type === 'integer') return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
  if (type === 'boolean') return typeof value === 'boolean';
  return isMembers(value);
}

function seenAs(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'a text' : `the ${typeof value} ${String(value)}`;
}

function howToWrite(value: unknown, type: string, written: string | undefined): string {
  if (type === 'text' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `: write it in quotes, "${written ?? String(value)}"`;
  }
  if (type === 'text' && value === null) return ': write "" for an empty one';
  if (typeof value !== 'string') return '';
  const text = value.trim();
  if (type === 'integer' && /^-?\d{1,10}$/.test(text)) return `: write ${text} without quotes`;
  if (type === 'boolean' && /^(true|false)$/i.test(text)) return `: write ${text.toLowerCase()} without quotes`;
  if (type === 'text[]') return ': write each word as an item of its own, ["like", "this"]';
  return '';
}
