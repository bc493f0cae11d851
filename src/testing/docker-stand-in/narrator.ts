import { createHash } from 'node:crypto';

/** Writes progress to stderr as buildx does: SolveStatus lines, or its text for people. */
export class Narrator {
  private readonly numbers = new Map<string, number>();

  constructor(private readonly mode: 'rawjson' | 'plain') {}

  begin(key: string, name: string): string {
    const digest = `sha256:${createHash('sha256').update(key).digest('hex')}`;
    if (!this.numbers.has(digest)) this.numbers.set(digest, this.numbers.size + 1);
    this.write({ vertexes: [{ digest, name, started: now() }] }, digest, name);
    return digest;
  }

  end(digest: string, name: string, how: { readonly isCached?: boolean; readonly error?: string } = {}): void {
    const vertex = { digest, name, started: now(), completed: now(), cached: how.isCached, error: how.error };
    const plain = how.error === undefined ? (how.isCached === true ? 'CACHED' : 'DONE 0.1s') : `ERROR: ${how.error}`;
    this.write({ vertexes: [vertex] }, digest, plain);
  }

  log(digest: string, text: string): void {
    const data = Buffer.from(text).toString('base64');
    this.write({ logs: [{ vertex: digest, stream: 1, data, timestamp: now() }] }, digest, `0.100 ${text.trimEnd()}`);
  }

  did(digest: string, what: string): void {
    const status = { id: what, vertex: digest, current: 0, timestamp: now(), started: now(), completed: now() };
    this.write({ statuses: [status] }, digest, `${what} done`);
  }

  /** So many of so many bytes, as layers go. */
  moved(digest: string, what: string, current: number, total: number): void {
    const status = { id: what, vertex: digest, current, total, timestamp: now() };
    this.write({ statuses: [status] }, digest, `${what} ${current}B / ${total}B`);
  }

  private write(status: unknown, digest: string, plain: string): void {
    const text = this.mode === 'rawjson' ? JSON.stringify(status) : `#${this.numbers.get(digest)} ${plain}`;
    process.stderr.write(`${text}\n`);
  }
}

/** In nanoseconds, as Go has it. */
const now = (): string => new Date().toISOString().replace('Z', '123456Z');
