import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from './answer.js';
import type { RegistryFault, What } from './faults.js';

/** Writes an answer, as far as a fault lets it. */
export async function send(
  { method, fault }: { readonly method: string; fault(kinds: readonly What[]): RegistryFault | undefined },
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const { status, headers = {}, body } = answer;
  const length = Buffer.isBuffer(body) ? { 'content-length': String(body.length) } : {};
  response.writeHead(status, { 'docker-distribution-api-version': 'registry/2.0', ...length, ...headers });
  if (body === undefined || method === 'HEAD') {
    if (body instanceof Readable) body.destroy();
    response.end();
    return;
  }
  const cut = method === 'GET' && status === 200 ? fault(['cut']) : undefined;
  if (cut === undefined) {
    if (Buffer.isBuffer(body)) response.end(body);
    else await pipeline(body, response);
    return;
  }
  let sent = 0;
  for await (const chunk of body instanceof Readable ? (body as AsyncIterable<Buffer>) : [body]) {
    const part = chunk.subarray(0, cut.afterBytes - sent);
    await new Promise((resolve) => response.write(part, resolve));
    sent += part.length;
    if (part.length < chunk.length) break;
  }
  response.destroy();
}
