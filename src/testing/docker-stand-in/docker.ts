import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bake } from './bake.js';
import { Refused, readFlags } from './flags.js';
import { lookUp } from './pusher.js';
import { buildxConfig, readPlan, standInFolder } from './settings.js';

/** A program that stands in for `docker` where there is none. What it cannot do it refuses as Docker does. */

async function main(line: readonly string[]): Promise<number> {
  const names = Object.keys(process.env).sort();
  appendFileSync(
    join(standInFolder(), 'calls.jsonl'),
    `${JSON.stringify({ args: line, names, config: process.env.DOCKER_CONFIG })}\n`,
  );
  const [command, sub, ...rest] = line;
  const plan = readPlan();
  if (command === 'info') return info(line.slice(1));
  if (command !== 'buildx')
    throw new Refused(`docker: unknown command: docker ${command}\n\nRun 'docker --help' for more information`, 1);
  if (plan.buildx === null)
    throw new Refused("docker: unknown command: docker buildx\n\nRun 'docker --help' for more information", 1);
  switch (sub) {
    case 'version':
      process.stdout.write(`github.com/docker/buildx ${plan.buildx ?? 'v0.36.1'} 0000000\n`);
      return 0;
    case 'inspect':
      return inspect(rest);
    case 'create':
      return create(rest);
    case 'rm':
      return remove(rest);
    case 'imagetools':
      return imagetools(rest);
    case 'bake': {
      const at = rest.indexOf('--builder');
      const { driver } = builder(at === -1 ? undefined : rest[at + 1]);
      if (driver === 'docker' && plan.isEngineDown === true) throw new Refused(`ERROR: ${DOWN}`, 1);
      return bake(rest, driver);
    }
    default:
      throw new Refused(`ERROR: unknown command: "docker buildx ${sub ?? ''}"`, 1);
  }
}

const DOWN = 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';

const instance = (name: string): string => join(buildxConfig(), 'instances', name);

function builder(given: string | undefined): { name: string; driver: string } {
  const name = given ?? process.env.BUILDX_BUILDER ?? 'default';
  if (name === 'default') return { name, driver: readPlan().driver ?? 'docker' };
  if (!existsSync(instance(name))) throw new Refused(`ERROR: no builder "${name}" found`, 1);
  return { name, driver: 'docker-container' };
}

/** https://github.com/docker/buildx/blob/master/commands/inspect.go */
function inspect(line: readonly string[]): number {
  const given = readFlags(line, {
    values: ['builder'],
    switches: ['bootstrap', 'debug', 'D'],
    words: [0, 1],
    usage: 'buildx inspect [NAME]',
  });
  const { name, driver } = builder(given.words[0] ?? given.values.get('builder')?.at(-1));
  const { isEngineDown, hasContainerdStore } = readPlan();
  const rows = [`Name:          ${name}`, `Driver:        ${driver}`, ''];
  if (isEngineDown === true) rows.splice(2, 0, `Error:         ${DOWN}`);
  else {
    rows.push('Nodes:', `Name:             ${name}`, `Endpoint:         ${name}`, 'Status:           running');
    rows.push('BuildKit version: v0.26.3', 'Platforms:        linux/amd64, linux/amd64/v2, linux/386');
    if (process.env.DEBUG !== undefined) {
      rows.push('Features:', `    Cache export: ${driver !== 'docker' || hasContainerdStore === true}`);
    }
  }
  process.stdout.write(`${rows.join('\n')}\n`);
  return 0;
}

function info(line: readonly string[]): number {
  const given = readFlags(line, { values: ['format', 'f'], switches: [], words: [0, 0], usage: 'info [OPTIONS]' });
  if (readPlan().isEngineDown === true) throw new Refused(DOWN, 1);
  if (given.values.get('format')?.at(-1) !== '{{json .DriverStatus}}') {
    throw new Refused('template parsing error: not known to the stand-in', 1);
  }
  const store = ['driver-type', 'io.containerd.snapshotter.v1'];
  const status = readPlan().hasContainerdStore === true ? [store] : [['Backing Filesystem', 'extfs']];
  process.stdout.write(`${JSON.stringify(status)}\n`);
  return 0;
}

function create(line: readonly string[]): number {
  const values = ['name', 'driver', 'driver-opt', 'buildkitd-config', 'buildkitd-flags', 'node', 'platform'];
  const switches = ['bootstrap', 'use', 'append', 'leave', 'debug', 'D'];
  const given = readFlags(line, {
    values,
    switches,
    words: [0, 1],
    usage: 'buildx create [OPTIONS] [CONTEXT|ENDPOINT]',
  });
  const name = given.values.get('name')?.at(-1) ?? 'amazing_turing';
  if (readPlan().isEngineDown === true) throw new Refused(`ERROR: ${DOWN}`, 1);
  mkdirSync(join(buildxConfig(), 'instances'), { recursive: true });
  writeFileSync(instance(name), JSON.stringify({ Name: name, Driver: 'docker-container', Nodes: [] }));
  process.stdout.write(`${name}\n`);
  return 0;
}

async function remove(line: readonly string[]): Promise<number> {
  const switches = ['force', 'f', 'all-inactive', 'keep-daemon', 'keep-state'];
  const given = readFlags(line, {
    values: ['builder', 'timeout'],
    switches,
    words: [0, 9],
    usage: 'buildx rm [OPTIONS] [NAME...]',
  });
  if (readPlan().hang === 'remove') await sleep(600_000);
  for (const name of given.words) {
    if (!existsSync(instance(name))) throw new Refused('ERROR: failed to remove one or more builders', 1);
    rmSync(instance(name));
    process.stdout.write(`${name} removed\n`);
  }
  return 0;
}

async function imagetools([sub, ...line]: readonly string[]): Promise<number> {
  if (sub !== 'inspect') throw new Refused(`ERROR: unknown command: "docker buildx imagetools ${sub ?? ''}"`, 1);
  const given = readFlags(line, {
    values: ['format', 'builder'],
    switches: ['raw', 'debug', 'D'],
    words: [1, 1],
    usage: 'buildx imagetools inspect [OPTIONS] NAME',
  });
  const [name = ''] = given.words;
  const digest = readPlan().bases?.[name] ?? (await lookUp(name).catch(() => undefined));
  if (digest === undefined) throw new Refused(`ERROR: ${name}: not found`, 1);
  if (given.values.get('format')?.at(-1) !== '{{json .Manifest}}')
    throw new Refused('ERROR: template: not known to the stand-in', 1);
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  process.stdout.write(`${JSON.stringify({ schemaVersion: 2, mediaType, digest, size: 1 }, null, 2)}\n`);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Refused ? error.message : `ERROR: ${(error as Error).stack}`}\n`);
    process.exit(error instanceof Refused ? error.exitCode : 1);
  },
);
