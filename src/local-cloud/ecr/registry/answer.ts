import type { Readable } from 'node:stream';

/** What a registry answers. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | Readable;
}

/** An error as registries tell it: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes */
export class RegistryError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  answer(): Answer {
    const body = Buffer.from(JSON.stringify({ errors: [{ code: this.code, message: this.message }] }));
    return {
      status: this.status,
      headers: { ...this.headers, 'content-type': 'application/json; charset=utf-8' },
      body,
    };
  }
}

export function jsonAnswer(value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  const body = Buffer.from(JSON.stringify(value));
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}
