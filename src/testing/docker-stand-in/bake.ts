import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { solved } from '../../buildx/unsupported.js';
import { isAtLeast, versionIn } from '../../buildx/version.js';
import type { BakeTarget } from '../../images/bake.js';
import { parseCacheSpec } from '../../images/cache-spec.js';
import { type SmallImage, smallImage } from '../small-images.js';
import { readBakeFile } from './bake-file.js';
import { Refused, readFlags } from './flags.js';
import { imageOf, type KeyedStep, keyedSteps } from './image-of.js';
import { Narrator } from './narrator.js';
import { push } from './pusher.js';
import { readPlan, standInFolder } from './settings.js';

/** https://docs.docker.com/reference/cli/docker/buildx/bake/#options */
const FLAGS = {
  values: [
    'allow',
    'builder',
    'call',
    'file',
    'f',
    'list',
    'metadata-file',
    'progress',
    'provenance',
    'sbom',
    'set',
    'var',
  ],
  switches: ['check', 'debug', 'D', 'load', 'no-cache', 'print', 'pull', 'push'],
  words: [0, Number.POSITIVE_INFINITY],
  usage: 'buildx bake [OPTIONS] [TARGET...]',
} as const;

/** `docker buildx bake`, as far as a definition like ours needs it. Answers the code that it ends with. */
export async function bake(line: readonly string[], driver: string): Promise<number> {
  const version = versionIn(readPlan().buildx ?? '') ?? { text: '', major: 0, minor: 36 };
  const isOld = !isAtLeast(version, 0, 19);
  const given = readFlags(line, isOld ? { ...FLAGS, values: FLAGS.values.filter((flag) => flag !== 'allow') } : FLAGS);
  const one = (name: string): string | undefined => given.values.get(name)?.at(-1);
  const modes = ['auto', 'plain', 'tty', 'quiet', ...(isAtLeast(version, 0, 13) ? ['rawjson'] : [])];
  const mode = one('progress') ?? 'auto';
  if (!modes.includes(mode)) throw new Refused(`ERROR: invalid progress mode ${mode}`, 1);
  const definition = readBakeFile(
    one('file') ?? one('f') ?? 'docker-bake.json',
    isOld ? undefined : (given.values.get('allow') ?? []),
  );
  const targets = given.words;
  for (const name of targets)
    if (definition[name] === undefined) throw new Refused(`ERROR: failed to find target ${name}`, 1);
  const controller = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (readPlan().ignoresSignals !== true) controller.abort();
    });
  }
  const names = solved({ definition: { target: definition }, targets, allow: [] });
  for (const name of names) refuseOutput(definition[name], driver);
  const solve = new Solve(definition, names, new Narrator(mode === 'rawjson' ? 'rawjson' : 'plain'), controller.signal);
  const metadata: Record<string, unknown> = {};
  const ends = await Promise.allSettled(
    targets.map(async (name) => {
      metadata[name] = await solve.target(name);
    }),
  );
  const failed = ends.flatMap((end, at) =>
    end.status === 'rejected' ? [[targets[at], end.reason as Error] as const] : [],
  );
  if (failed.length === 0) {
    const file = one('metadata-file');
    if (file !== undefined) writeFileSync(file, JSON.stringify(metadata, null, 2));
    return 0;
  }
  // Bake stops at the first that fails; what the others say then is only that.
  const [name, error] = failed.find(([, { message }]) => message !== CANCELLED) ?? failed[0] ?? [];
  const target = names.length === 1 ? '' : `target ${name}: `;
  process.stderr.write(`ERROR: ${target}failed to solve: ${error?.message}\n`);
  return 1;
}

const CANCELLED = 'Canceled: context canceled';

function refuseOutput({ output = [], attest = [] }: Partial<BakeTarget> = {}, driver: string): void {
  const attests = attest.some((one) => !one.includes('disabled=true'));
  const hasStore = readPlan().hasContainerdStore === true;
  if (driver === 'docker' && !hasStore && attests) {
    const advice = 'Switch to a different driver, or turn on the containerd image store, and try again.';
    throw new Refused(`ERROR: Attestation is not supported for the docker driver.\n${advice}`, 1);
  }
  if (!hasStore && attests && output.some((one) => one.startsWith('type=docker'))) {
    throw new Refused('ERROR: docker exporter does not currently support exporting manifest lists', 1);
  }
  if (driver === 'docker' && output.some((one) => one.includes('push-by-digest=true'))) {
    throw new Refused(
      'ERROR: push-by-digest is currently not implemented for docker driver, please create a new builder instance',
      1,
    );
  }
}

class Solve {
  private readonly cached = new Set<string>();
  private readonly steps = new Map<string, Promise<readonly KeyedStep[]>>();
  private readonly built = new Map<string, Promise<void>>();
  private readonly told = new Map<string, Promise<void>>();

  constructor(
    private readonly definition: Readonly<Record<string, BakeTarget>>,
    private readonly names: readonly string[],
    private readonly narrator: Narrator,
    private readonly signal: AbortSignal,
  ) {
    const file = join(standInFolder(), 'cached');
    if (existsSync(file)) for (const key of readFileSync(file, 'utf8').split('\n')) this.cached.add(key);
  }

  /** Builds and puts out; answers what the metadata says. */
  async target(name: string): Promise<unknown> {
    await this.build(name);
    const target = this.of(name);
    const image = imageOf(target, await this.stepsOf(name));
    const outputs = target.output.filter((one) => one !== 'type=cacheonly');
    if (outputs.length === 0) return {};
    const vertex = this.titled(name, 'exporting to image');
    const id = this.narrator.begin(`${name} export`, vertex);
    try {
      this.narrator.did(id, 'exporting layers');
      this.narrator.did(id, `exporting manifest ${image.digest}`);
      for (const output of outputs) if (output.includes('push=true')) await this.push(name, output, target, image, id);
    } catch (error) {
      this.narrator.end(id, vertex, { error: (error as Error).message });
      throw error;
    }
    this.narrator.end(id, vertex);
    for (const cache of target['cache-to'] ?? []) await this.writeCache(name, cache);
    return { 'containerimage.digest': image.digest, 'image.name': (target.tags ?? []).join(',') };
  }

  private of(name: string): BakeTarget {
    const target = this.definition[name];
    if (target === undefined) throw new Refused(`ERROR: failed to find target ${name}`, 1);
    return target;
  }

  private titled(name: string, step: string): string {
    if (this.names.length === 1) return step;
    return step.startsWith('[') ? `[${name} ${step.slice(1)}` : `[${name}] ${step}`;
  }

  private stepsOf(name: string): Promise<readonly KeyedStep[]> {
    const known =
      this.steps.get(name) ?? keyedSteps(this.of(name), async (other) => (await this.stepsOf(other)).at(-1)?.key ?? '');
    this.steps.set(name, known);
    return known;
  }

  private build(name: string): Promise<void> {
    const known = this.built.get(name) ?? this.buildOnce(name);
    this.built.set(name, known);
    return known;
  }

  private async buildOnce(name: string): Promise<void> {
    const target = this.of(name);
    const others = Object.values(target.contexts ?? {}).flatMap((one) =>
      one.startsWith('target:') ? [one.slice(7)] : [],
    );
    for (const other of others) await this.build(other);
    for (const secret of target.secret ?? []) this.checkSecret(secret);
    for (const step of await this.stepsOf(name)) {
      const label = [step.stage, `${step.number}/${step.of}`].filter((part) => part !== '').join(' ');
      const vertex = this.titled(name, `[${label}] ${step.text}`);
      // A step that several targets share is one, which each of them tells.
      const known = this.told.get(step.key);
      const id = this.narrator.begin(step.key, vertex);
      const done = known ?? this.step(name, step, id);
      this.told.set(step.key, done);
      const isCached = known === undefined && this.cached.has(step.key) && target['no-cache'] !== true;
      try {
        await done;
      } catch (error) {
        this.narrator.end(id, vertex, { error: (error as Error).message });
        throw error;
      }
      this.narrator.end(id, vertex, { isCached });
      if (!this.cached.has(step.key)) appendFileSync(join(standInFolder(), 'cached'), `${step.key}\n`);
    }
  }

  private async step(name: string, step: KeyedStep, id: string): Promise<void> {
    const plan = readPlan();
    this.stopIfAsked();
    if (this.cached.has(step.key) && this.of(name)['no-cache'] !== true) return;
    if (step.kind === 'RUN') {
      for (const [, text = ''] of step.text.matchAll(/\becho\s+(?:"([^"]*)"|'[^']*')/g))
        this.narrator.log(id, `${text}\n`);
    }
    if (plan.hang === 'build' && step.kind !== 'FROM') await this.hang(plan.leavesGrandchild === true);
    await sleep(plan.stepMs ?? 0, undefined, { signal: this.signal }).catch(() => {});
    this.stopIfAsked();
    if (plan.failBuild?.target === name && step.kind !== 'FROM') {
      this.narrator.log(id, `${plan.failBuild.message ?? 'it does not compile'}\n`);
      const command = step.text.replace(/^\w+ /, '');
      throw new Error(`process "/bin/sh -c ${command}" did not complete successfully: exit code: 1`);
    }
  }

  private checkSecret(spec: string): void {
    const [, variable] = /(?:^|,)env=([^,]*)/.exec(spec) ?? [];
    if (variable !== undefined && process.env[variable] === undefined) {
      throw new Error(`failed to stat ${variable}: stat ${variable}: no such file or directory`);
    }
  }

  private async push(name: string, output: string, target: BakeTarget, image: SmallImage, id: string): Promise<void> {
    const byDigest = /(?:^|,)"?name=([^"]*?)"?,push-by-digest=true/.exec(output)?.[1]?.split(',');
    for (const reference of byDigest ?? target.tags ?? []) {
      const failure = this.plannedFailure(name);
      if (failure !== undefined) throw new Error(`failed to push ${reference}: ${failure}`);
      let moved = 0;
      await push(reference, image, async () => {
        moved += 1;
        this.narrator.moved(id, `pushing layer ${moved}`, 100, 100);
        const plan = readPlan();
        if (plan.hang === 'push') await this.hang(plan.leavesGrandchild === true);
        this.stopIfAsked();
      }).catch((error: Error) => {
        throw error.message === CANCELLED ? error : new Error(`failed to push ${reference}: ${error.message}`);
      });
      this.narrator.did(id, 'pushing layers');
      this.narrator.did(id, `pushing manifest for ${reference}@${image.digest}`);
    }
  }

  private async writeCache(name: string, given: string): Promise<void> {
    const spec = parseCacheSpec(given);
    const ref = spec.ok && spec.value.type === 'registry' ? spec.value.attributes.get('ref') : undefined;
    if (!spec.ok || ref === undefined) return;
    const vertex = this.titled(name, 'exporting cache to registry');
    const id = this.narrator.begin(`${name} ${ref}`, vertex);
    const keys = (await this.stepsOf(name)).map(({ key }) => `cache ${key}`);
    try {
      await push(ref, smallImage({ layers: keys }), async () => this.stopIfAsked());
      this.narrator.did(id, 'writing cache image manifest');
      this.narrator.end(id, vertex);
    } catch (error) {
      this.narrator.end(id, vertex, { error: (error as Error).message });
      if (spec.value.attributes.get('ignore-error') !== 'true') throw error;
    }
  }

  /** Counted over all runs, in the order of the plan. */
  private plannedFailure(name: string): string | undefined {
    const file = join(standInFolder(), 'failed');
    const before = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    for (const [at, { target, message, times }] of (readPlan().failPush ?? []).entries()) {
      if (target !== undefined && target !== name) continue;
      if (before.filter((line) => line === `${at}`).length >= times) continue;
      appendFileSync(file, `${at}\n`);
      return message;
    }
    return undefined;
  }

  private async hang(leavesGrandchild: boolean): Promise<void> {
    if (leavesGrandchild) {
      const script = 'trap "" TERM INT HUP; while :; do sleep 0.2; done';
      const { pid } = spawn('/bin/sh', ['-c', script], { stdio: ['ignore', 'inherit', 'inherit'] });
      appendFileSync(join(standInFolder(), 'pids'), `${pid}\n`);
    }
    appendFileSync(join(standInFolder(), 'pids'), `${process.pid}\n`);
    while (!this.signal.aborted) await sleep(600_000, undefined, { signal: this.signal }).catch(() => {});
  }

  private stopIfAsked(): void {
    if (this.signal.aborted) throw new Error(CANCELLED);
  }
}
