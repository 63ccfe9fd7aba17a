import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Exchange, type Fault, pause, send } from './exchange.ts';

const OPENING = '[{"faceAuth_projectId":"demo_project","data":[';
const CLOSING = ']}]';
const CHUNK = 1024 * 1024;

// Cuts the connection with a reset, before anything was sent.
export function resetAtOnce(): Fault {
  return async ({ reply }) => void reply.socket?.resetAndDestroy();
}

// Sends the head and half of the body, then cuts the connection with a reset.
export function resetMidBody(): Fault {
  return async (exchange) => {
    const { reply } = exchange;
    const body = await bodyOf(exchange);
    head(exchange, body.byteLength);
    await new Promise<void>((written) => void reply.write(body.subarray(0, body.byteLength / 2), () => written()));
    // A reset makes the receiver drop what it has not read yet, the head included.
    await pause(exchange, 50);
    reply.socket?.resetAndDestroy();
  };
}

// Keeps silent for a while (ms) before the head, then answers as usual.
export function slowHeaders(ms: number): Fault {
  return async (exchange) => {
    await pause(exchange, ms);
    const response = await exchange.answer();
    send(exchange.reply, response.status, await response.text());
  };
}

// Sends the head at once, then the body in pieces of so many bytes with a wait (ms) after each.
export function drip(bytes: number, ms: number): Fault {
  return async (exchange) => {
    const body = await bodyOf(exchange);
    head(exchange, body.byteLength);
    for (let sent = 0; sent < body.byteLength; sent += bytes) {
      exchange.reply.write(body.subarray(sent, sent + bytes));
      await pause(exchange, ms);
    }
    exchange.reply.end();
  };
}

// A page without records, blown up with white space to exactly so many bytes; valid JSON from the first to the last.
export function huge(options: { bytes?: number; declareLength: boolean }): Fault {
  const { bytes = 65 * 1024 * 1024, declareLength } = options;
  return async (exchange) => {
    head(exchange, declareLength ? bytes : undefined);
    await pipeline(Readable.from(padded(bytes)), exchange.reply, { signal: exchange.closed });
  };
}

// Sends the client elsewhere (301, 302, 303, 307 or 308).
export function redirect(status: number, location: string): Fault {
  return async ({ reply }) => send(reply, status, '', { location });
}

function* padded(bytes: number): Generator<Buffer> {
  yield Buffer.from(OPENING);
  const chunk = Buffer.alloc(CHUNK, ' ');
  let left = bytes - OPENING.length - CLOSING.length;
  for (; left > 0; left -= CHUNK) yield chunk.subarray(0, Math.min(left, CHUNK));
  yield Buffer.from(CLOSING);
}

async function bodyOf({ answer }: Exchange): Promise<Buffer> {
  return Buffer.from(await (await answer()).arrayBuffer());
}

function head({ reply }: Exchange, length: number | undefined): void {
  reply.writeHead(200, {
    'content-type': 'application/json',
    ...(length !== undefined && { 'content-length': String(length) }),
  });
  reply.flushHeaders();
}
