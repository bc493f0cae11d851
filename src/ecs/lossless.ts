import { pathText } from './member-path.js';
import { isMembers } from './member-type.js';
import type { TaskDefinition } from './task-definition.js';
import { plainForm } from './task-definition-defaults.js';
import { diffDefinitions } from './task-definition-diff.js';

/** What a round trip through ECS did to a task definition. Both are empty when it came back as it went. */
export interface RoundTrip {
  /** Members that were sent and did not come back as they were, by their paths in what was sent. */
  readonly lost: readonly { readonly path: readonly (string | number)[]; readonly words: string }[];
  /** What came back and was not sent, beyond what ECS fills in (`plainForm`). */
  readonly invented: readonly string[];
}

/** Compares what was sent with what DescribeTaskDefinition answers for it. */
export function roundTrip(sent: TaskDefinition, described: TaskDefinition): RoundTrip {
  const lost: { path: readonly (string | number)[]; words: string }[] = [];
  compare(sent, comparable(sent, described), [], lost);
  return { lost, invented: lost.length > 0 ? [] : diffDefinitions(sent, described).map(({ what }) => what) };
}

/** `1 vCPU` comes back as 1024: the one value that ECS writes in another way. */
function comparable(sent: TaskDefinition, described: TaskDefinition): TaskDefinition {
  const [a, b] = [plainForm(sent), plainForm(described)];
  const sizes = (['cpu', 'memory'] as const).filter((key) => typeof sent[key] === 'string' && a[key] === b[key]);
  return { ...described, ...Object.fromEntries(sizes.map((key) => [key, sent[key]])) };
}

type Path = readonly (string | number)[];

function compare(sent: unknown, came: unknown, path: Path, lost: { path: Path; words: string }[]): void {
  const members = isMembers(sent) ? Object.entries(sent) : Array.isArray(sent) ? [...sent.entries()] : undefined;
  const isSame =
    members === undefined
      ? Object.is(sent, came)
      : Array.isArray(sent)
        ? Array.isArray(came) && came.length === sent.length
        : isMembers(came);
  if (!isSame) {
    const how = came === undefined ? 'did not come back' : 'came back as something else';
    lost.push({ path, words: `${pathText(path)} ${how}` });
  } else if (members !== undefined) {
    for (const [key, member] of members) {
      const found = Array.isArray(came) ? (came as unknown[])[key as number] : (came as Record<string, unknown>)[key];
      compare(member, found, [...path, key], lost);
    }
  }
}
