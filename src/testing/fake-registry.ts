import { ecrHost } from '../images/ecr-host.js';
import { chooseRegistry, parseRepository } from '../images/registry-choice.js';
import { AccessError } from '../ports/access-error.js';
import type { FoundRepository, ImageRegistries } from '../ports/image-registries.js';
import type { RegistryLogin } from '../ports/image-repository.js';
import { Unanswered } from '../ports/unanswered.js';
import { FakeClock } from './fake-clock.js';
import { type EcrCall, FakeEcr } from './fake-ecr.js';
import { type FakeHost, FakeRepository, type RepositoryCall } from './fake-repository.js';

export interface FakeCall {
  readonly at: RepositoryCall | EcrCall;
  /** `host/path`, or the host. */
  readonly on: string;
  /** What of it: a digest, a tag and a digest, a name. */
  readonly about: string;
  /** The account of the credentials. */
  readonly by: string;
}

export interface FakeFault {
  readonly at: FakeCall['at'];
  /**
   * `throttled`: not done, after ten seconds. `lost-reply`: done, and nobody hears of it. `broken`: the connection breaks
   * before anything is done. `broken-off`: in the middle of a blob that is given out. `expired`, `denied`: the credentials.
   */
  readonly is: 'throttled' | 'lost-reply' | 'broken' | 'broken-off' | 'expired' | 'denied';
  /** A part of what it is called on, or about. */
  readonly of?: string;
  /** How many calls; one by default. */
  readonly times?: number;
  /** How many go well before. */
  readonly skip?: number;
}

/**
 * All registries of one world: the ECR of each account and Region, and others. They hold real bytes under real digests and
 * follow the rules of registries; the test looks at what they hold in the end.
 */
export class FakeRegistries {
  readonly calls: FakeCall[] = [];
  /** Reads do not see what was written within so many ms. */
  lagMs = 0;
  private readonly faults: (FakeFault & { times: number; skip: number })[] = [];
  private readonly ecrs = new Map<string, FakeEcr>();
  private readonly others = new Map<string, FakeRepository>();

  constructor(readonly clock: FakeClock = new FakeClock()) {}

  /** From now on calls fail. */
  fail(fault: FakeFault): this {
    this.faults.push({ ...fault, times: fault.times ?? 1, skip: fault.skip ?? 0 });
    return this;
  }

  /** ECR of an account in a Region. `host`: another than that of AWS, such as the local cloud has. */
  ecr(account: string, region: string, host = ecrHost(account, region)): FakeEcr {
    const key = `${account}/${region}`;
    const ecr = this.ecrs.get(key) ?? new FakeEcr(this, account, region, host);
    this.ecrs.set(key, ecr);
    return ecr;
  }

  /** A repository by its full name, in whatever registry: to prepare it, and to look at it in the end. */
  at(name: string): FakeRepository {
    const slash = name.indexOf('/');
    const [host, path] = [name.slice(0, slash), name.slice(slash + 1)];
    const ecr = [...this.ecrs.values()].find((one) => one.host === host);
    if (ecr !== undefined) return ecr.at(path);
    const repository = this.others.get(name) ?? new FakeRepository(this, otherHost(host), path);
    this.others.set(name, repository);
    return repository;
  }

  /** What the toolkit gets that runs with the credentials of an account. */
  as(account: string, region: string): ImageRegistries {
    return { repository: async (name) => this.found(name, account, region) };
  }

  private found(name: string, account: string, region: string): FoundRepository {
    const reading = parseRepository(name);
    if (!reading.ok) throw new Error(`${name} ${reading.wrong}`);
    const choice = chooseRegistry(reading.value, region, true);
    const { path } = choice;
    const own =
      choice.kind === 'ecr' ? this.ecr(choice.account ?? account, choice.region) : this.ecrOfHost(choice.host ?? '');
    if (own !== undefined) {
      const ecr = own.seenBy(account);
      return { kind: 'ecr', host: own.host, path, images: own.at(path).seenBy(account), ecr, login: () => ecr.login() };
    }
    const host = choice.host ?? '';
    const kind = choice.kind === 'ecr-public' ? 'ecr-public' : 'registry';
    const images = this.at(`${host}/${path}`).seenBy(account);
    const login = async (): Promise<RegistryLogin | undefined> =>
      kind === 'registry'
        ? undefined
        : { host, username: 'AWS', password: `public-token-of-${account}`, expiresAt: this.clock.now() + 43_200_000 };
    return { kind, host, path, images, ecr: undefined, login };
  }

  private ecrOfHost(host: string): FakeEcr | undefined {
    return [...this.ecrs.values()].find((one) => one.host === host);
  }

  /** One call: written down, refused or disturbed, done. */
  async act<T>(
    call: FakeCall,
    { host, path }: { readonly host: FakeHost; readonly path: string },
    needed: 'read' | 'write',
    deed: (fault?: FakeFault['is']) => T | Promise<T>,
  ): Promise<T> {
    this.calls.push(call);
    await Promise.resolve();
    const fault = this.faultOf(call);
    if (fault === 'throttled') await this.clock.sleep(10_000);
    if (fault === 'throttled' || fault === 'broken') throw unanswered(call, fault);
    const rights = host.rights(call.by);
    const isRefused = rights === 'none' || (needed === 'write' && rights === 'read');
    if (isRefused || fault === 'denied') throw denied(call, host.arn(path));
    if (fault === 'expired') {
      throw new AccessError(`The AWS credentials have expired (${actionOf(call.at)})`, { kind: 'expired' });
    }
    const result = await deed(fault);
    if (fault === 'lost-reply') throw unanswered(call, fault);
    return result;
  }

  private faultOf({ at, on, about }: FakeCall): FakeFault['is'] | undefined {
    const met = this.faults.find(
      ({ at: where, of = '', times }) => where === at && times > 0 && `${on} ${about}`.includes(of),
    );
    if (met === undefined) return undefined;
    if (met.skip > 0) {
      met.skip -= 1;
      return undefined;
    }
    met.times -= 1;
    return met.is;
  }
}

const otherHost = (host: string): FakeHost => ({
  host,
  createsOnPush: true,
  arn: (path) => `${host}/${path}`,
  rights: () => 'write',
});

const unanswered = ({ at, on }: FakeCall, what: string): Unanswered =>
  new Unanswered(`AWS did not answer ${actionOf(at)} (${what} at ${on})`);

function denied({ at, by }: FakeCall, resource: string): AccessError {
  const action = actionOf(at);
  const who = `User: arn:aws:sts::${by}:assumed-role/deploy/session`;
  return new AccessError(`Not allowed: ${who} is not authorized to perform: ${action} on resource: ${resource}`, {
    kind: 'denied',
    action,
    resource,
  });
}

const ACTIONS: Readonly<Record<FakeCall['at'], string>> = {
  manifest: 'BatchGetImage',
  blob: 'GetDownloadUrlForLayer',
  lacks: 'BatchCheckLayerAvailability',
  open: 'GetDownloadUrlForLayer',
  take: 'InitiateLayerUpload',
  mount: 'GetDownloadUrlForLayer',
  put: 'PutImage',
  speakingOf: 'ListImageReferrers',
  login: 'GetAuthorizationToken',
  repository: 'DescribeRepositories',
  create: 'CreateRepository',
  images: 'DescribeImages',
  image: 'DescribeImages',
  untag: 'BatchDeleteImage',
  lifecyclePolicy: 'GetLifecyclePolicy',
  previewLifecycle: 'StartLifecyclePolicyPreview',
  putLifecyclePolicy: 'PutLifecyclePolicy',
  scan: 'DescribeImageScanFindings',
  startScan: 'StartImageScan',
  signing: 'DescribeImageSigningStatus',
};

const actionOf = (at: FakeCall['at']): string => `ecr:${ACTIONS[at]}`;
