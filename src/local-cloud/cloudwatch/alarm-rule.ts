import type { AlarmState } from './alarm-evaluation.js';

/**
 * The rule of a composite alarm: `(ALARM(a) OR ALARM("b c")) AND NOT OK(arn:…)`. Pure.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
 */
export type AlarmRule =
  | { type: 'constant'; value: boolean }
  | { type: 'state'; state: AlarmState; alarm: string }
  | { type: 'not'; of: AlarmRule }
  | { type: 'and' | 'or'; left: AlarmRule; right: AlarmRule };

/** The rule cannot be read. */
export class AlarmRuleError extends Error {}

const childrenAtMost = 100;
const elementsAtMost = 500;

/** @throws AlarmRuleError */
export function parseAlarmRule(text: string): AlarmRule {
  const reader = new Reader(text);
  const rule = reader.or();
  reader.end();
  if (childrenOf(rule).size > childrenAtMost) throw new AlarmRuleError(`more than ${childrenAtMost} alarms`);
  if (reader.elements > elementsAtMost) throw new AlarmRuleError(`more than ${elementsAtMost} elements`);
  return rule;
}

/** Alarm names or ARNs, as the rule names them. */
export function childrenOf(rule: AlarmRule): Set<string> {
  switch (rule.type) {
    case 'constant':
      return new Set();
    case 'state':
      return new Set([rule.alarm]);
    case 'not':
      return childrenOf(rule.of);
    default:
      return new Set([...childrenOf(rule.left), ...childrenOf(rule.right)]);
  }
}

/** @param stateOf by name or ARN; an alarm that is gone has no state, and nothing about it is true */
export function holds(rule: AlarmRule, stateOf: (alarm: string) => AlarmState | undefined): boolean {
  switch (rule.type) {
    case 'constant':
      return rule.value;
    case 'state':
      return stateOf(rule.alarm) === rule.state;
    case 'not':
      return !holds(rule.of, stateOf);
    case 'and':
      return holds(rule.left, stateOf) && holds(rule.right, stateOf);
    case 'or':
      return holds(rule.left, stateOf) || holds(rule.right, stateOf);
  }
}

class Reader {
  elements = 0;
  private at = 0;

  constructor(private readonly text: string) {}

  or(): AlarmRule {
    let left = this.and();
    while (this.word('OR')) left = { type: 'or', left, right: this.and() };
    return left;
  }

  end(): void {
    this.space();
    if (this.at < this.text.length) this.fail();
  }

  private and(): AlarmRule {
    let left = this.unary();
    while (this.word('AND')) left = { type: 'and', left, right: this.unary() };
    return left;
  }

  private unary(): AlarmRule {
    if (this.word('NOT')) return { type: 'not', of: this.unary() };
    this.elements++;
    if (this.symbol('(')) {
      const inner = this.or();
      if (!this.symbol(')')) this.fail();
      return inner;
    }
    if (this.word('TRUE')) return { type: 'constant', value: true };
    if (this.word('FALSE')) return { type: 'constant', value: false };
    for (const state of ['ALARM', 'OK', 'INSUFFICIENT_DATA'] as const) {
      if (this.word(state)) return { type: 'state', state, alarm: this.name() };
    }
    return this.fail();
  }

  /** `(name)` or `("name")`. Unquoted names end at the closing parenthesis; a pair of parentheses may be inside. */
  private name(): string {
    this.space();
    const rest = this.text.slice(this.at);
    const match = /^\(\s*(?:"((?:[^"\\]|\\.)*)"|((?:[^()]|\([^()]*\))+?))\s*\)/.exec(rest);
    if (!match) return this.fail();
    this.at += match[0].length;
    return match[1]?.replace(/\\(.)/g, '$1') ?? (match[2] as string);
  }

  private word(word: string): boolean {
    this.space();
    const found = this.text.slice(this.at, this.at + word.length);
    if (found.toUpperCase() !== word || /[A-Za-z0-9_]/.test(this.text[this.at + word.length] ?? '')) return false;
    this.at += word.length;
    return true;
  }

  private symbol(symbol: string): boolean {
    this.space();
    if (this.text[this.at] !== symbol) return false;
    this.at++;
    return true;
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }

  private fail(): never {
    const found = this.at >= this.text.length ? 'the end' : `'${this.text.slice(this.at, this.at + 20)}'`;
    throw new AlarmRuleError(`unexpected ${found} at position ${this.at}`);
  }
}
