import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type DeploymentsApi, startDeploymentsApi } from '../testing/deployments-api.js';
import { createDeploymentStatus } from './deployment-status.js';

const run = {
  repository: 'example/shop',
  sha: '0123456789abcdef0123456789abcdef01234567',
  runId: '7',
  runUrl: 'https://github.com/example/shop/actions/runs/7',
};

describe('a deployment that is shown on GitHub', () => {
  let api: DeploymentsApi;
  let warnings: string[];
  beforeEach(async () => {
    api = await startDeploymentsApi('token');
    warnings = [];
  });
  afterEach(() => api.stop());

  const shown = (more: { token?: string; apiUrl?: string } = {}) =>
    createDeploymentStatus({
      token: 'token',
      environment: 'production',
      environmentUrl: 'https://shop.example.com/',
      run,
      apiUrl: api.url,
      warn: (text) => warnings.push(text),
      ...more,
    });
  const statuses = () => api.deployments.map(({ statuses }) => statuses.map(({ state }) => state));

  test('is made when there is none, with the log and the address, and its statuses are in order', async () => {
    const status = shown();
    expect(api.requests).toEqual([]);
    status.tell('in_progress', '10 % on shop-green, healthy');
    status.tell('in_progress', '50 % on shop-green, healthy');
    status.tell('in_progress', '50 % on shop-green, healthy');
    status.tell('success', 'Promoted');
    await status.shown();
    expect(statuses()).toEqual([['success', 'in_progress', 'in_progress']]);
    expect(api.deployments[0]).toMatchObject({ environment: 'production', sha: run.sha });
    expect(api.deployments[0]?.statuses.at(-1)).toEqual({
      state: 'in_progress',
      description: '10 % on shop-green, healthy',
      log_url: run.runUrl,
      environment_url: 'https://shop.example.com/',
    });
    expect(warnings).toEqual([]);
  });

  test("is the job's own where there is one, not that of another run", async () => {
    const own = api.ofJob({ environment: 'production', sha: run.sha, runId: '7' });
    const other = api.ofJob({ environment: 'production', sha: run.sha, runId: '77' });
    const status = shown();
    status.tell('failure', 'Rolled back');
    await status.shown();
    expect(api.deployments).toHaveLength(2);
    expect(own.statuses[0]).toMatchObject({ state: 'failure', description: 'Rolled back' });
    expect(other.statuses).toHaveLength(1);
  });

  test('has a long reason cut to what GitHub takes', async () => {
    const status = shown();
    status.tell('failure', `Rolled back: ${'the alarm is on\n'.repeat(20)}`);
    await status.shown();
    const description = String(api.deployments[0]?.statuses[0]?.description);
    expect(description).toHaveLength(140);
    expect(description).toMatch(/^Rolled back: the alarm is on the alarm.*…$/);
  });

  test('that may not be shown is one warning with the permission, and GitHub is not asked again', async () => {
    api.faults.push(403);
    const status = shown();
    status.tell('in_progress', 'one');
    status.tell('in_progress', 'two');
    await status.shown();
    expect(warnings).toEqual([
      'The deployment cannot be shown on GitHub: 403 Resource not accessible by integration. Does the job have `permissions: { deployments: write }`? The deployment itself goes on',
    ]);
    expect(api.requests).toHaveLength(1);
  });

  test('outlives an error of GitHub: asked again once, and shown from the next step on', async () => {
    api.faults.push(502);
    const status = shown();
    status.tell('in_progress', 'one');
    await status.shown();
    api.faults.push(502, 502);
    status.tell('in_progress', 'two');
    status.tell('in_progress', 'three');
    await status.shown();
    expect(api.deployments[0]?.statuses.map(({ description }) => description)).toEqual(['three', 'one']);
    expect(warnings).toHaveLength(1);
  });

  test('costs the end of a run a few seconds at the most when GitHub is silent', async () => {
    api.faults.push('silence', 'silence', 'silence');
    const status = shown();
    const from = performance.now();
    status.tell('in_progress', 'one');
    status.tell('success', 'two');
    expect(performance.now() - from).toBeLessThan(50);
    await status.shown();
    expect(performance.now() - from).toBeLessThan(8_000);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).not.toContain('token');
  });

  test('is one warning too when GitHub is not there', async () => {
    const status = shown({ apiUrl: 'http://127.0.0.1:1' });
    status.tell('in_progress', 'one');
    await status.shown();
    expect(warnings).toEqual([expect.stringContaining('no answer from 127.0.0.1:1')]);
  });
});
