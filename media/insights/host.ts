import type { InsightsAction, InsightsState, InsightsToHost } from '../../src/protocol/insights.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: InsightsToHost): void;
  setState(state: InsightsState): void;
};

const vscode = acquireVsCodeApi();

/** Tells the panel what somebody does on the page. */
export function send(message: InsightsToHost): void {
  vscode.postMessage(message);
}

/** Asks the panel to do what a button says. */
export function run(action: InsightsAction): void {
  send({ kind: 'run', action });
}

/** Keeps what the panel needs to come back after a window reload. */
export function keep(state: InsightsState): void {
  vscode.setState(state);
}
