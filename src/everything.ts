import type * as vscode from 'vscode';
import { startInspector } from './inspector.ts';
import { openShell } from './shell.ts';

// Both hosts use this bundle. With Node.js, `extension.ts` loads it when something is first used.
export { startInspector };

/** The entry point where VS Code runs in the browser alone, without Node.js: it can load one file only. */
export function activate(context: vscode.ExtensionContext): void {
  openShell(context, async () => startInspector);
}
