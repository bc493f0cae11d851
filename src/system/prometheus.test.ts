import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AccessError } from '../ports/access-error.js';
import { RefusedQuery } from '../ports/refused-query.js';
import { prometheus } from './prometheus.js';

interface Request {
  method: string | undefined;
  path: string | undefined;
  authorization: string | undefined;
  body: string;
}

let url = '';
let seen: Request[] = [];
let answer: { status: number; body: string; type?: string } = { status: 200, body: '' };
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    const { method, url: path, headers } = request;
    seen.push({ method, path, authorization: headers.authorization, body });
    response.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json', location: '/login' });
    response.end(answer.body);
  });
});

beforeEach(async () => {
  seen = [];
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const data = (resultType: string, result: unknown) => ({
  status: 200,
  body: JSON.stringify({ status: 'success', data: { resultType, result } }),
});
const error = (status: number, errorType: string, said: string) => ({
  status,
  body: JSON.stringify({ status: 'error', errorType, error: said }),
});

/** What a query fails with. */
async function failure(options: Parameters<typeof prometheus>[0] = { url }): Promise<Error> {
  return prometheus(options)
    .query('up')
    .then(
      () => new Error('it did not fail'),
      (thrown: Error) => thrown,
    );
}

describe('Prometheus', () => {
  test('is asked by POST below the path that it is served under', async () => {
    answer = data('vector', []);
    await prometheus({ url: `${url}/prom/` }).query('rate(x{a="b&c"}[5m])');
    expect(seen[0]).toMatchObject({ method: 'POST', path: '/prom/api/v1/query', authorization: undefined });
    expect(new URLSearchParams(seen[0]?.body).get('query')).toBe('rate(x{a="b&c"}[5m])');
  });

  test('answers series with their labels, NaN and infinity among them, and a scalar as a series without labels', async () => {
    const series = (value: string) => ({ metric: { a: 'b' }, value: [1, value] });
    answer = data('vector', [series('0.25'), series('NaN'), series('+Inf'), series('-Inf')]);
    const values = (await prometheus({ url }).query('x')).map(({ value }) => value);
    expect(values).toEqual([0.25, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    answer = data('scalar', [1, '5']);
    expect(await prometheus({ url }).query('5')).toEqual([{ labels: {}, value: 5 }]);
  });

  test('gets a token, or a user name and a password', async () => {
    answer = data('vector', []);
    await prometheus({ url, token: 'abc' }).query('up');
    await prometheus({ url, username: 'me', password: 'pä:ss' }).query('up');
    const basic = `Basic ${Buffer.from('me:pä:ss').toString('base64')}`;
    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer abc', basic]);
  });

  test.each([
    ['a query that it cannot parse', error(400, 'bad_data', '1:4: parse error: unexpected end')],
    ['a query that it cannot carry out', error(422, 'execution', 'many-to-many matching not allowed')],
  ])('refuses %s in its own words', async (_name, given) => {
    answer = given;
    expect(await failure()).toBeInstanceOf(RefusedQuery);
    expect((await failure()).message).toBe(JSON.parse(given.body).error);
  });

  test.each(['matrix', 'string'])('that gives a %s cannot be compared', async (type) => {
    answer = data(type, []);
    expect(await failure()).toBeInstanceOf(RefusedQuery);
  });

  test.each([401, 403])('that answers %i names the input to check', async (status) => {
    answer = { status, body: 'no', type: 'text/plain' };
    expect(await failure()).toBeInstanceOf(AccessError);
    expect((await failure()).message).toContain('give prometheus-token');
    expect((await failure({ url, token: 'secret' })).message).toContain('check prometheus-token');
    expect((await failure({ url, token: 'secret' })).message).not.toContain('secret');
    expect((await failure({ url, username: 'a', password: 'b' })).message).toContain('prometheus-password');
  });

  test.each([
    ['is busy', error(503, 'timeout', 'query timed out in expression evaluation'), 'answered 503: query timed out'],
    ['is something else', { status: 404, body: '<h1>Not found</h1>', type: 'text/html' }, 'answered 404: <h1>'],
    ['is behind a login', { status: 302, body: '', type: 'text/html' }, 'answered 302'],
    ['answers no JSON', { status: 200, body: 'hello', type: 'application/json' }, 'answered 200: hello'],
  ])('that %s gives no evidence', async (_name, given, said) => {
    answer = given;
    const thrown = await failure();
    expect(thrown).not.toBeInstanceOf(RefusedQuery);
    expect(thrown.message).toContain(said);
  });

  test('that cannot be reached gives no evidence', async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    expect((await failure()).message).toMatch(/could not be reached: .*ECONNREFUSED/);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  });
});
