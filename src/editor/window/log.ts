import * as vscode from 'vscode';
import type { Exchange } from '../../api/client.ts';
import { plain } from '../../submissions/words/plain.ts';
import { scrubbed } from './scrubbed.ts';

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
    exchange: ({ path, attempt, milliseconds, outcome, problem, records, traceId }) => {
      const parts = [
        `GET ${path}`,
        String(outcome),
        problem,
        records === undefined ? undefined : `${records} records`,
        `${milliseconds} ms`,
        `attempt ${attempt}`,
        traceId === undefined ? undefined : `traceId ${plain(traceId)}`,
      ];
      channel.info(parts.filter((part) => part !== undefined).join(' · '));
    },
    error: (error) => {
      channel.error(scrubbed(error));
    },
    show: () => {
      // Chosen before the view opens, so that the view does not begin with another channel. In a window that has just
      // opened, VS Code ignores this, so the channel is shown once more when the view is there.
      channel.show();
      void vscode.commands.executeCommand('workbench.panel.output.focus').then(() => {
        channel.show();
      });
    },
    dispose: () => {
      channel.dispose();
    },
  };
}
