import { type ChildProcess, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { describeWith, labPath } from '../lab/tools.js';
import { type Clients, clientsFor } from './clients.js';
import { answersOf, type Difference, differences } from './compare.js';
import { isAt, known } from './moto-differences.js';
import { type Memory, scenario } from './scenario.js';
import { until } from './split-listener.js';

/**
 * The same calls to moto's server and to ours, by the same client code. Where the answers differ, somebody has looked up
 * who is right: a difference that is not listed fails, and so does a listed one that is there no more.
 */

let cloud: StartedCloud | undefined;
let moto: { endpoint: string; stop(): Promise<void> } | undefined;
let clients: Clients[] = [];

afterAll(async () => {
  for (const each of clients) each.destroy();
  await cloud?.stop();
  await moto?.stop();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** moto takes no port 0, so that somebody else may take the port in between: then it is tried again. */
async function startMoto(): Promise<{ endpoint: string; stop(): Promise<void> }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const endpoint = `http://127.0.0.1:${port}`;
    const child: ChildProcess = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, PATH: labPath },
    });
    let log = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-4_000);
    });
    const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const stop = async () => {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await gone;
      clearTimeout(force);
    };
    try {
      await until(
        'moto answers',
        async () => {
          if (child.exitCode !== null) throw new Error(`moto_server ended with ${child.exitCode}: ${log}`);
          return fetch(`${endpoint}/moto-api/`).then(
            ({ ok }) => ok,
            () => false,
          );
        },
        40_000,
      );
      return { endpoint, stop };
    } catch (error) {
      await stop();
      if (attempt === 2) throw error;
    }
  }
}

/** Nothing of it needs to exist here. */
const ourNetwork = {
  vpcId: 'vpc-00000000',
  subnets: ['subnet-00000001', 'subnet-00000002'],
  securityGroup: 'sg-00000001',
};

/** moto's default VPC. The EC2 client is no dependency of ours, and two calls need none. */
async function motoNetwork(endpoint: string): Promise<Pick<Memory, 'vpcId' | 'subnets' | 'securityGroup'>> {
  const authorization =
    'AWS4-HMAC-SHA256 Credential=x/20260101/eu-west-1/ec2/aws4_request, SignedHeaders=host, Signature=x';
  const ask = async (action: string, name: string) => {
    const response = await fetch(`${endpoint}/?Action=${action}&Version=2016-11-15`, { headers: { authorization } });
    const found = (await response.text()).matchAll(new RegExp(`<${name}>([^<]+)</${name}>`, 'g'));
    return [...found].map((match) => match[1] ?? '');
  };
  return {
    vpcId: (await ask('DescribeSubnets', 'vpcId'))[0] ?? '',
    subnets: (await ask('DescribeSubnets', 'subnetId')).slice(0, 2),
    securityGroup: (await ask('DescribeSecurityGroups', 'groupId'))[0] ?? '',
  };
}

describeWith(['moto_server'], 'moto and the local cloud', () => {
  let found: Difference[] = [];

  beforeAll(async () => {
    moto = await startMoto();
    cloud = await startCloud();
    const theirs = clientsFor(moto.endpoint);
    const ours = clientsFor(cloud.endpoint);
    clients = [theirs, ours];
    const minute = Math.floor(Date.now() / 60_000) * 60_000 - 5 * 60_000;
    const network = await motoNetwork(moto.endpoint);
    const [left, right] = await Promise.all([
      answersOf(scenario, theirs, { ...network, arn: {}, minute }),
      answersOf(scenario, ours, { ...ourNetwork, arn: {}, minute }),
    ]);
    found = scenario.flatMap(({ name }) => differences(name, left.get(name), right.get(name)));
    if (process.env.SLUICE_SHOW_DIFFERENCES === 'true') process.stderr.write(`${JSON.stringify(found, null, 1)}\n`);
  }, 120_000);

  test('answer the same, but for what is listed', () => {
    expect(found.filter((difference) => !known.some((one) => isAt(one, difference.at)))).toEqual([]);
  });

  test('still differ in everything that is listed', () => {
    expect(known.filter((one) => !found.some((difference) => isAt(one, difference.at)))).toEqual([]);
  });
});

test('every listed difference says who is right and by which page', () => {
  for (const one of known) {
    expect(one).toMatchObject({
      right: expect.stringMatching(/^(ours|moto|both)$/),
      why: expect.stringMatching(/.{10}/),
    });
    expect(one.page).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|github\.com)\//);
  }
});
