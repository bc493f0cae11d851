import { Agent, request } from 'node:http';
import { type Answer, Tally } from './tally.js';

/**
 * An open-loop load generator: requests are due at fixed times whatever the server does, and each is measured from the
 * time it was due. A closed loop (the next request waits for the last answer) would send least exactly when it hurts most.
 */

export interface LoadOptions {
  /** Address with path. */
  readonly url: string;
  /** Requests a second, real time. */
  readonly perSecond: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A request without an answer after so long has failed, ms. */
  readonly timeoutMs?: number;
  /** A connection that nobody used for so long is closed, ms; far below what servers allow. */
  readonly idleMs?: number;
}

/** Who is told of each answer. */
export interface Listener {
  add(answer: Answer): void;
}

/** How often due requests are looked for, ms. What is late is sent at once, and measured from when it was due. */
const tickMs = 5;
const defaultTimeoutMs = 30_000;
/**
 * A load balancer closes what has been idle for its idle timeout (60 s). A process that had to wait for the machine sends many
 * requests at once, over its oldest connections too: one that is being closed at that moment would fail a request that nobody
 * else did any harm. Of itself Node's agent keeps idle connections for ever, whatever `Keep-Alive: timeout=60` says.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#connection-idle-timeout
 */
const defaultIdleMs = 4_000;

export class Load {
  private readonly agent: Agent;
  private readonly listeners = new Set<Listener>();
  private readonly startedAt = performance.now();
  private readonly waiting = new Set<Promise<void>>();
  private readonly timer: NodeJS.Timeout;
  private sent = 0;

  constructor(private readonly options: LoadOptions) {
    this.agent = new Agent({ keepAlive: true, timeout: options.idleMs ?? defaultIdleMs });
    this.timer = setInterval(() => this.sendDue(), tickMs);
  }

  /** Counts what is due from now on. */
  tally(): Tally {
    const tally = new Tally(this.nowMs());
    this.listeners.add(tally);
    return tally;
  }

  /** Tells of each answer from now on. */
  listen(listener: Listener): void {
    this.listeners.add(listener);
  }

  forget(listener: Listener): void {
    this.listeners.delete(listener);
  }

  /** Counts what was due until now, and waits for the answers that are not there yet, so that none is forgotten. */
  async close(tally: Tally): Promise<void> {
    tally.toMs = this.nowMs();
    await Promise.all(this.waiting);
    this.listeners.delete(tally);
  }

  /** Sends nothing more; resolves when the last answer is there. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.waiting);
    this.agent.destroy();
  }

  private nowMs(): number {
    return performance.now() - this.startedAt;
  }

  private sendDue(): void {
    const intervalMs = 1000 / this.options.perSecond;
    for (let dueMs = this.sent * intervalMs; dueMs <= this.nowMs(); dueMs = this.sent * intervalMs) {
      this.sent += 1;
      const waiting = this.send(dueMs).finally(() => this.waiting.delete(waiting));
      this.waiting.add(waiting);
    }
  }

  private async send(dueMs: number): Promise<void> {
    const { url, headers = {}, timeoutMs = defaultTimeoutMs } = this.options;
    const { status, version, failure } = await ask(url, headers, this.agent, timeoutMs);
    const answer: Answer = { dueMs, latencyMs: this.nowMs() - dueMs, status, version, failure };
    for (const listener of this.listeners) listener.add(answer);
  }
}

type Reply = Pick<Answer, 'status' | 'version' | 'failure'>;

/** One GET. Never rejects. */
function ask(url: string, headers: Readonly<Record<string, string>>, agent: Agent, timeoutMs: number): Promise<Reply> {
  return new Promise((resolve) => {
    let status = 0;
    let version = '';
    const fail = (failure: string) => {
      clearTimeout(timer);
      resolve({ status, version, failure });
    };
    const sending = request(url, { agent, headers }, (response) => {
      status = response.statusCode ?? 0;
      version = String(response.headers['x-app-version'] ?? '');
      response.on('error', (error) => fail(`answer cut off (${wordsOf(error)})`));
      response.on('end', () => {
        clearTimeout(timer);
        resolve({ status, version, failure: undefined });
      });
      response.resume();
    });
    const timer = setTimeout(() => sending.destroy(new Error(`no answer in ${timeoutMs / 1000} s`)), timeoutMs);
    sending.on('error', (error) => fail(wordsOf(error)));
    sending.end();
  });
}

function wordsOf(error: Error & { code?: string }): string {
  return error.code ?? error.message;
}
