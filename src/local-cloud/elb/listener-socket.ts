import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Timer } from '../clock.js';
import type { Ground } from '../contract.js';
import type { RequestProxy } from './proxy.js';
import type { Route } from './routes.js';

/** A listener's real socket on loopback. */
export class ListenerSocket {
  private readonly upgraded = new Set<Duplex>();
  private readonly pending = new Set<Timer>();
  /** Where it listens. Undefined until `open` is through. */
  address: { host: string; port: number } | undefined;
  private readonly server: Server;
  private changes = 0;
  private applied = 0;

  constructor(
    private readonly ground: Ground,
    private readonly proxy: RequestProxy,
    onConnection: () => void,
  ) {
    this.server = createServer({ maxHeaderSize: 65_536 }, (req, res) => proxy.handle(req, res));
    this.server.requestTimeout = 0;
    this.server.on('connection', onConnection);
    this.server.on('upgrade', (req, socket, head) => {
      this.upgraded.add(socket);
      socket.on('close', () => this.upgraded.delete(socket));
      proxy.upgrade(req, socket, head);
    });
  }

  /** Listens on `wanted`, where it is given and free; else on any free port. */
  async open(wanted: number | undefined): Promise<void> {
    try {
      await this.listen(wanted ?? 0);
    } catch (error) {
      if (wanted === undefined) throw error;
      this.ground.note(`port ${wanted} is not to be had (${(error as Error).message}); the listener takes a free one`);
      await this.listen(0);
    }
    const { address: host, port } = this.server.address() as AddressInfo;
    this.address = { host, port };
    this.refresh();
  }

  /** The rules that requests follow from now on. */
  apply(routes: readonly Route[]): void {
    this.proxy.routes = routes;
  }

  /** The same after `ms` of cloud time: how long a change needs to reach AWS's data plane. */
  applyLater(ms: number, routes: readonly Route[]): void {
    const change = ++this.changes;
    const arrive = () => {
      // A change never undoes a later one, even where the delay was shortened in between.
      if (change < this.applied) return;
      this.applied = change;
      this.apply(routes);
    };
    if (ms <= 0) {
      arrive();
      return;
    }
    const timer = this.ground.clock.after(ms, () => {
      this.pending.delete(timer);
      arrive();
    });
    this.pending.add(timer);
  }

  /** Takes over the load balancer's idle timeout for client connections. */
  refresh(): void {
    this.server.keepAliveTimeout = this.proxy.idleMs;
  }

  /** No new connections; `cut` ends what is in flight too. */
  async close(cut: boolean): Promise<void> {
    for (const timer of this.pending) timer.cancel();
    this.pending.clear();
    const closed = new Promise<void>((resolve) => {
      this.server.close(() => resolve());
    });
    if (cut) {
      for (const socket of this.upgraded) socket.destroy();
      this.server.closeAllConnections();
      await closed;
    } else {
      this.server.keepAliveTimeout = 1;
      this.server.closeIdleConnections();
    }
  }

  private listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen({ host: '127.0.0.1', port, backlog: 1024 }, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
  }
}
