import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** A listener on this machine that is not the service. It keeps everything that it receives, and answers 404. */
export interface Elsewhere {
  readonly port: number;
  /** Without a scheme, such as 127.0.0.1:49152 */
  readonly host: string;
  /** Every text that came, whatever was spoken. */
  readonly received: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens the listener on a free port. */
export async function openElsewhere(): Promise<Elsewhere> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // Who is gone before the answer is told nothing.
    socket.on('error', () => socket.destroy());
    socket.setEncoding('latin1').on('data', (text: string) => {
      received.push(text);
      socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.');
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port: address.port, host: `127.0.0.1:${address.port}`, received, close };
}
