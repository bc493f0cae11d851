import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { operationShape, type Shape, type StructShape } from './shape.js';

/** struct → member → name of the enumeration that the SDK exports. */
export type EnumMembers = Record<string, Record<string, string>>;

/**
 * Which members of a service's requests are enumerations. The SDK's schemas do not say (an enumeration is a string
 * there), its type declarations do; `enum-table.ts` is this, written down, so that nothing is read at run time.
 *
 * @param clientFile any file at the root of the client's `dist-*` folder
 */
export function enumMembers(
  sdk: Readonly<Record<string, unknown>>,
  clientFile: string,
  operations: readonly string[],
): EnumMembers {
  const declared = declaredEnums(join(dirname(clientFile), '..', 'dist-types', 'models'), sdk);
  const found: EnumMembers = {};
  const seen = new Set<Shape>();
  const visit = (shape: Shape): void => {
    if (seen.has(shape)) return;
    seen.add(shape);
    if (shape.kind === 'list' || shape.kind === 'map') visit(shape.of.shape);
    if (shape.kind !== 'struct') return;
    const members = declared.get(shape.name);
    const mine = membersOf(shape, members);
    if (Object.keys(mine).length > 0) found[shape.name] = mine;
    for (const member of shape.members.values()) visit(member.shape);
  };
  for (const name of operations) {
    const input = operationShape(sdk, name)?.input;
    if (input !== undefined) visit(input);
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function membersOf(shape: StructShape, declared: ReadonlyMap<string, string> | undefined): Record<string, string> {
  return Object.fromEntries([...(declared ?? [])].filter(([member]) => shape.members.has(member)));
}

function declaredEnums(folder: string, sdk: Readonly<Record<string, unknown>>): Map<string, Map<string, string>> {
  const structs = new Map<string, Map<string, string>>();
  for (const file of readdirSync(folder).filter((name) => /^models_\d+\.d\.ts$/.test(name))) {
    let members: Map<string, string> | undefined;
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const opening = /^export interface (\w+)/.exec(line);
      if (opening !== null) {
        members = new Map();
        structs.set(opening[1]!, members);
      }
      const member = /^ {4}(\w+)\??: (?:\()?(\w+)(?: \| undefined\))?(?:\[\])?(?: \| undefined)?;$/.exec(line);
      if (member === null || members === undefined) continue;
      if (isEnum(sdk[member[2]!])) members.set(member[1]!, member[2]!);
    }
  }
  return structs;
}

function isEnum(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');
}
