import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** RFC 6455, section 1.3. */
const ACCEPT_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

interface Frame {
  opcode: number;
  payload: Buffer;
  /** Bytes of the input it took. */
  length: number;
}

/** The first whole frame of `bytes`, or undefined when more must arrive (RFC 6455, section 5.2). Fragments are not joined. */
export function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined;
  const second = bytes[1] as number;
  const isMasked = (second & 0x80) !== 0;
  let size = second & 0x7f;
  let at = 2;
  if (size === 126) {
    if (bytes.length < 4) return undefined;
    size = bytes.readUInt16BE(2);
    at = 4;
  } else if (size === 127) {
    if (bytes.length < 10) return undefined;
    size = Number(bytes.readBigUInt64BE(2));
    at = 10;
  }
  const mask = isMasked ? bytes.subarray(at, at + 4) : undefined;
  if (isMasked) at += 4;
  if (bytes.length < at + size) return undefined;
  const payload = Buffer.from(bytes.subarray(at, at + size));
  if (mask) for (let i = 0; i < payload.length; i++) payload[i] = (payload[i] as number) ^ (mask[i % 4] as number);
  return { opcode: (bytes[0] as number) & 0x0f, payload, length: at + size };
}

/** A frame as a server sends it: final, unmasked. */
export function writeFrame(opcode: number, payload: Buffer): Buffer {
  const head =
    payload.length < 126
      ? Buffer.from([0x80 | opcode, payload.length])
      : payload.length < 65_536
        ? Buffer.from([0x80 | opcode, 126, payload.length >> 8, payload.length & 255])
        : Buffer.concat([Buffer.from([0x80 | opcode, 127]), bigEndian(payload.length)]);
  return Buffer.concat([head, payload]);
}

function bigEndian(size: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(size));
  return bytes;
}

/** Answers an Upgrade and echoes each text or binary frame, with the app's version before the first. */
export function echo(request: IncomingMessage, socket: Duplex, head: Buffer, version: string): void {
  const key = request.headers['sec-websocket-key'];
  if (request.headers.upgrade?.toLowerCase() !== 'websocket' || key === undefined) {
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    return;
  }
  const accept = createHash('sha1').update(`${key}${ACCEPT_GUID}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nx-app-version: ${version}\r\n\r\n`,
  );
  let rest = head;
  const take = (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes]);
    for (let frame = readFrame(rest); frame !== undefined; frame = readFrame(rest)) {
      rest = rest.subarray(frame.length);
      if (frame.opcode === 0x8) {
        socket.end(writeFrame(0x8, frame.payload));
        return;
      }
      if (frame.opcode === 0x9) socket.write(writeFrame(0xa, frame.payload));
      else if (frame.opcode === 0x1 || frame.opcode === 0x2) socket.write(writeFrame(frame.opcode, frame.payload));
    }
  };
  socket.on('data', take);
  socket.on('error', () => socket.destroy());
  if (head.length > 0) take(Buffer.alloc(0));
}
