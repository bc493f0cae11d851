import { type Reading, read, wrong } from './kind.js';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a text that must be a JSON object, of whatever members. */
export function parseJsonObject(given: string): Reading<JsonObject> {
  let value: unknown;
  try {
    value = JSON.parse(given);
  } catch (error) {
    return wrong(`is not JSON: ${(error as Error).message}`);
  }
  return isJsonObject(value) ? read(value) : wrong('is not a JSON object');
}
