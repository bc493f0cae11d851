import type { Bake } from '../images/bake.js';
import { classifyPushError, nextTry, type PushFault } from '../images/push-error.js';
import type { Clock } from '../ports/clock.js';
import type { BuiltTarget, FailedStep, ImageBuilder, ProgressLine } from '../ports/image-builder.js';
import type { RegistryLogin } from '../ports/image-repository.js';

export interface SolveWorld {
  readonly clock: Clock;
  readonly builder: ImageBuilder;
  /** Between 0 and 1. */
  random(): number;
  line(text: string): void;
  /** Aborted when the run is to end. */
  readonly signal: AbortSignal;
}

export interface SolveRequest {
  /** The definition with these images as what is built. */
  bakeOf(names: readonly string[]): Bake;
  readonly names: readonly string[];
  readonly builder: string | undefined;
  readonly secretValues: Readonly<Record<string, string>>;
  readonly mostRetries: number;
  readonly onLine: (line: ProgressLine) => void;
  /** Fresh logins. */
  logins(): Promise<readonly RegistryLogin[]>;
  /** Which of the repositories that are pushed to are not there: asked when the registry hung up on an upload. */
  missing(names: readonly string[]): Promise<readonly string[]>;
}

export interface Solved {
  /** Of each image that came to its end, in whichever try. */
  readonly targets: Readonly<Record<string, BuiltTarget>>;
  readonly tries: number;
  readonly end:
    | { readonly is: 'done' }
    | { readonly is: 'cancelled' }
    | { readonly is: 'failed'; readonly fault: PushFault; readonly why: string; readonly failed?: FailedStep };
}

/**
 * One solve of all images, and again of those that did not come to their end, when what went wrong can pass. What was built
 * before is in the builder's own cache then.
 */
export async function solve(request: SolveRequest, world: SolveWorld): Promise<Solved> {
  const { names, builder: name, secretValues, onLine, mostRetries } = request;
  const { clock, builder, line, signal } = world;
  const targets: Record<string, BuiltTarget> = {};
  const tried = { retries: 0, logins: 0 };
  for (let tries = 1; ; tries += 1) {
    const left = names.filter((one) => !Object.hasOwn(targets, one));
    const bake = request.bakeOf(left);
    const end = await builder.build({ bake, builder: name, secretValues, onLine, signal });
    for (const one of left) {
      const target = Object.hasOwn(end.targets, one) ? end.targets[one] : undefined;
      if (target !== undefined) targets[one] = target;
    }
    if (end.isCancelled || signal.aborted) return { targets, tries, end: { is: 'cancelled' } };
    if (end.exitCode === 0) return { targets, tries, end: { is: 'done' } };
    const fault = classifyPushError(end.output);
    if (fault.mayLackRepository === true || fault.what === 'the repository does not exist') {
      const lost = await request.missing(left);
      if (lost.length > 0) return failed(targets, tries, fault, missingText(lost), undefined);
    }
    const next = nextTry(fault, tried, mostRetries, world.random());
    if (next.do === 'give-up') return failed(targets, tries, fault, next.why, end.failed);
    if (next.do === 'login') {
      tried.logins += 1;
      line(`The registry does not know who it is any more: logging in again (${fault.what})`);
      await builder.logIn(await request.logins());
    } else {
      tried.retries += 1;
      line(`The push failed: ${fault.what}. Trying again in ${Math.round(next.afterMs / 100) / 10} s`);
      await clock.sleep(next.afterMs, signal);
    }
  }
}

const failed = (
  targets: Readonly<Record<string, BuiltTarget>>,
  tries: number,
  fault: PushFault,
  why: string,
  step: FailedStep | undefined,
): Solved => ({
  targets,
  tries,
  end: { is: 'failed', fault, why, ...(step === undefined ? {} : { failed: step }) },
});

export const missingText = (repositories: readonly string[]): string =>
  repositories.length === 1
    ? `there is no repository ${repositories[0]}: create it, or say create-repository: true`
    : `there are no repositories ${repositories.join(', ')}: create them, or say create-repository: true`;
