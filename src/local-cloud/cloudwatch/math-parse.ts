/**
 * CloudWatch metric math: text to tree. Pure.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export type MathNode =
  | { type: 'number'; value: number }
  | { type: 'text'; value: string }
  | { type: 'id'; name: string }
  | { type: 'keyword'; name: 'REPEAT' | 'LINEAR' }
  | { type: 'array'; items: MathNode[] }
  | { type: 'negate'; of: MathNode }
  | { type: 'operation'; operator: MathOperator; left: MathNode; right: MathNode }
  | { type: 'call'; name: string; args: MathNode[] };

export type MathOperator = '+' | '-' | '*' | '/' | '^' | '==' | '!=' | '<=' | '>=' | '<' | '>' | 'AND' | 'OR';

/** The expression cannot be read or makes no sense; `message` says why, without naming the query. */
export class MathError extends Error {}

interface Token {
  kind: 'number' | 'text' | 'word' | 'symbol' | 'end';
  text: string;
  at: number;
}

/** @throws MathError */
export function parseMath(expression: string): MathNode {
  const parser = new Parser(tokens(expression));
  const tree = parser.expression();
  parser.expect('end', '');
  return tree;
}

/** Ids that the expression reads, METRICS() not counted. */
export function idsIn(node: MathNode): Set<string> {
  const found = new Set<string>();
  const visit = (each: MathNode): void => {
    if (each.type === 'id') found.add(each.name);
    else if (each.type === 'array') each.items.forEach(visit);
    else if (each.type === 'negate') visit(each.of);
    else if (each.type === 'call') each.args.forEach(visit);
    else if (each.type === 'operation') {
      visit(each.left);
      visit(each.right);
    }
  };
  visit(node);
  return found;
}

function tokens(text: string): Token[] {
  const pattern =
    /\s*(?:(\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)|"([^"]*)"|'([^']*)'|([A-Za-z_]\w*)|(==|!=|<=|>=|&&|\|\||[-+*/^<>()[\],]))/y;
  const list: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) throw new MathError(`unexpected '${text.slice(at).trim()[0]}' at position ${at}`);
    const [, number, double, single, word, symbol] = match;
    if (number !== undefined) list.push({ kind: 'number', text: number, at });
    else if (word !== undefined) list.push({ kind: 'word', text: word, at });
    else if (symbol !== undefined) list.push({ kind: 'symbol', text: symbol, at });
    else list.push({ kind: 'text', text: double ?? single ?? '', at });
    at = pattern.lastIndex;
  }
  list.push({ kind: 'end', text: '', at });
  return list;
}

/** Binding strength, loosest first. `^` binds tightest and to the right. */
const levels: readonly (readonly string[])[] = [
  ['OR', '||'],
  ['AND', '&&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/'],
];

class Parser {
  private next = 0;

  constructor(private readonly list: Token[]) {}

  expression(level = 0): MathNode {
    const operators = levels[level];
    if (operators === undefined) return this.unary();
    let left = this.expression(level + 1);
    while (operators.includes(this.peek().text) && this.peek().kind !== 'text') {
      const operator = this.take().text.replace('&&', 'AND').replace('||', 'OR') as MathOperator;
      left = { type: 'operation', operator, left, right: this.expression(level + 1) };
    }
    return left;
  }

  expect(kind: Token['kind'], text: string): Token {
    const token = this.take();
    if (token.kind !== kind || (text !== '' && token.text !== text)) {
      const found = token.kind === 'end' ? 'the end' : `'${token.text}'`;
      throw new MathError(`unexpected ${found} at position ${token.at}${text === '' ? '' : `, expected '${text}'`}`);
    }
    return token;
  }

  private unary(): MathNode {
    if (this.peek().kind === 'symbol' && this.peek().text === '-') {
      this.take();
      return { type: 'negate', of: this.unary() };
    }
    if (this.peek().kind === 'symbol' && this.peek().text === '+') {
      this.take();
      return this.unary();
    }
    return this.power();
  }

  private power(): MathNode {
    const base = this.primary();
    if (this.peek().kind !== 'symbol' || this.peek().text !== '^') return base;
    this.take();
    return { type: 'operation', operator: '^', left: base, right: this.unary() };
  }

  private primary(): MathNode {
    const token = this.take();
    if (token.kind === 'number') return { type: 'number', value: Number(token.text) };
    if (token.kind === 'text') return { type: 'text', value: token.text };
    if (token.kind === 'word') return this.word(token);
    if (token.text === '(') {
      const inner = this.expression();
      this.expect('symbol', ')');
      return inner;
    }
    if (token.text === '[') return { type: 'array', items: this.listUntil(']') };
    const found = token.kind === 'end' ? 'the end' : `'${token.text}'`;
    throw new MathError(`unexpected ${found} at position ${token.at}`);
  }

  private word(token: Token): MathNode {
    if (this.peek().kind === 'symbol' && this.peek().text === '(') {
      this.take();
      return { type: 'call', name: token.text, args: this.listUntil(')') };
    }
    if (token.text === 'REPEAT' || token.text === 'LINEAR') return { type: 'keyword', name: token.text };
    // "the Id field for all metrics and math expressions must start with a lowercase letter"
    if (!/^[a-z]/.test(token.text)) throw new MathError(`unknown word '${token.text}' at position ${token.at}`);
    return { type: 'id', name: token.text };
  }

  private listUntil(close: string): MathNode[] {
    const items: MathNode[] = [];
    if (this.peek().kind === 'symbol' && this.peek().text === close) {
      this.take();
      return items;
    }
    for (;;) {
      items.push(this.expression());
      if (this.peek().text === ',' && this.peek().kind === 'symbol') this.take();
      else break;
    }
    this.expect('symbol', close);
    return items;
  }

  private peek(): Token {
    return this.list[this.next] as Token;
  }

  private take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.next++;
    return token;
  }
}
