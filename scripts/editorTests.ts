import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../test/host/folders.ts';

const out = join(root, 'out', 'test', 'editor');

/** Bundles the tests that run inside VS Code and returns the path of the module that VS Code is to call. */
export async function buildEditorTests(): Promise<string> {
  rmSync(out, { recursive: true, force: true });
  const tests = globSync('test/editor/**/*.test.ts', { cwd: root });
  await build({
    absWorkingDir: root,
    entryPoints: ['test/editor/index.ts', ...tests],
    outbase: 'test/editor',
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(out, 'index.cjs');
}
