import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BakeTarget } from '../../images/bake.js';
import { type ContextItem, listContext } from '../../images/context-listing.js';
import { ignoreFilesOf, readIgnoreFile } from '../../images/ignore-file.js';
import { contextFolders } from '../../system/context-folder.js';
import { type SmallImage, sha256Of, smallImage, smallIndex } from '../small-images.js';
import { type FileStep, stepsOf } from './dockerfile-steps.js';

export interface KeyedStep extends FileStep {
  /** The same for the same step after the same steps on the same content. */
  readonly key: string;
}

/** The steps of a target, each with what it depends on. */
export async function keyedSteps(
  target: BakeTarget,
  keyOfTarget: (name: string) => Promise<string>,
): Promise<readonly KeyedStep[]> {
  const path = join(target.context, target.dockerfile.startsWith('/') ? '' : target.dockerfile);
  const file = target.dockerfile.startsWith('/') ? target.dockerfile : path;
  if (!existsSync(file)) {
    throw new Error(
      `failed to read dockerfile: open ${target.dockerfile.split('/').at(-1)}: no such file or directory`,
    );
  }
  const text = readFileSync(file, 'utf8');
  const items = await contextItems(target.context, file);
  const named: string[] = [];
  for (const [name, from] of Object.entries(target.contexts ?? {})) {
    const isFolder = !/^(?:target:|docker-image:\/\/)/.test(from);
    const key = from.startsWith('target:') ? await keyOfTarget(from.slice(7)) : from;
    named.push(`${name}=${isFolder ? sha256Of(JSON.stringify(await contextItems(from, ''))) : key}`);
  }
  const declared = [...text.matchAll(/^ARG\s+([^\s=]+)/gim)].map(
    ([, name = '']) => `${name}=${target.args?.[name] ?? ''}`,
  );
  let key = sha256Of(JSON.stringify([named, declared]));
  return stepsOf(text, target.target).map((step) => {
    const content =
      (step.kind === 'COPY' || step.kind === 'ADD') && !step.text.includes('--from=') ? copied(step, items) : [];
    key = sha256Of(JSON.stringify([key, step.text, content]));
    return { ...step, key };
  });
}

/** What is built of them: a layer of each step that makes one, deterministic. */
export function imageOf(target: BakeTarget, steps: readonly KeyedStep[]): SmallImage {
  const last = steps.at(-1)?.stage;
  const layers = steps.filter(({ stage }) => stage === last).map(({ text, key }) => `${text}\n${key}\n`);
  const platforms = target.platforms ?? ['linux/amd64'];
  const images = platforms.map((platform) => smallImage({ platform, layers, labels: target.labels ?? {}, indent: 2 }));
  const hasAttestations = target.attest.some((one) => !one.includes('disabled=true'));
  const [only] = images;
  return images.length === 1 && only !== undefined && !hasAttestations
    ? only
    : smallIndex(images, { hasAttestations, indent: 2 });
}

async function contextItems(context: string, dockerfile: string): Promise<readonly ContextItem[]> {
  const [beside, atTop] = ignoreFilesOf(dockerfile);
  const file = [beside, join(context, atTop)].find((path) => existsSync(path));
  const ignore = readIgnoreFile(file === undefined ? '' : readFileSync(file, 'utf8'));
  return listContext(contextFolders(context)(''), ignore.ok ? ignore.patterns : []);
}

/** `COPY --chown=… a b c/` takes a and b, and what is below them. */
function copied({ text }: FileStep, items: readonly ContextItem[]): readonly unknown[] {
  const sources = text
    .split(' ')
    .slice(1, -1)
    .filter((word) => !word.startsWith('--'))
    .map((word) => word.replace(/^(?:\.?\/)+/, '').replace(/^\.$|\/$/, ''));
  const isTaken = (path: string) =>
    sources.some((one) => one === '' || one.includes('*') || path === one || path.startsWith(`${one}/`));
  const taken = items.filter(({ path }) => isTaken(path));
  const missing = sources.find(
    (one) => one !== '' && !one.includes('*') && !items.some(({ path }) => path === one || path.startsWith(`${one}/`)),
  );
  if (missing !== undefined) {
    throw new Error(`failed to compute cache key: failed to calculate checksum of ref: "/${missing}": not found`);
  }
  return taken;
}
