import type { IncomingMessage } from 'node:http';
import type { Repository } from '../model.js';
import type { Registry } from '../registries.js';
import type { RegistryFault } from './faults.js';
import type { RegistryRequest } from './request-log.js';

/** A request that was let in, about a repository that is there. */
export interface Exchange {
  readonly registry: Registry;
  readonly repository: Repository;
  readonly request: IncomingMessage;
  readonly method: string;
  readonly query: URLSearchParams;
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  readonly logged: RegistryRequest;
  /** @throws RegistryError DENIED for who is of another account and not let in by the repository's policy */
  allow(action: string, repository?: Repository): void;
  /** Asks for the fault that cuts a body off. */
  cut(): RegistryFault | undefined;
}

/** The connection was cut on purpose. */
export class Cut extends Error {}

/** The body of a request, up to where a fault cuts it. @throws Cut */
export async function* bodyOf({ request, logged, cut }: Exchange): AsyncGenerator<Buffer> {
  logged.received = 0;
  const fault = request.headers['content-length'] === '0' ? undefined : cut();
  for await (const chunk of request as AsyncIterable<Buffer>) {
    const left = fault === undefined ? chunk.length : fault.afterBytes - logged.received;
    logged.received += Math.min(chunk.length, Math.max(0, left));
    if (left < chunk.length) throw new Cut();
    yield chunk;
  }
  if (fault !== undefined) throw new Cut();
}
