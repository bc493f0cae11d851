import { cbor as codec, dateToTag } from '../sdk/cbor.js';
import type { Format } from './document.js';

/**
 * Smithy RPC v2 CBOR, which the AWS CLI, boto3 and the Go SDK pick for CloudWatch: the same value tree as JSON in
 * binary, timestamps under tag 1 (https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html).
 */
export const cbor: Format = {
  readTimestamp(value) {
    const seconds =
      typeof value === 'number'
        ? value
        : typeof value === 'object' && value !== null && 'value' in value && 'tag' in value && value.tag === 1
          ? Number(value.value)
          : Number.NaN;
    return Number.isNaN(seconds) ? undefined : new Date(seconds * 1000);
  },
  writeTimestamp: (at) => dateToTag(at),
  readBlob: (value) => (value instanceof Uint8Array ? value : undefined),
  writeBlob: (value) => value,
  writeNumber: (value) => value,
};

export function readCbor(body: Uint8Array): unknown {
  return body.length === 0 ? {} : codec.deserialize(body);
}

/** A copy: the codec hands out a view of its own buffer. */
export function writeCbor(value: unknown): Buffer {
  return Buffer.from(codec.serialize(value));
}
