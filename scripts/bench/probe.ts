import { globSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

const pauseMs = 1000;

/** How long an extension took to be activated; `early` when it had been active before. */
interface Activation {
  readonly id: string;
  readonly ms: number;
  readonly early: boolean;
}

/** Runs in the extension host: activates the extensions that it is told, one after the other, and writes the times. */
export async function activate(): Promise<void> {
  const ids = (process.env['BENCH_EXTENSIONS'] ?? '').split(',');
  const target = process.env['BENCH_RESULT'] ?? '';
  const extensions = ids.map((id) => {
    const found = vscode.extensions.getExtension(id);
    if (found === undefined) throw new Error(`${id} is not installed.`);
    return found;
  });
  for (const { extensionPath } of extensions) readAll(extensionPath);
  const activations: Activation[] = [];
  for (const extension of extensions) {
    // Waits until work that starts with the window, or follows the previous activation, has had its turn.
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const early = extension.isActive;
    const start = performance.now();
    await extension.activate();
    activations.push({ id: extension.id, ms: performance.now() - start, early });
  }
  writeFileSync(`${target}.part`, JSON.stringify(activations));
  renameSync(`${target}.part`, target);
}

// Puts the files of all extensions into the system's cache, so that the one that is activated later has no advantage.
function readAll(folder: string): void {
  for (const name of globSync('**/*', { cwd: folder })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) readFileSync(path);
  }
}
