import type * as vscode from 'vscode';
import { openShell } from './shell.ts';

/** What VS Code runs at start where there is a Node.js: the bundle of the inspector waits until something is used. */
export function activate(context: vscode.ExtensionContext): void {
  openShell(context, async () => (await import('./inspector.ts')).startInspector);
}
