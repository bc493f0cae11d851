import { type Path, type Place, readDocument } from '../text/document.js';
import type { Allowance } from './allowance.js';

export interface AllowListProblem {
  readonly at: Place;
  /** A whole sentence without its end. */
  readonly wrong: string;
}

export type AllowListRead =
  | { readonly ok: true; readonly allowances: readonly Allowance[] }
  | { readonly ok: false; readonly problems: readonly AllowListProblem[] };

const MEMBERS = ['id', 'package', 'reason', 'expires'];

/** Reads the list, YAML or JSON: entries of `id`, `reason`, `expires` and perhaps `package`. Every problem is told. */
export function readAllowList(text: string, fileName: string): AllowListRead {
  const reading = readDocument(text, fileName);
  if (!reading.ok) return { ok: false, problems: [{ at: reading.at, wrong: reading.wrong }] };
  const { document } = reading;
  const problems: AllowListProblem[] = [];
  const tell = (path: Path, wrong: string): void => {
    problems.push({ at: document.placeOf(path) ?? document.placeOf([]) ?? { line: 1, column: 1 }, wrong });
  };
  if (!Array.isArray(document.value)) {
    tell([], 'a list is expected: one "- id: …" per weakness');
    return { ok: false, problems };
  }
  const seen = new Set<string>();
  const allowances = document.value.flatMap((entry: unknown, index): Allowance[] => {
    const found = problems.length;
    const allowance = allowanceOf(entry, (member, wrong) =>
      tell(member === undefined ? [index] : [index, member], wrong),
    );
    if (allowance === undefined || problems.length > found) return [];
    const key = JSON.stringify([allowance.id.toLowerCase(), allowance.package ?? '']);
    if (seen.has(key)) tell([index], `${allowance.id} stands here for the second time`);
    seen.add(key);
    return [allowance];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, allowances };
}

function allowanceOf(entry: unknown, tell: (member: string | undefined, wrong: string) => void): Allowance | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    tell(undefined, 'an entry with id, reason and expires is expected');
    return undefined;
  }
  const members = entry as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(members)) {
    if (!MEMBERS.includes(name)) tell(name, `${name} is not known here; accepted are ${MEMBERS.join(', ')}`);
  }
  const text = (name: string, isRequired: boolean): string => {
    const value = members[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (value !== undefined && value !== null && value !== '') tell(name, `${name} is not text`);
    else if (isRequired) tell(name in members ? name : undefined, `${name} is missing`);
    return '';
  };
  const [id, reason, expires] = [text('id', true), text('reason', true), text('expires', true)];
  const of = text('package', false);
  if (expires !== '' && !isDay(expires)) tell('expires', `${JSON.stringify(expires)} is no day such as 2026-12-31`);
  return { id, reason, expires, ...(of === '' ? {} : { package: of }) };
}

/** A day of the calendar, so that the 31st of June does not hold for ever. */
export function isDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year > 0 && day >= 1 && day <= length;
}
