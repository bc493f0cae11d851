import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type CommentsApi, startCommentsApi } from '../testing/comments-api.js';
import { keepComment } from './sticky-comment.js';

describe('the one comment on a pull request', () => {
  let api: CommentsApi;
  let warnings: string[];
  beforeEach(async () => {
    api = await startCommentsApi('token');
    warnings = [];
  });
  afterEach(() => api.stop());

  const keep = (markdown: string, more: { about?: string; apiUrl?: string } = {}) =>
    keepComment({
      apiUrl: api.url,
      token: 'token',
      repository: 'example/shop',
      pullRequest: 7,
      about: 'preflight shop web',
      markdown,
      warn: (text) => warnings.push(text),
      ...more,
    });
  const bodies = () => api.comments.map(({ body }) => body);
  const add = (body: string, type: string, author_association: string) =>
    api.comments.push({ id: 1 + api.comments.length, body, user: { type }, author_association });

  test('is written once and then kept up to date in its place', async () => {
    add('Looks good', 'User', 'MEMBER');
    await keep('first');
    await keep('second');
    expect(bodies()).toEqual(['Looks good', '<!-- sluice: preflight shop web -->\nsecond']);
    expect(warnings).toEqual([]);
  });

  test('is not written again when nothing changed', async () => {
    await keep('same');
    const before = api.requests.length;
    await keep('same');
    expect(api.requests.slice(before)).toEqual(['GET /repos/example/shop/issues/7/comments']);
  });

  test('is another one for another service', async () => {
    await keep('web');
    await keep('worker', { about: 'preflight shop worker' });
    await keep('web again');
    expect(bodies()).toEqual([
      '<!-- sluice: preflight shop web -->\nweb again',
      '<!-- sluice: preflight shop worker -->\nworker',
    ]);
  });

  test('is found behind a hundred others', async () => {
    for (let i = 0; i < 130; i++) add(`comment ${i}`, 'User', 'NONE');
    await keep('first');
    await keep('second');
    expect(bodies().filter((body) => body.startsWith('<!--'))).toEqual(['<!-- sluice: preflight shop web -->\nsecond']);
  });

  test('is never one of somebody from outside, whatever it begins with', async () => {
    add('<!-- sluice: preflight shop web -->\nall is well', 'User', 'CONTRIBUTOR');
    await keep('not well');
    expect(bodies()).toHaveLength(2);
    expect(bodies()[0]).toContain('all is well');
  });

  test('is cut to what GitHub takes', async () => {
    await keep('x'.repeat(70_000));
    expect(bodies()[0]).toHaveLength(65_536);
    expect(bodies()[0]).toContain('The rest is in the summary');
  });

  test('without the permission is a warning that names it, and nothing is thrown', async () => {
    api.refuse(403);
    await keep('first');
    expect(warnings).toEqual([
      'The comment on the pull request could not be written: 403 Resource not accessible by integration. Does the job have `permissions: { pull-requests: write }`? A run for a pull request from a fork never has it.',
    ]);
  });

  test('is a warning too when GitHub is not there', async () => {
    await keep('first', { apiUrl: 'http://127.0.0.1:1' });
    expect(warnings).toEqual([expect.stringContaining('no answer from 127.0.0.1:1')]);
  });
});
