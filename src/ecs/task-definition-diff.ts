import { isMembers, type Members } from './member-type.js';
import { hidesItsValue, withoutSecrets } from './secret-words.js';
import type { TaskDefinition } from './task-definition.js';
import { plainForm } from './task-definition-defaults.js';

/** One difference, as people call it. Its texts hold no secret. */
export interface DiffLine {
  readonly change: 'added' | 'removed' | 'changed';
  /** `container app: image`, `container app: environment LOG_LEVEL`, `cpu`. */
  readonly what: string;
  /** What it was and what it is; absent where there is none, and where the value is not shown. */
  readonly from?: string;
  readonly to?: string;
}

/**
 * How two definitions differ in what would run, container by container and name by name; nothing when they run the same. A
 * value of an environment variable is never shown, because nobody can tell which of them are secrets: only that it changed.
 * What a secret refers to is no secret and is shown. Labels and log options are shown unless their name says that they are
 * secret, and passwords are taken out of commands.
 */
export function diffDefinitions(from: TaskDefinition, to: TaskDefinition): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  compare(plainForm(from), plainForm(to), [], lines);
  return lines;
}

/** Lists whose items have a name: they are compared name by name, and where they stand is told only for containers. */
const nameOfItem = new Map(
  Object.entries({
    containerDefinitions: 'name',
    environment: 'name',
    secrets: 'name',
    secretOptions: 'name',
    volumes: 'name',
    tags: 'key',
    ulimits: 'name',
    systemControls: 'namespace',
    mountPoints: 'containerPath',
    portMappings: 'containerPort',
    dependsOn: 'containerName',
  }),
);

/** How a part of a path is called, where its key is not how people say it. */
const calledAs = new Map(
  Object.entries({
    containerDefinitions: 'container',
    secrets: 'secret',
    volumes: 'volume',
    tags: 'tag',
    dockerLabels: 'label',
    mountPoints: 'mount',
    portMappings: 'port',
    systemControls: 'system control',
  }),
);

interface Segment {
  /** The key, or the name of an item. */
  readonly text: string;
  readonly kind: 'key' | 'item';
}

type Path = readonly Segment[];

function compare(from: unknown, to: unknown, path: Path, lines: DiffLine[]): void {
  if (sameText(from) === sameText(to)) return;
  const key = path.findLast(({ kind }) => kind === 'key')?.text ?? '';
  const isList = Array.isArray(from) || Array.isArray(to);
  const byName = isList && path.at(-1)?.kind === 'key' ? nameOfItem.get(key) : undefined;
  if (byName !== undefined) {
    const [before, after] = [named(from, byName), named(to, byName)];
    if (before !== undefined && after !== undefined) {
      compareMembers(before, after, path, 'item', lines);
      if (key === 'containerDefinitions') compareOrder(Object.keys(before), Object.keys(after), lines);
      return;
    }
  }
  // The first label is one label more, not labels where there were none.
  const none = key === 'dockerLabels' && path.at(-1)?.kind === 'key' ? {} : undefined;
  const [before, after] = [from ?? none, to ?? none];
  if (isMembers(before) && isMembers(after)) compareMembers(before, after, path, 'key', lines);
  else lines.push(lineOf(from, to, path));
}

function compareMembers(from: Members, to: Members, path: Path, kind: Segment['kind'], lines: DiffLine[]): void {
  for (const text of new Set([...Object.keys(from), ...Object.keys(to)])) {
    compare(own(from, text), own(to, text), [...path, { text, kind }], lines);
  }
}

/** A label may be called constructor, and every object has one. */
const own = (members: Members, key: string): unknown => (Object.hasOwn(members, key) ? members[key] : undefined);

/** Where containers stand is kept by ECS, and a definition that only moves them is another one. */
function compareOrder(from: readonly string[], to: readonly string[], lines: DiffLine[]): void {
  const [before, after] = [from.filter((name) => to.includes(name)), to.filter((name) => from.includes(name))];
  if (before.join('\n') === after.join('\n')) return;
  lines.push({ change: 'changed', what: 'order of containers', from: before.join(', '), to: after.join(', ') });
}

/** Items by name; nothing when two have the same name or one has none. */
function named(value: unknown, key: string): Members | undefined {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const entries = items.map((item) => [isMembers(item) ? String(item[key] ?? '') : '', item] as const);
  const names = new Set(entries.map(([name]) => name));
  return names.size === entries.length && !names.has('') ? ordered(entries) : undefined;
}

/** An object would put names that are numbers first. */
function ordered(entries: readonly (readonly [string, unknown])[]): Members {
  return Object.fromEntries(entries);
}

function lineOf(from: unknown, to: unknown, path: Path): DiffLine {
  const change = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
  const what = whatIs(path);
  // Names of containers and volumes are no keys: one that is called token-service hides nothing.
  const isSecret = hidesItsValue(path.filter(({ kind }) => kind === 'key').map(({ text }) => text));
  const shown = (value: unknown) => (isSecret || value === undefined ? undefined : shownAs(value, path));
  const [before, after] = [shown(from), shown(to)];
  return {
    change,
    what,
    ...(before === undefined ? {} : { from: before }),
    ...(after === undefined ? {} : { to: after }),
  };
}

function whatIs(path: Path): string {
  const words = path.map(({ text, kind }) => (kind === 'item' ? text : (calledAs.get(text) ?? text)));
  const isContainer = path[0]?.text === 'containerDefinitions' && path.length > 2;
  return isContainer ? `container ${words[1]}: ${parts(words.slice(2))}` : parts(words);
}

/** `environment LOG_LEVEL`: the member's own `value` or `valueFrom` says nothing more. */
const parts = (words: readonly string[]): string =>
  (/^value(From)?$/.test(words.at(-1) ?? '') ? words.slice(0, -1) : words).join(' ');

/** A value in a line. What is added or removed as a whole (a container, a variable) is told by its name and gist. */
function shownAs(value: unknown, path: Path): string | undefined {
  const key = path[0]?.text ?? '';
  const last = path.at(-1);
  if (isMembers(value)) {
    if (last?.kind === 'item' && key === 'containerDefinitions' && path.length === 2) return String(value.image ?? '');
    if (typeof value.valueFrom === 'string') return value.valueFrom;
  }
  return withoutSecrets(value);
}

/** The same for the same data, in whatever order keys stand. */
function sameText(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      isMembers(part) ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1))) : part,
    ) ?? ''
  );
}

/** The lines for a log. */
export function diffText(lines: readonly DiffLine[]): readonly string[] {
  return lines.map((line) => `${signs[line.change]} ${line.what}${valueText(line)}`);
}

const signs = { added: '+', removed: '-', changed: '~' } as const;

function valueText({ change, from, to }: DiffLine): string {
  if (change !== 'changed') return (to ?? from) === undefined ? ` ${change}` : `: ${to ?? from}`;
  return from === undefined || to === undefined ? ' changed (the value is not shown)' : `: ${from} → ${to}`;
}

/** The lines as a Markdown table. */
export function diffMarkdown(lines: readonly DiffLine[]): string {
  if (lines.length === 0) return 'The task definition is the one that runs now.';
  const rows = lines.map(({ change, what, from, to }) => {
    const hidden = change === 'changed' && (from === undefined || to === undefined);
    return `| ${change} | ${code(what)} | ${hidden ? '*not shown*' : code(from)} | ${hidden ? '*not shown*' : code(to)} |`;
  });
  return ['| | What | Now | New |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** https://github.github.com/gfm/#tables-extension-: a bar ends a cell, in code as well. */
function code(text: string | undefined): string {
  if (text === undefined || text === '') return '';
  const line = text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const fence = '`'.repeat(Math.max(0, ...(line.match(/`+/g) ?? []).map((ticks) => ticks.length)) + 1);
  return fence.length === 1 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}
