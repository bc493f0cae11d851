import type { Finding } from '../images/findings.js';
import type { EcrRegistryControl, RepositorySettings } from '../ports/ecr.js';
import type { RegistryLogin } from '../ports/image-repository.js';
import type { FakeRegistries } from './fake-registry.js';
import { type FakeHost, FakeRepository } from './fake-repository.js';
import { SeenEcr } from './seen-ecr.js';

export type EcrCall = keyof EcrRegistryControl;

/** One thing that a scan or a signature is, so long after it began. */
export interface Stage<S extends string> {
  readonly afterMs: number;
  readonly status: S;
  readonly description?: string;
}

const TOKEN_MS = 43_200_000;

/** A scan as most go: it waits, it runs, its findings are there. */
export const usualScan: readonly Stage<string>[] = [
  { afterMs: 0, status: 'PENDING' },
  { afterMs: 5_000, status: 'IN_PROGRESS' },
  { afterMs: 20_000, status: 'COMPLETE' },
];

/** ECR of one account in one Region: what the test sets, and what was done to it. */
export class FakeEcr implements FakeHost {
  readonly createsOnPush = false;
  /** Other accounts, and what the policies of the repositories allow them. */
  readonly admitted = new Map<string, 'read' | 'write'>();
  /** What each scan goes through, or that of one digest; its findings are there when it is done. */
  scanStages: readonly Stage<string>[] = usualScan;
  readonly scanStagesOf = new Map<string, readonly Stage<string>[]>();
  readonly findingsOf = new Map<string, readonly Finding[]>();
  source = 'ECR basic';
  /** Why the findings of a digest cannot be read as a whole. */
  readonly unreadable = new Map<string, string>();
  /** Of the digests that ECR signs itself, from their push. */
  readonly signingOf = new Map<string, readonly Stage<'IN_PROGRESS' | 'COMPLETE' | 'FAILED'>[]>();
  /** How long a preview takes; undefined: it does not come to an end. */
  previewMs: number | undefined = 10_000;
  readonly policies = new Map<string, string>();
  readonly settings = new Map<string, RepositorySettings>();
  readonly scansBegan = new Map<string, number>();
  private readonly repositories = new Map<string, FakeRepository>();
  private readonly tokens = new Map<string, number>();

  constructor(
    readonly world: FakeRegistries,
    readonly account: string,
    readonly region: string,
    readonly host: string,
  ) {}

  readonly arn = (path: string): string =>
    path === '' ? '*' : `arn:aws:ecr:${this.region}:${this.account}:repository/${path}`;

  readonly rights = (account: string): 'none' | 'read' | 'write' =>
    account === this.account ? 'write' : (this.admitted.get(account) ?? 'none');

  /** A repository, there or not. */
  at(path: string): FakeRepository {
    const repository = this.repositories.get(path) ?? new FakeRepository(this.world, this, path);
    this.repositories.set(path, repository);
    return repository;
  }

  /** One that is there from the beginning. */
  create(path: string, settings: Partial<RepositorySettings> = {}): FakeRepository {
    const repository = this.at(path);
    const all: RepositorySettings = {
      mutability: { setting: 'MUTABLE', exclusions: [] },
      isScannedOnPush: false,
      encryption: { type: 'AES256' },
      tags: {},
      ...settings,
    };
    this.settings.set(path, all);
    repository.mutability = all.mutability;
    repository.exists = true;
    return repository;
  }

  /** Whether the registry lets the bearer of a token in, now. */
  accepts(password: string): boolean {
    return (this.tokens.get(password) ?? 0) > this.world.clock.now();
  }

  /** Every token that was given out ends now. */
  expireTokens(): void {
    for (const token of this.tokens.keys()) this.tokens.set(token, this.world.clock.now());
  }

  freshToken(): RegistryLogin {
    const expiresAt = this.world.clock.now() + TOKEN_MS;
    const password = `token-${this.tokens.size + 1}-of-${this.account}-${this.region}`;
    this.tokens.set(password, expiresAt);
    return { host: this.host, username: 'AWS', password, expiresAt };
  }

  seenBy(account: string): EcrRegistryControl {
    return new SeenEcr(this, account);
  }
}
