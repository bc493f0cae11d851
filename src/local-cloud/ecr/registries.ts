import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Repository } from './model.js';

/** One account's ECR in one Region: its repositories, and the socket where clients push to and pull from. */
export class Registry {
  readonly repositories = new Map<string, Repository>();
  /** There is a repository, or was. */
  isInUse = false;
  /** https://docs.aws.amazon.com/AmazonECR/latest/userguide/blob-mounting.html */
  blobMounting: 'ENABLED' | 'DISABLED' = 'DISABLED';
  /** `127.0.0.1:port`, once somebody asked for it. */
  openedHost: string | undefined;
  private readonly server: Server;
  private opening: Promise<string> | undefined;

  constructor(
    readonly accountId: string,
    readonly region: string,
    serve: (registry: Registry, request: IncomingMessage, response: ServerResponse) => void,
  ) {
    const listener: RequestListener = (request, response) => serve(this, request, response);
    this.server = createServer(listener);
    this.server.keepAliveTimeout = 60_000;
    // A large layer on a slow line takes as long as it takes.
    this.server.requestTimeout = 0;
  }

  arn(name: string): string {
    return `arn:aws:ecr:${this.region}:${this.accountId}:repository/${name}`;
  }

  /** Opens the socket when it is asked for first. */
  host(): Promise<string> {
    this.opening ??= new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(0, '127.0.0.1', () => {
        this.server.off('error', reject);
        this.openedHost = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
        resolve(this.openedHost);
      });
    });
    return this.opening;
  }

  async stop(): Promise<void> {
    if (this.opening === undefined) return;
    await this.opening.catch(() => undefined);
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}

const AWS_HOST = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/;

/** All of them, each from when it is first asked for. */
export class Registries {
  private readonly byPlace = new Map<string, Registry>();

  constructor(private readonly serve: ConstructorParameters<typeof Registry>[2]) {}

  of(accountId: string, region: string): Registry {
    const place = `${accountId}/${region}`;
    const known = this.byPlace.get(place) ?? new Registry(accountId, region, this.serve);
    this.byPlace.set(place, known);
    return known;
  }

  all(): Registry[] {
    return [...this.byPlace.values()];
  }

  /** By the host's name on AWS or by where it listens; undefined when it is no registry of this cloud. */
  byHost(host: string): Registry | undefined {
    const [, accountId, region] = AWS_HOST.exec(host) ?? [];
    if (accountId !== undefined && region !== undefined) return this.byPlace.get(`${accountId}/${region}`);
    const loopback = host.replace(/^(?:localhost|\[::1\]):/, '127.0.0.1:');
    return this.all().find(({ openedHost }) => openedHost === loopback);
  }

  async stop(): Promise<void> {
    await Promise.all(this.all().map((each) => each.stop()));
  }
}
