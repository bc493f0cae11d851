import { watchedBy } from '../services-file/select.js';
import type { ServiceEntry, ServicesFile } from '../services-file/services-file.js';
import { takes } from '../services-file/watch-paths.js';
import { counted } from '../spec/counted.js';
import { shortDigest } from './digest.js';

/** What is known of one service before anything is built. */
export interface BuildFacts {
  /** The commit that was last deployed, as it was recorded; undefined when none ever was. */
  readonly deployedCommit?: string;
  /**
   * Paths that differ between that commit and this one, from the top of the repository; undefined when they cannot be told,
   * because the commit is not in the history that was fetched.
   */
  readonly changedPaths?: readonly string[];
  /** Digest of the image that was last deployed, if the repository still holds it. */
  readonly deployedDigest?: string;
  /** Digest under the tag of exactly this content, if there is one; nothing is known without one. */
  readonly sameContentDigest?: string;
  /** Set where the tag of the content cannot move: an image that was built anew of the same content is not the one under it. */
  readonly isFirstOfContent?: true;
  /** Why nothing is known of what is deployed: a clause. */
  readonly unclear?: string;
  /** What decides about an image and is no file (arguments, target, platforms, labels) is not what the deployed one was built by. */
  readonly isOtherRecipe?: boolean;
}

/** Why it is built or not, from the most to the least. */
export type BuildReason =
  | 'forced'
  | 'same-content'
  | 'new'
  | 'missing'
  | 'unknown-history'
  | 'services-file'
  | 'settings'
  | 'changed'
  | 'shared'
  | 'dependency'
  | 'unchanged';

export interface BuildDecision {
  readonly service: string;
  readonly isBuilt: boolean;
  readonly reason: BuildReason;
  /** One sentence for the log and the summary. */
  readonly sentence: string;
  /** What is deployed when nothing is built. */
  readonly digest?: string;
}

export interface BuildQuestion {
  readonly file: ServicesFile;
  /** Those that were asked for. */
  readonly services: readonly ServiceEntry[];
  readonly facts: ReadonlyMap<string, BuildFacts>;
  /** Names of services whose image is built anyway. */
  readonly forced: readonly string[];
  /** Services whose image is made from that of others, by a named context: each with those. */
  readonly builtFrom: ReadonlyMap<string, readonly string[]>;
}

/**
 * Whether each service is built, in the order that they were asked for. In doubt it is built: only a recorded commit with its
 * image in the repository, or an image of exactly this content, speaks against it.
 */
export function decideBuilds(question: BuildQuestion): readonly BuildDecision[] {
  return question.services.map((service) => decide(question, service));
}

function decide(question: BuildQuestion, service: ServiceEntry): BuildDecision {
  const { name } = service;
  const facts = question.facts.get(name) ?? {};
  const { deployedCommit, deployedDigest, sameContentDigest } = facts;
  const built = (reason: BuildReason, why: string): BuildDecision => ({
    service: name,
    isBuilt: true,
    reason,
    sentence: `${name} is built: ${why}.`,
  });
  const skipped = (reason: BuildReason, digest: string, why: string): BuildDecision => ({
    service: name,
    isBuilt: false,
    reason,
    sentence: `${name} is not built: ${why}.`,
    digest,
  });
  if (question.forced.includes(name)) return built('forced', 'it was asked for whatever changed');
  const since = `nothing that belongs to it has changed since ${deployedCommit?.slice(0, 12)}, which was deployed last`;
  if (facts.isFirstOfContent && deployedDigest !== undefined && changeOf(question, service, []) === undefined) {
    // Whoever had it built anew, for a newer base, must not get the older one back with the next push.
    return skipped('unchanged', deployedDigest, since);
  }
  if (sameContentDigest !== undefined) {
    const why = `the repository holds an image of exactly this content (${shortDigest(sameContentDigest)})`;
    return skipped('same-content', sameContentDigest, why);
  }
  if (deployedCommit === undefined) return built('new', facts.unclear ?? 'no deployment of it is recorded');
  const commit = deployedCommit.slice(0, 12);
  if (deployedDigest === undefined) {
    return built('missing', `the repository has no longer the image that was deployed from ${commit}`);
  }
  const change = changeOf(question, service, []);
  if (change !== undefined) return built(change.reason, change.why);
  return skipped('unchanged', deployedDigest, since);
}

interface Change {
  readonly reason: BuildReason;
  readonly why: string;
}

/** What makes the image another one than the deployed one, or nothing. */
function changeOf(question: BuildQuestion, service: ServiceEntry, way: readonly string[]): Change | undefined {
  const { file, facts, builtFrom } = question;
  const { deployedCommit, changedPaths, isOtherRecipe } = facts.get(service.name) ?? {};
  if (deployedCommit === undefined) return { reason: 'new', why: 'no deployment of it is recorded' };
  const since = `since ${deployedCommit.slice(0, 12)}`;
  if (changedPaths === undefined) {
    const why = `${deployedCommit.slice(0, 12)}, which was deployed last, is not in the history that was fetched`;
    return { reason: 'unknown-history', why };
  }
  if (isOtherRecipe === true) {
    const why = `its arguments, target, platforms or labels are others than those of ${deployedCommit.slice(0, 12)}, which was deployed last`;
    return { reason: 'settings', why };
  }
  // What the services file says of it may have changed: its target, its context, its Dockerfile.
  if (changedPaths.includes(file.fileName))
    return { reason: 'services-file', why: `${file.fileName} changed ${since}` };
  const own = watchedBy(service);
  const ofItsOwn = changedPaths.filter((path) => takes(own, path));
  if (ofItsOwn.length > 0) return { reason: 'changed', why: `${some(ofItsOwn)} changed ${since}` };
  const shared = changedPaths.filter((path) => takes(file.sharedPaths, path));
  if (shared.length > 0)
    return { reason: 'shared', why: `${some(shared)}, which all services share, changed ${since}` };
  for (const other of builtFrom.get(service.name) ?? []) {
    // A circle cannot be built; it is not for this question to say so.
    const entry = file.services.find(({ name }) => name === other);
    if (entry === undefined || way.includes(other)) continue;
    const change = changeOf(question, entry, [...way, service.name]);
    if (change !== undefined)
      return { reason: 'dependency', why: `it is made from ${other}, and ${ofOther(change, other)}` };
  }
  return undefined;
}

/** The reason of another service within a sentence about this one. */
const ofOther = ({ reason, why }: Change, other: string): string =>
  reason === 'new' ? `no deployment of ${other} is recorded` : why;

/** `a/x.ts and 3 more files` */
function some(paths: readonly string[]): string {
  const [first = '', ...others] = [...paths].sort();
  return others.length === 0 ? first : `${first} and ${counted(others.length, 'more file')}`;
}

/** `2 of 7 images are built, 5 are there already.` */
export function describeBuilds(decisions: readonly BuildDecision[]): string {
  const builds = decisions.filter(({ isBuilt }) => isBuilt).length;
  const rest = decisions.length - builds;
  if (builds === 0) return `No image is built: ${rest === 1 ? 'the one is' : `all ${rest} are`} there already.`;
  const be = builds === 1 ? 'is' : 'are';
  const there = rest === 0 ? '' : `, ${rest} ${rest === 1 ? 'is' : 'are'} there already`;
  return `${builds} of ${counted(decisions.length, 'image')} ${be} built${there}.`;
}
