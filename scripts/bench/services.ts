import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onEnd } from '../../test/host/ending.ts';

interface Service {
  readonly child: ChildProcess;
  readonly port: Promise<string>;
  readonly release: () => void;
}

/** Loopback services that answer from memory, each in a process of its own. Several rows share a service. */
export class Services implements AsyncDisposable {
  readonly #services = new Map<number, Service>();

  /** The base address of a service with `records` records, of which it serves only the newest `first`. */
  async baseOf(records: number, first = records): Promise<string> {
    let service = this.#services.get(records);
    if (service === undefined) {
      service = start(records);
      this.#services.set(records, service);
    }
    return `http://127.0.0.1:${await service.port}/${first}/v3`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { child, release } of this.#services.values()) {
      const ended = once(child, 'exit');
      release();
      await ended;
    }
  }
}

function start(records: number): Service {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serviceChild.ts'), String(records)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const release = onEnd(() => child.kill());
  return { child, release, port: portOf(child) };
}

async function portOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) return line;
  throw new Error('The service did not start.');
}
