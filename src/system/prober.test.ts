import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer, globalAgent } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { prober } from './prober.js';

/** Self-signed for shop.example.com; serves nothing but this test. */
const cert = `-----BEGIN CERTIFICATE-----
MIIBqjCCAVCgAwIBAgIUCqZ7jaC4ZhxAQNsUop9ZWKvxd6MwCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQc2hvcC5leGFtcGxlLmNvbTAgFw0yNjExMjExMDAzMzNaGA8y
MTI2MTAyODEwMDMzM1owGzEZMBcGA1UEAwwQc2hvcC5leGFtcGxlLmNvbTBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABNX/xeQR4Bx9PF3mqGZf06JsIvb3EzOL5B+h
mfX8Zm+kVKAhRniOInzqqN4IHolGs2w9pZamrj5omiJO7bcZOimjcDBuMB0GA1Ud
DgQWBBQgITWoUfO+3qeUV0ZpJ3Ouu+ViaDAfBgNVHSMEGDAWgBQgITWoUfO+3qeU
V0ZpJ3Ouu+ViaDAPBgNVHRMBAf8EBTADAQH/MBsGA1UdEQQUMBKCEHNob3AuZXhh
bXBsZS5jb20wCgYIKoZIzj0EAwIDSAAwRQIgTo38/0WXveJ2ZJxiBpW1HbmQJDc8
aezJIOVj8wRlhGECIQDsS/ZxCKjjHN5y88Z9K9dxjtOTD1IBFj61VByCnxK76g==
-----END CERTIFICATE-----`;
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg4XMF2Mq8JMpGkeCM
O8/jfXdZf0f/j6PaJ3VxYjvJROihRANCAATV/8XkEeAcfTxd5qhmX9OibCL29xMz
i+QfoZn1/GZvpFSgIUZ4jiJ86qjeCB6JRrNsPaWWpq4+aJoiTu23GTop
-----END PRIVATE KEY-----`;

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((closed) => server?.close(closed) ?? closed(undefined));
  server = undefined;
});

async function serve(made: Server): Promise<number> {
  server = made;
  await new Promise<void>((ready) => made.listen(0, '127.0.0.1', ready));
  return (made.address() as AddressInfo).port;
}
const http = async (answer: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await serve(createServer(answer))}/health`;
const probe = (url: string, headers: Record<string, string> = {}, timeoutMs = 2_000) =>
  prober.probe({ url, headers, timeoutMs });

describe('a probe', () => {
  test('sends its headers, the Host too, and answers status and body', async () => {
    const url = await http((request, response) => {
      response.writeHead(201).end(`${request.headers.host} ${request.headers['x-test']}`);
    });
    const answer = await probe(url, { Host: 'shop.example.com', 'X-Test': 'green' });
    expect(answer).toMatchObject({ status: 201, body: 'shop.example.com green', failure: null });
  });

  test('takes a redirect for the answer', async () => {
    const url = await http((_request, response) => void response.writeHead(302, { location: '/elsewhere' }).end());
    expect((await probe(url)).status).toBe(302);
  });

  test('reads only the beginning of an endless answer', async () => {
    const url = await http((_request, response) => {
      const more = (): void => void (response.destroyed || response.write('x'.repeat(65_536), more));
      more();
    });
    const { status, body } = await probe(url);
    expect([status, body.length >= 262_144]).toEqual([200, true]);
  });

  test('that is not answered in time says so, before the answer and in the middle of it', async () => {
    expect((await probe(await http(() => {}), {}, 100)).failure).toBe('no answer within 100 ms');
    await new Promise((closed) => server?.close(closed));
    const half = await http((_request, response) => void response.write('half'));
    expect((await probe(half, {}, 100)).failure).toBe('no answer within 100 ms');
  });

  test('that finds nobody says why', async () => {
    const url = await http(() => {});
    server?.closeAllConnections();
    await new Promise((closed) => server?.close(closed));
    expect((await probe(url)).failure).toContain('ECONNREFUSED');
  });

  test('of a load balancer by its own name asks for the certificate of the Host, and verifies it', async () => {
    const port = await serve(
      createHttpsServer({ cert, key }, (request, response) => void response.end(request.headers.host)),
    );
    const before = globalAgent.options.ca;
    globalAgent.options.ca = cert;
    try {
      const url = `https://127.0.0.1:${port}/`;
      expect(await probe(url, { Host: 'shop.example.com' })).toMatchObject({ status: 200, body: 'shop.example.com' });
      expect((await probe(url)).failure).toContain('does not match certificate');
      expect((await probe(url, { Host: 'other.example.com' })).failure).toContain('does not match certificate');
    } finally {
      if (before === undefined) delete globalAgent.options.ca;
      else globalAgent.options.ca = before;
    }
  });
});
