import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { DEMO_KEY } from '../../src/demo/service.ts';
import { RenderedPages } from './renderedPages.ts';

// Answers from memory. The first part of the path says how many records there are: /100000/v3/faceauth
const [, , records = ''] = process.argv;
const pages = await RenderedPages.of(Number(records));

function answer(message: IncomingMessage, reply: ServerResponse): void {
  const { pathname, searchParams } = new URL(message.url ?? '/', 'http://127.0.0.1');
  const [, first, ...rest] = pathname.split('/');
  const isAllowed = rest.join('/') === 'v3/faceauth' && message.headers['x-api-key'] === DEMO_KEY;
  const page = isAllowed ? pageOf(searchParams, Number(first)) : undefined;
  const body = page ?? '{"message":"Bad Request"}';
  reply.writeHead(page === undefined ? 400 : 200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  reply.end(body);
}

/** The extension tests a key by asking for one record, and loads full pages. */
function pageOf(asked: URLSearchParams, first: number): Uint8Array | string | undefined {
  const count = asked.get('count');
  return count === '1' ? '[]' : count === '2000' ? pages.after(asked.get('nextKey_id'), first) : undefined;
}

const server = createServer(answer).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
// Ends when the process that started it ends, in whatever way.
process.stdin.resume().once('end', () => process.exit());
