import type { CloudService } from '../contract.js';
import { enumTable } from './enum-table.js';

const values = new WeakMap<object, readonly string[]>();

/** The accepted strings of a request member, or undefined when it is free text. */
export function enumOf(service: CloudService, struct: string, member: string): readonly string[] | undefined {
  const name = enumTable[service.id][struct]?.[member];
  const declared = name === undefined ? undefined : service.sdk[name];
  if (typeof declared !== 'object' || declared === null) return undefined;
  let accepted = values.get(declared);
  if (accepted === undefined) {
    accepted = Object.values(declared).map(String);
    values.set(declared, accepted);
  }
  return accepted;
}
