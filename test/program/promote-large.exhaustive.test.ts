import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import { expect, test } from '@jest/globals';
import { figure } from '../../src/testing/figures.js';
import { DEV, PROD, PromoteStage, role } from './promote-stage.js';

/** A large image goes from account to account in parts: what is in memory does not grow with it. */

const LAYERS = 6;
const LAYER_BYTES = 64_000_000;
const manifestType = 'application/vnd.oci.image.manifest.v1+json';

/** The most that a process has had in memory, MB. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1_000;
  } catch {
    return 0;
  }
}

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux(
  'an image of 384 MB is copied with less in memory than it has',
  async () => {
    await using stage = await PromoteStage.open({ repositories: [{ repositoryName: 'large' }] });
    await stage.create(PROD, 'large');
    const { authorizationData: [given] = [] } = await stage.client(DEV).send(new GetAuthorizationTokenCommand({}));
    const registry = `${given?.proxyEndpoint}/v2/large`;
    const headers = { authorization: `Basic ${given?.authorizationToken}` };
    const pushed = async (bytes: Buffer, mediaType: string) => {
      const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
      const begun = await fetch(`${registry}/blobs/uploads/`, { method: 'POST', headers });
      const place = new URL(begun.headers.get('location') ?? '', registry);
      place.searchParams.set('digest', digest);
      const ended = await fetch(place, { method: 'PUT', headers, body: new Uint8Array(bytes) });
      expect(ended.status).toBe(201);
      return { mediaType, digest, size: bytes.length };
    };
    const config = await pushed(
      Buffer.from('{"os":"linux","architecture":"amd64"}'),
      'application/vnd.oci.image.config.v1+json',
    );
    const layers = [];
    for (let layer = 0; layer < LAYERS; layer++) {
      layers.push(await pushed(randomBytes(LAYER_BYTES), 'application/vnd.oci.image.layer.v1.tar+gzip'));
    }
    const manifest = JSON.stringify({ schemaVersion: 2, mediaType: manifestType, config, layers });
    const put = await fetch(`${registry}/manifests/1.0`, {
      method: 'PUT',
      headers: { ...headers, 'content-type': manifestType },
      body: manifest,
    });
    expect(put.status).toBe(201);

    await using step = await stage.step({ source: 'large:1.0', environment: 'prod', 'target-role-to-assume': role });
    const running = await step.main();
    let peak = 0;
    const looking = setInterval(() => {
      peak = Math.max(peak, peakOf(running.pid));
    }, 20);
    const { outputs } = await running.ended.finally(() => clearInterval(looking));
    expect(outputs.outcome).toBe('promoted');
    expect((await stage.manifest(PROD, 'large', 'prod'))?.text).toBe(manifest);
    figure('promote-memory', Math.round(peak));
    process.stdout.write(`${Math.round(peak)} MB at most for ${(LAYERS * LAYER_BYTES) / 1e6} MB\n`);
    expect(peak).toBeGreaterThan(0);
    expect(peak).toBeLessThan((LAYERS * LAYER_BYTES) / 1e6);
  },
  120_000,
);
