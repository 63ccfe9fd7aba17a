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
  const isRight =
    rest.join('/') === 'v3/faceauth' &&
    searchParams.get('count') === '2000' &&
    message.headers['x-api-key'] === DEMO_KEY;
  const page = isRight ? pages.after(searchParams.get('nextKey_id'), Number(first)) : undefined;
  const body = page ?? '{"message":"Bad Request"}';
  reply.writeHead(page === undefined ? 400 : 200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  reply.end(body);
}

const server = createServer(answer).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
// Ends with whoever started it, however that one ends.
process.stdin.resume().once('end', () => process.exit());
