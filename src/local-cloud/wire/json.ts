import type { Format } from './document.js';

/** awsJson1_0 and awsJson1_1: timestamps are epoch seconds, blobs base64 (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html). */
export const json: Format = {
  readTimestamp(value) {
    const at =
      typeof value === 'number' ? new Date(value * 1000) : typeof value === 'string' ? new Date(value) : undefined;
    return at === undefined || Number.isNaN(at.getTime()) ? undefined : at;
  },
  writeTimestamp: (at) => at.getTime() / 1000,
  readBlob: (value) => (typeof value === 'string' ? Buffer.from(value, 'base64') : undefined),
  writeBlob: (value) => Buffer.from(value).toString('base64'),
  writeNumber: (value) => (Number.isFinite(value) ? value : String(value)),
};
