import type { RecordAction, RecordState, RecordToHost } from '../../src/protocol/record.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: RecordToHost): void;
  setState(state: RecordState): void;
};

const vscode = acquireVsCodeApi();

/** Tells the panel that the page can show something. */
export function ready(): void {
  vscode.postMessage({ kind: 'ready' });
}

/** Keeps what the panel needs to come back after a window reload. */
export function keep(state: RecordState): void {
  vscode.setState(state);
}

/** Asks the panel to do what a button says. */
export function run(action: RecordAction): void {
  vscode.postMessage({ kind: 'run', action });
}

/** Asks the panel to show another attempt. */
export function openAttempt(id: string): void {
  vscode.postMessage({ kind: 'openAttempt', id });
}

/** Asks the panel to show what came with a deleted record. */
export function showDeleted(): void {
  vscode.postMessage({ kind: 'showDeleted' });
}
