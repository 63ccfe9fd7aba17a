import type * as vscode from 'vscode';
import { startInspector } from './inspector.ts';
import { openShell } from './shell.ts';

// One bundle for both kinds of hosts: `extension.ts` loads it when something is used.
export { startInspector };

/** What VS Code runs at start where it is a page in the browser alone, which can load one file only. */
export function activate(context: vscode.ExtensionContext): void {
  openShell(context, async () => startInspector);
}
