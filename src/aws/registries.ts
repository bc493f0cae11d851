import { chooseRegistry, parseRepository, type RegistryChoice } from '../images/registry-choice.js';
import { AccessError } from '../ports/access-error.js';
import type { Clock } from '../ports/clock.js';
import type { FoundRepository, ImageRegistries } from '../ports/image-registries.js';
import type { RegistryLogin } from '../ports/image-repository.js';
import type { OtherRegistries } from '../registry/index.js';
import type { EcrSettings } from './ecr-calls.js';
import { createEcrControl } from './ecr-control.js';
import { createEcrImageRepository } from './ecr-image-repository.js';
import { publicLogin } from './ecr-public.js';
import type { Session } from './session.js';

export interface RegistriesSettings {
  readonly region: string;
  readonly session?: Session | undefined;
  readonly clock: Clock;
  /** Takes what must never be shown, before anything is done with it. */
  readonly conceal: (secret: string) => void;
  /** Those that AWS knows nothing of. */
  readonly elsewhere: OtherRegistries;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * All registries with one set of credentials. The SDK is loaded when one of ECR is called, and not before.
 *
 * @throws Error for a name that `repository()` of src/images/registry-choice.ts does not take
 */
export function imageRegistries(settings: RegistriesSettings): ImageRegistries {
  const { region, session, clock, conceal, elsewhere, env = process.env } = settings;
  const ecrSettings = (where: Partial<EcrSettings>): EcrSettings => ({
    region,
    clock,
    conceal,
    session,
    ...where,
  });
  const own = createOwn();

  /** ECR of the credentials' own account, whose host ECR itself must tell; it is asked once. */
  function createOwn() {
    const control = createEcrControl(ecrSettings({}));
    let host: Promise<string> | undefined;
    const ask = async (path: string | undefined): Promise<string> => {
      // Whoever may look at a repository need not be allowed to log in, and the other way round.
      const found = path === undefined ? undefined : await control.repository(path).catch(unlessDenied);
      return found?.uri.replace(/\/.*$/, '') ?? (await control.login()).host;
    };
    return {
      control,
      host: (path?: string): Promise<string> => {
        host ??= ask(path).catch((error: unknown) => {
          host = undefined;
          throw error;
        });
        return host;
      },
    };
  }

  async function ofEcr(choice: Extract<RegistryChoice, { kind: 'ecr' }>): Promise<FoundRepository> {
    const { path } = choice;
    const host = choice.host ?? (await own.host(path));
    const where = ecrSettings({ region: choice.region, account: choice.account, isFips: choice.isFips });
    const ecr = choice.host === undefined ? own.control : createEcrControl(where, host);
    const images = createEcrImageRepository(where, host, path);
    return { kind: 'ecr', host, path, images, ecr, login: () => ecr.login() };
  }

  function ofPublic(host: string, path: string): FoundRepository {
    const login = (): Promise<RegistryLogin> => publicLogin(ecrSettings({}), host);
    // Everybody may pull: only a push needs a name.
    const images = elsewhere.repository(host, path, () => login().catch(unlessAbsent));
    return { kind: 'ecr-public', host, path, images, ecr: undefined, login };
  }

  return {
    async repository(given) {
      const reading = parseRepository(given);
      if (!reading.ok) throw new Error(`${given} ${reading.wrong}`);
      const choice = chooseRegistry(reading.value, region, isAwsElsewhere(env));
      if (choice.kind === 'ecr') return ofEcr(choice);
      const { host, path } = choice;
      if (choice.kind === 'ecr-public') return ofPublic(host, path);
      if (choice.kind === 'maybe-ecr' && (await own.host()) === host) {
        const images = createEcrImageRepository(ecrSettings({}), host, path);
        return { kind: 'ecr', host, path, images, ecr: own.control, login: () => own.control.login() };
      }
      const images = elsewhere.repository(host, path);
      return { kind: 'registry', host, path, images, ecr: undefined, login: async () => undefined };
    },
  };
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
const isAwsElsewhere = ({ AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_ECR }: NodeJS.ProcessEnv): boolean =>
  (AWS_ENDPOINT_URL ?? '') !== '' || (AWS_ENDPOINT_URL_ECR ?? '') !== '';

function unlessDenied(error: unknown): undefined {
  if (!(error instanceof AccessError) || error.detail.kind !== 'denied') throw error;
}

function unlessAbsent(error: unknown): undefined {
  if (!(error instanceof AccessError) || error.detail.kind !== 'absent') throw error;
}
