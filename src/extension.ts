import type * as vscode from 'vscode';
import { openShell } from './shell.ts';

/** The entry point where VS Code has Node.js. The bundle of the inspector is loaded when something is first used. */
export function activate(context: vscode.ExtensionContext): void {
  openShell(context, async () => (await import('./inspector.ts')).startInspector);
}
