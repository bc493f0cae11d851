/** What is wrong with a request, before the service has seen it. `refusal.ts` puts it in the service's words. */
export type Problem =
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'type'; readonly path: string; readonly got: string; readonly wanted: string }
  | { readonly kind: 'enum'; readonly path: string; readonly value: string; readonly accepted: readonly string[] };

/** Where a value stands in a request: `loadBalancers.1.member.targetGroupArn`, as AWS writes it. */
export class Path {
  constructor(
    private readonly parent: Path | undefined,
    private readonly part: string,
  ) {}

  member(name: string): Path {
    return new Path(this, name.charAt(0).toLowerCase() + name.slice(1));
  }

  item(index: number): Path {
    return new Path(this, `${index + 1}.member`);
  }

  key(key: string): Path {
    return new Path(this, `${key}.member`);
  }

  toString(): string {
    const before = this.parent?.toString() ?? '';
    return before === '' ? this.part : `${before}.${this.part}`;
  }
}

export const root = new Path(undefined, '');
