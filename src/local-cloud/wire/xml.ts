import { toDate } from './document.js';
import type { Member, OperationShape, Shape, StructShape } from './shape.js';

/** The AWS Query protocol's answers (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html). */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

export function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold these at all, so they are dropped
  return text.replace(/[&<>"\r]/g, (c) => entities[c] ?? c).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
}

export function encodeXmlAnswer(
  operation: OperationShape,
  namespace: string,
  requestId: string,
  output: unknown,
): string {
  const { name } = operation;
  const result =
    operation.output === undefined
      ? ''
      : `<${name}Result>${structXml(operation.output, (output ?? {}) as Record<string, unknown>)}</${name}Result>`;
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return `<${name}Response xmlns="${namespace}">${result}${metadata}</${name}Response>`;
}

/** https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html */
export function encodeEc2Answer(
  operation: OperationShape,
  namespace: string,
  requestId: string,
  output: unknown,
): string {
  const { name } = operation;
  const members =
    operation.output === undefined ? '' : structXml(operation.output, (output ?? {}) as Record<string, unknown>);
  return `<${name}Response xmlns="${namespace}"><requestId>${requestId}</requestId>${members}</${name}Response>`;
}

export function encodeEc2Error(error: { code: string; message: string }, requestId: string): string {
  const body = `<Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message>`;
  return `<?xml version="1.0" encoding="UTF-8"?><Response><Errors><Error>${body}</Error></Errors><RequestID>${requestId}</RequestID></Response>`;
}

export function encodeXmlError(
  error: { code: string; message: string; status: number; fields: Readonly<Record<string, unknown>> },
  namespace: string,
  requestId: string,
): string {
  const type = error.status >= 500 ? 'Receiver' : 'Sender';
  const fields = Object.entries(error.fields)
    .map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
    .join('');
  const body = `<Type>${type}</Type><Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message>${fields}`;
  return `<ErrorResponse xmlns="${namespace}"><Error>${body}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
}

function structXml(shape: StructShape, value: Readonly<Record<string, unknown>>): string {
  let xml = '';
  for (const [name, member] of shape.members) {
    const given = value[name];
    if (given === undefined || given === null) continue;
    xml += elementXml(member.xmlName ?? name, member, given);
  }
  return xml;
}

function elementXml(name: string, member: Member, value: unknown): string {
  const { shape } = member;
  switch (shape.kind) {
    case 'struct':
      return `<${name}>${structXml(shape, value as Record<string, unknown>)}</${name}>`;
    case 'list': {
      const flat = member.flat || shape.flat;
      const items = [...(value as Iterable<unknown>)]
        .map((item) => elementXml(flat ? name : (shape.of.xmlName ?? 'member'), shape.of, item))
        .join('');
      return flat ? items : `<${name}>${items}</${name}>`;
    }
    case 'map': {
      const flat = member.flat || shape.flat;
      const entry = flat ? name : 'entry';
      const entries = Object.entries(value as object)
        .map(
          ([key, item]) =>
            `<${entry}>${elementXml(shape.key.xmlName ?? 'key', shape.key, key)}${elementXml(shape.of.xmlName ?? 'value', shape.of, item)}</${entry}>`,
        )
        .join('');
      return flat ? entries : `<${name}>${entries}</${name}>`;
    }
    default:
      return `<${name}>${escapeXml(textOf(shape, value))}</${name}>`;
  }
}

function textOf(shape: Shape, value: unknown): string {
  if (shape.kind === 'timestamp') return toDate(value).toISOString();
  if (shape.kind === 'blob') return Buffer.from(value as Uint8Array).toString('base64');
  return String(value);
}
