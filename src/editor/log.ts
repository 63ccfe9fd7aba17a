import * as vscode from 'vscode';
import type { Exchange } from '../api/client.ts';
import { plain } from '../submissions/plain.ts';

/** The extension's output channel. It never holds a body, an id or a key. */
export interface Log extends vscode.Disposable {
  exchange(exchange: Exchange): void;
  error(error: unknown): void;
  show(): void;
}

/** Opens the output channel. */
export function openLog(): Log {
  const channel = vscode.window.createOutputChannel('FaceAuth Inspector', { log: true });
  return {
    exchange: ({ path, attempt, milliseconds, outcome, bytes, traceId }) => {
      const parts = [
        `GET ${path}`,
        String(outcome),
        `${milliseconds} ms`,
        bytes === undefined ? undefined : `${bytes} bytes`,
        attempt === 1 ? undefined : `attempt ${attempt}`,
        traceId === undefined ? undefined : `traceId ${plain(traceId)}`,
      ];
      channel.info(parts.filter((part) => part !== undefined).join(' · '));
    },
    error: (error) => {
      channel.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    },
    show: () => {
      channel.show();
    },
    dispose: () => {
      channel.dispose();
    },
  };
}
