import type { Answer } from './answer.js';

const kept = 500;

/**
 * Answers of read calls as they were given, so that eventual consistency can be played: while the fault is on, a read
 * repeats what the same request was answered before, and one that was never asked freezes at its first answer.
 */
export class StaleReads {
  private readonly answers = new Map<string, Answer>();

  static isRead(operation: string): boolean {
    return /^(Describe|List|Get|Filter)/.test(operation);
  }

  record(key: string, answer: Answer): void {
    this.answers.delete(key);
    this.answers.set(key, answer);
    if (this.answers.size <= kept) return;
    const oldest = this.answers.keys().next();
    if (!oldest.done) this.answers.delete(oldest.value);
  }

  recorded(key: string): Answer | undefined {
    return this.answers.get(key);
  }
}
