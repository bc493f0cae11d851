import { join } from 'node:path';
import { messageOf } from '../../ports/message-of.js';
import { systemClock } from '../../system/clock.js';
import { type StartedCloud, startCloud } from '../../testing/cloud.js';
import { type IdentityEndpoint, startIdentityEndpoint } from '../../testing/identity-endpoint.js';
import { inputsOf } from './example.js';
import { Load } from './load.js';
import { type Performance, play, type Stage } from './play.js';
import { Problem } from './problem.js';
import { type Release, release, versionIn } from './release.js';
import type { Scenario } from './scenario.js';
import { calm, firstAnswer, listenerOf } from './traffic.js';

type Setting = Pick<Stage, 'example' | 'root' | 'node' | 'screen' | 'speed' | 'isVerbose'> & {
  /** Requests a second. */
  readonly perSecond: number;
};

/** A local cloud with the example in it and clients at the door. Scenarios are played in it one after the other. */
export class Theatre {
  private releases = 1;
  private closed: Promise<void> | undefined;
  private readonly leaving = new AbortController();

  private constructor(
    private readonly setting: Setting,
    readonly cloud: StartedCloud,
    private readonly identity: IdentityEndpoint,
    private readonly known: Readonly<Record<string, string>>,
    private readonly load: Load,
    /** Where clients ask. */
    readonly url: string,
    /** The version that answers them. */
    public live: string,
  ) {}

  /** @throws Problem when the seed is refused, the inputs cannot be resolved or nobody answers */
  static async open(setting: Setting): Promise<Theatre> {
    const { example } = setting;
    const cloud = await started(setting);
    const identity = await startIdentityEndpoint('repo:example/shop:environment:production');
    try {
      const known = { region: example.region, ...resourcesOf(cloud) };
      const listener = listenerOf(cloud, inputsOf(example, { ...known, ...release(0) }));
      const { path, headers } = example.requests;
      const url = `${listener}${path}`;
      const live = await firstAnswer(url, headers);
      const load = new Load({ url, perSecond: setting.perSecond, headers });
      return new Theatre(setting, cloud, identity, known, load, url, live);
    } catch (error) {
      await Promise.all([cloud.stop(), identity.stop()]);
      throw error;
    }
  }

  get speed(): number {
    return this.setting.speed;
  }

  /** @param folder where summary and log go */
  async play(scenario: Scenario, folder: string): Promise<Performance> {
    const { cloud, load, setting } = this;
    await calm(cloud);
    this.releases += 1;
    const next = await pushed(cloud, release(this.releases));
    const inputs = inputsOf(setting.example, { ...this.known, ...next });
    const version = versionIn(inputs, next);
    setting.screen.line(`${setting.screen.paint.bold(scenario.title)}: ${version}`);
    const clock = systemClock({ ...cloud.env });
    const { identity, leaving } = this;
    const here = { cloud, clock, load, identity: identity.env, leaving: leaving.signal };
    const stage: Stage = { ...setting, ...here, inputs, folder };
    const played = await play(stage, scenario, { live: this.live, new: version });
    if (played.afterwards.requestsOf(version) > 0) this.live = version;
    return played;
  }

  /** Ends the clients, the action when it runs, and the cloud. */
  close(): Promise<void> {
    this.closed ??= (async () => {
      this.leaving.abort();
      this.setting.screen.hide();
      await Promise.all([this.load.stop(), this.cloud.stop(), this.identity.stop()]);
    })();
    return this.closed;
  }
}

/** Where the example has a repository at ECR the release's image lies in it, under the digest that it has there. */
async function pushed(cloud: StartedCloud, next: Release): Promise<Release> {
  const digests = await Promise.all(
    cloud.created
      .filter(({ kind }) => kind === 'repositories')
      .map(async ({ name }) => {
        const platforms = ['linux/amd64', 'linux/arm64'];
        const { image } = await cloud.admin('ecr/push', { repositoryName: name, imageTag: next.version, platforms });
        return String(image.imageId.imageDigest);
      }),
  );
  const [digest = next.digest, ...others] = new Set(digests);
  if (others.length === 0) return { ...next, digest };
  throw new Problem('the seed file makes several repositories, and a rehearsal releases the image of one');
}

async function started({ example, root, speed }: Setting): Promise<StartedCloud> {
  const command = [process.execPath, join(root, 'dist/sluice.js'), 'cloud'];
  try {
    return await startCloud({ command, seed: example.seed, region: example.region, speed });
  } catch (error) {
    throw new Problem(messageOf(error));
  }
}

/** `kind/name` → ARN, of everything that was seeded. */
function resourcesOf(cloud: StartedCloud): Record<string, string> {
  return Object.fromEntries(cloud.created.map(({ kind, name, arn }) => [`${kind}/${name}`, arn]));
}
