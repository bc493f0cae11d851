import type { CloudService } from '../contract.js';
import { cbor, writeCbor } from './cbor.js';
import { encodeOutput } from './document.js';
import { json } from './json.js';
import { ec2Code, type WrittenError } from './refusal.js';
import { type Protocol, xmlNamespace } from './route.js';
import type { OperationShape } from './shape.js';
import { encodeEc2Answer, encodeEc2Error, encodeXmlAnswer, encodeXmlError } from './xml.js';

/** An HTTP answer. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function encodeAnswer(
  protocol: Protocol,
  service: CloudService,
  operation: OperationShape,
  output: unknown,
  requestId: string,
): Answer {
  switch (protocol) {
    case 'query': {
      const encode = service.wire.protocol === 'ec2' ? encodeEc2Answer : encodeXmlAnswer;
      const xml = encode(operation, xmlNamespace(service), requestId, output);
      return { status: 200, contentType: 'text/xml', body: Buffer.from(xml) };
    }
    case 'cbor':
      return cborAnswer(200, encodeOutput(cbor, operation.output, output), {});
    case 'json':
      return jsonAnswer(200, service, encodeOutput(json, operation.output, output), {});
  }
}

export function encodeError(
  protocol: Protocol,
  service: CloudService | undefined,
  error: WrittenError,
  requestId: string,
): Answer {
  if (protocol === 'query' && service?.wire.protocol === 'ec2') {
    const code = ec2Code(error.queryCode);
    const xml = encodeEc2Error({ code: code.name, message: error.message }, requestId);
    return { status: code.status ?? error.status, contentType: 'text/xml;charset=UTF-8', body: Buffer.from(xml) };
  }
  if (protocol === 'query') {
    const xml = encodeXmlError({ ...error, code: error.queryCode }, xmlNamespace(service), requestId);
    return { status: error.status, contentType: 'text/xml', body: Buffer.from(xml) };
  }
  const isQueryCompatible = service?.wire.protocol === 'json' && service.wire.queryCompatible === true;
  const fault = error.status >= 500 ? 'Receiver' : 'Sender';
  // https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait
  const headers = isQueryCompatible ? { 'x-amzn-query-error': `${error.queryCode};${fault}` } : {};
  const value = { __type: error.name, message: error.message, ...error.fields };
  return protocol === 'cbor'
    ? cborAnswer(error.status, value, headers)
    : jsonAnswer(error.status, service, value, headers);
}

function jsonAnswer(
  status: number,
  service: CloudService | undefined,
  value: unknown,
  headers: Readonly<Record<string, string>>,
): Answer {
  const version = service?.wire.protocol === 'json' ? service.wire.version : '1.1';
  return {
    status,
    contentType: `application/x-amz-json-${version}`,
    headers,
    body: Buffer.from(JSON.stringify(value)),
  };
}

function cborAnswer(status: number, value: unknown, headers: Readonly<Record<string, string>>): Answer {
  const named = { 'smithy-protocol': 'rpc-v2-cbor', ...headers };
  return { status, contentType: 'application/cbor', headers: named, body: writeCbor(value) };
}
