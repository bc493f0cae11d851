import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { Admin } from './admin.js';
import type { Calls } from './calls.js';

const mostBodyBytes = 16 * 1024 * 1024;

/** The one HTTP server of the cloud: AWS calls on every path but `/_sluice/`, which is the admin API. */
export class ApiServer {
  private readonly server: Server;

  constructor(
    private readonly calls: Calls,
    private readonly admin: Admin,
  ) {
    this.server = createServer((request, response) => {
      void this.serve(request, response).catch(() => response.destroy());
    });
    this.server.keepAliveTimeout = 60_000;
  }

  /** Listens on 127.0.0.1; port 0 is any free one. Answers the endpoint's URL. */
  listen(port: number): Promise<string> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', () => {
        this.server.off('error', reject);
        resolve(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}`);
      });
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/';
    const body = await readBody(request);
    if (url.startsWith('/_sluice/')) {
      const answer = await this.admin.answer(request.method ?? 'GET', url, body ?? Buffer.alloc(0));
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(`${JSON.stringify(answer.body)}\n`);
      return;
    }
    const requestId = randomUUID();
    const { headers } = request;
    const answer =
      body === undefined
        ? this.calls.tooLarge({ headers, url, requestId })
        : await this.calls.answer({ headers, url, body, requestId });
    if (answer === 'cut') {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, {
      'content-type': answer.contentType,
      'content-length': answer.body.length,
      'x-amzn-requestid': requestId,
      ...answer.headers,
    });
    response.end(answer.body);
  }
}

/** Undefined when the body is too large; it is read to its end all the same, so that the client hears why. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= mostBodyBytes) chunks.push(chunk);
  }
  if (length > mostBodyBytes) return undefined;
  const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  if (request.headers['content-encoding'] !== 'gzip') return body;
  try {
    return gunzipSync(body, { maxOutputLength: mostBodyBytes });
  } catch {
    return body;
  }
}
