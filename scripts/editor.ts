import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { cacheFolder, root, temporaryFolder } from '../test/host/folders.ts';
import { hasDisplay } from './display.ts';
import { buildEditorTests } from './editorTests.ts';

const shim = join(root, 'test', 'host', 'vscode');

// The VS Code to test in: the one that a variable names, by path or by version. Otherwise a desktop VS Code where a
// window can be shown and it can be downloaded; otherwise the web host.
async function executable(): Promise<string> {
  const named = process.env['VSCODE_PATH'];
  if (named) return named;
  const version = process.env['VSCODE_VERSION'];
  if (version) return await desktop(version);
  if (!hasDisplay()) return shim;
  try {
    return await desktop('stable');
  } catch (error) {
    process.stdout.write(`A desktop VS Code cannot be fetched (${String(error)}); the web host is used.\n`);
    return shim;
  }
}

async function desktop(version: string): Promise<string> {
  const cachePath = join(cacheFolder(), 'desktop');
  return await downloadAndUnzipVSCode({ version, cachePath, timeout: 15_000, reporter: new SilentReporter() });
}

const vscodeExecutablePath = await executable();
process.stdout.write(`VS Code: ${vscodeExecutablePath}\n`);
const extensionTestsPath = await buildEditorTests();
const profile = temporaryFolder();
const folders = Object.fromEntries(['user', 'extensions', 'workspace'].map((name) => [name, join(profile.path, name)]));
const settings = { 'workbench.startupEditor': 'none', 'chat.disableAIFeatures': true, 'extensions.autoUpdate': false };
mkdirSync(join(profile.path, 'workspace'));
mkdirSync(join(profile.path, 'user', 'User'), { recursive: true });
writeFileSync(join(profile.path, 'user', 'User', 'settings.json'), JSON.stringify(settings));
await runTests({
  vscodeExecutablePath,
  extensionDevelopmentPath: root,
  extensionTestsPath,
  launchArgs: [
    `${folders['workspace']}`,
    `--user-data-dir=${folders['user']}`,
    `--extensions-dir=${folders['extensions']}`,
    '--password-store=basic',
  ],
});
profile.release();
