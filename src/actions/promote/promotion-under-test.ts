import { readReleaseTag } from '../../images/release-tags.js';
import { InputError } from '../../spec/input-error.js';
import { parseInputs } from '../../spec/parse.js';
import { FakeClock } from '../../testing/fake-clock.js';
import { FakeImageUse } from '../../testing/fake-image-use.js';
import { FakeRegistries } from '../../testing/fake-registry.js';
import { type SmallImage, smallImage } from '../../testing/small-images.js';
import { promote } from './run.js';
import { spec } from './spec.js';
import type { PromoteWorld } from './world.js';

export const [DEV, PROD] = ['111111111111', '222222222222'];
export const REGION = 'eu-central-1';

/** Two accounts with registries that behave, and a run in the first. */
export function setup() {
  const clock = new FakeClock();
  const world = new FakeRegistries(clock);
  const dev = world.ecr(DEV, REGION);
  const prod = world.ecr(PROD, REGION);
  const use = new FakeImageUse();
  const lines: string[] = [];
  const warnings: string[] = [];
  const files: Record<string, string> = {};
  const stop: { reason: string | undefined } = { reason: undefined };
  const told: Readonly<Record<string, string>>[] = [];
  const deeds = new Set<() => void>();
  const controller = new AbortController();
  const cancel = (): void => {
    stop.reason = 'the run was cancelled (SIGINT)';
    for (const deed of deeds) deed();
    controller.abort();
  };
  const ports: PromoteWorld = {
    clock,
    cancellation: {
      get reason() {
        return stop.reason;
      },
      signal: controller.signal,
      onRequest: (deed) => {
        deeds.add(deed);
        return () => deeds.delete(deed);
      },
    },
    report: {
      line: (text) => lines.push(text),
      warn: (text) => warnings.push(text),
      outputs: (values) => told.push(values),
      summary: async () => {},
      keep: () => {},
    },
    source: world.as(DEV, REGION),
    target: world.as(DEV, REGION),
    use,
    readFile: async (input, path) => {
      const text = files[path];
      if (text === undefined) throw new InputError([{ input, value: path, wrong: 'cannot be read' }]);
      return text;
    },
    run: { by: 'octocat', url: 'https://github.com/example/shop/actions/runs/1' },
  };
  const run = (raw: Record<string, string>, more: Partial<PromoteWorld> = {}) =>
    promote(parseInputs(spec, { region: REGION, ...raw }), { ...ports, ...more });
  const across = (raw: Record<string, string>) => run(raw, { target: world.as(PROD, REGION) });
  return { clock, world, dev, prod, use, lines, warnings, files, stop, told, cancel, ports, run, across };
}

export const image = (name: string): SmallImage => smallImage({ layers: [name], indent: 2 });
export const [one, two] = [image('one'), image('two')];
export const releasesIn = (tags: Readonly<Record<string, string>>, of = 'prod') =>
  Object.entries(tags).filter(([tag]) => readReleaseTag(tag)?.environment === of);
