import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server as HttpServer, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';

const host = '127.0.0.1';

/** The proxy in front of VS Code's server (the door), and what tests do with it. */
export interface Door {
  readonly port: number;
  readonly close: () => void;
  /** From now on requests for the key wait, so that stored secrets cannot be read, as with a locked keyring. */
  readonly lock: () => void;
  /** Gives the key again, also to those who wait. */
  readonly unlock: () => void;
}

/**
 * Opens a proxy (the door) in front of VS Code's server. The web workbench encrypts secrets with a key that it requests
 * from its host. The bare server gives no key, so secrets would not survive a reload. The proxy keeps a key in memory
 * and passes all other requests on.
 */
export async function openDoor(serverPort: number): Promise<Door> {
  const key = randomBytes(32);
  const sockets = new Set<Socket>();
  const waiting: ServerResponse[] = [];
  let locked = false;
  const door = createServer((incoming, response) => {
    if (incoming.method === 'POST' && incoming.url?.endsWith('/mint-key')) {
      if (locked) waiting.push(response);
      else response.end(key);
    } else passOn(incoming, response, serverPort);
  });
  door.on('upgrade', (incoming, socket: Socket, head) => join(incoming, socket, head, serverPort));
  door.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await listen(door);
  const close = (): void => {
    door.close();
    for (const socket of sockets) socket.destroy();
  };
  const lock = (): void => {
    locked = true;
  };
  const unlock = (): void => {
    locked = false;
    for (const response of waiting.splice(0)) response.end(key);
  };
  return { port, close, lock, unlock };
}

async function listen(door: HttpServer): Promise<number> {
  door.listen(0, host);
  await once(door, 'listening');
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('The door has no port.');
  return address.port;
}

function passOn(incoming: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url: path, headers } = incoming;
  const outgoing = request({ host, port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', () => response.destroy());
  response.on('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
}

// A web socket: the request again as it was, then bytes both ways until one side ends.
function join(incoming: IncomingMessage, socket: Socket, head: Buffer, port: number): void {
  const upstream = connect(port, host, () => {
    const names = incoming.rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`));
    upstream.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${names.join('')}\r\n`);
    upstream.write(head);
    socket.pipe(upstream).pipe(socket);
  });
  upstream.on('error', () => socket.destroy());
  socket.on('error', () => upstream.destroy());
  socket.on('close', () => upstream.destroy());
  upstream.on('close', () => socket.destroy());
}
