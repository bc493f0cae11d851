import { readServicesFile } from '../../services-file/services-file.js';
import { serviceSettings } from '../../services-file/settings.js';
import { InputError } from '../../spec/input-error.js';
import { parseInputs } from '../../spec/parse.js';
import { FakeBuilder } from '../../testing/fake-builder.js';
import { FakeClock } from '../../testing/fake-clock.js';
import type { FakeEcr } from '../../testing/fake-ecr.js';
import { FakeImageUse } from '../../testing/fake-image-use.js';
import { FakeRegistries } from '../../testing/fake-registry.js';
import { MemoryFiles } from '../../testing/memory-context.js';
import { sha256Of } from '../../testing/small-images.js';
import type { BuildPushResult } from './result.js';
import { run } from './run.js';
import { spec } from './spec.js';
import type { BuildPushWorld } from './world.js';

export const account = '111111111111';
export const region = 'eu-central-1';
export const host = `${account}.dkr.ecr.${region}.amazonaws.com`;
const commits = { first: 'a'.repeat(40), second: 'b'.repeat(40) };

/** A repository of services, its registry and its builder, with which the action can be run again and again. */
export class BuildStage {
  readonly clock = new FakeClock();
  readonly registries = new FakeRegistries(this.clock);
  readonly builder = new FakeBuilder(this.registries, account);
  readonly use = new FakeImageUse();
  readonly files: MemoryFiles;
  readonly lines: string[] = [];
  readonly warnings: string[] = [];
  /** By the commit that is compared with; one that is not here is not in the history. */
  readonly changes = new Map<string, readonly string[]>();
  readonly secrets: Record<string, string> = {};
  revision: string | undefined = commits.first;
  opened = 0;
  readonly stop = new AbortController();
  reason: string | undefined;

  constructor(texts: Readonly<Record<string, string>>) {
    this.files = new MemoryFiles(new Map(Object.entries(texts)));
    this.builder.content = (target) => this.contentOf(target);
  }

  get ecr(): FakeEcr {
    return this.registries.ecr(account, region);
  }

  /** What is under test: with texts, as the runner gives them. */
  async run(given: Readonly<Record<string, string>>): Promise<BuildPushResult> {
    const inputs = parseInputs(spec, { region, ...given });
    const text = this.files.texts.get(inputs.servicesFile) ?? '';
    const reading =
      inputs.services === undefined ? undefined : readServicesFile(text, inputs.servicesFile, serviceSettings);
    if (reading?.ok === false) throw new Error(JSON.stringify(reading.problems));
    return run(inputs, reading?.file, this.world());
  }

  cancel(): void {
    this.reason = 'the run was cancelled (SIGINT)';
    this.stop.abort();
  }

  private world(): BuildPushWorld {
    const stage = this;
    return {
      clock: this.clock,
      cancellation: {
        get reason() {
          return stage.reason;
        },
        signal: this.stop.signal,
        onRequest: () => () => {},
      },
      report: {
        line: (text) => this.lines.push(text),
        warn: (text) => this.warnings.push(text),
        outputs: () => {},
        summary: async () => {},
        keep: () => {},
      },
      registries: this.registries.as(account, region),
      use: this.use,
      builder: async () => {
        this.opened += 1;
        return this.builder;
      },
      folder: (path) => this.files.folder(path),
      textOf: (path) => this.files.textOf(path),
      readFile: async (input, path) => {
        const text = await this.files.textOf(path);
        if (text === undefined) throw new InputError([{ input, value: path, wrong: 'cannot be read' }]);
        return text;
      },
      sha256: sha256Of,
      changedSince: async (commit) => this.changes.get(commit),
      random: () => 0.5,
      root: '/work',
      revision: this.revision,
      source: 'https://github.com/someone/shop',
      secrets: this.secrets,
    };
  }

  /** The builder sees the folder of the service, or all. */
  private contentOf(target: string): string {
    const own = [...this.files.texts].filter(
      ([path]) => path.startsWith(`services/${target}/`) || path.startsWith('libs/'),
    );
    return JSON.stringify(own.length > 0 ? own : [...this.files.texts]);
  }
}

const names = ['user', 'store', 'order', 'payment', 'checkin', 'order-query', 'api-gateway'];

/** Seven services that share a folder of libraries, each with a Dockerfile of its own. */
export function popcorn(): BuildStage {
  const services = names.map((name) => [
    `services/${name}/Dockerfile`,
    `FROM node:24@sha256:${'0'.repeat(64)}\nCOPY . .\n`,
  ]);
  const sources = names.map((name) => [`services/${name}/server.js`, `console.log('${name}')\n`]);
  const stage = new BuildStage({
    '.github/sluice.yml': `
defaults:
  cluster: popcorn
  ecr-repository: popcorn-{name}
  context: services/{name}
  build-contexts: [libs=libs]
services:
${names.map((name) => `  ${name}:`).join('\n')}
`,
    'libs/money.js': 'export const won = 1;\n',
    ...Object.fromEntries([...services, ...sources]),
  });
  for (const name of names) stage.ecr.create(`popcorn-${name}`);
  return stage;
}

export { commits, names };

/** What is wrong with the inputs, a line each. */
export async function problemsOf(running: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await running.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputError)) throw error ?? new Error('it was accepted');
  return error.message.split('\n');
}
