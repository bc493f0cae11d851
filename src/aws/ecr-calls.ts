import { ecrHost, ecrRegistry, repositoryArn } from '../images/ecr-host.js';
import type { Clock } from '../ports/clock.js';
import { RepositoryMissing } from '../ports/image-repository.js';
import { type ClientSettings, call, connection, once } from './client.js';
import { errorName } from './errors.js';
import { renewed } from './renewing.js';
import type { ECRClient } from './sdk/ecr.js';
import type { Session } from './session.js';

/** The registry of one account in one Region, and what it is called with. */
export interface EcrSettings extends Pick<ClientSettings, 'region'> {
  /** The action's own; without it the SDK looks where it always does. */
  readonly session?: Session | undefined;
  readonly clock: Clock;
  /** undefined: that of the credentials. */
  readonly account?: string | undefined;
  readonly isFips?: boolean;
  /** Takes what must never be shown, before anything is done with it. */
  readonly conceal: (secret: string) => void;
}

/** A throttled call is made again more often than elsewhere: nothing hangs on one image being a minute later. */
const usualAttempts = 7;
/** A part of a layer has up to 20 MiB, and a third more on the wire, ms. */
const partTimeoutMs = 180_000;

export interface EcrCalls {
  readonly settings: EcrSettings;
  readonly sdk: () => Promise<typeof import('./sdk/ecr.js')>;
  readonly client: () => Promise<ECRClient>;
  /** The same with patience for large requests. */
  readonly partClient: () => Promise<ECRClient>;
  /**
   * The same where a limit that is reached is an answer: the SDK takes LimitExceededException for throttling, and asks again.
   * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
   */
  readonly limitedClient: () => Promise<ECRClient>;
  readonly registry: { readonly registryId?: string };
  /** Runs one call, once more with other credentials when AWS does not take those of the session any more. */
  readonly call: typeof call;
  /** The members that name a repository. */
  readonly named: (path: string) => { readonly registryId?: string; readonly repositoryName: string };
  /**
   * Runs one call on a repository.
   *
   * @throws RepositoryMissing, AccessError with the ARN of the repository, Unanswered
   */
  readonly on: (path: string) => { readonly call: typeof call };
}

/** @param host as images in it are called, for messages */
export function ecrCalls(settings: EcrSettings, host?: string): EcrCalls {
  const { region, session, account, isFips = false } = settings;
  const sdk = once(() => import('./sdk/ecr.js'));
  const build = (requestTimeout: number, maxAttempts = usualAttempts) =>
    once(async () => {
      const { ECRClient } = await sdk();
      return new ECRClient({
        region,
        ...connection,
        maxAttempts,
        requestHandler: { ...connection.requestHandler, requestTimeout },
        ...(isFips ? { useFipsEndpoint: true } : {}),
        ...(session === undefined ? {} : { credentials: session.credentials }),
      });
    });
  const registry = account === undefined ? {} : { registryId: account };
  const one: typeof call = (action, send, resource) => renewed(session, () => call(action, send, resource));
  return {
    settings,
    sdk,
    client: build(15_000),
    partClient: build(partTimeoutMs),
    limitedClient: build(15_000, 2),
    registry,
    call: one,
    named: (path) => ({ ...registry, repositoryName: path }),
    on: (path) => ({
      call: (action, send) =>
        one(action, send, account === undefined ? undefined : arnOf(account, region, path)).catch((error: unknown) => {
          if (errorName(error) !== 'RepositoryNotFoundException') throw error;
          throw new RepositoryMissing(host === undefined ? path : `${host}/${path}`, { cause: error });
        }),
    }),
  };
}

function arnOf(account: string, region: string, path: string): string | undefined {
  const registry = ecrRegistry(ecrHost(account, region));
  return registry?.kind === 'private' ? repositoryArn(registry, path) : undefined;
}

/** So many at a time, as AWS takes them. */
export function inGroups<T>(all: readonly T[], atMost: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / atMost) }, (_, index) =>
    all.slice(index * atMost, (index + 1) * atMost),
  );
}
