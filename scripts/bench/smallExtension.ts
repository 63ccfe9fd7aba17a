import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../test/host/command.ts';

interface SmallExtension {
  readonly name: string;
  readonly activationEvents: readonly string[];
  readonly contributes?: Readonly<Record<string, unknown>>;
  /** CommonJS that exports `activate`. */
  readonly code: string;
}

/** Packages an extension of one file and returns the path of its vsix. */
export async function packSmall(
  folder: string,
  { name, activationEvents, contributes = {}, code }: SmallExtension,
): Promise<string> {
  const home = join(folder, name);
  mkdirSync(home);
  const manifest = {
    ...{ name, activationEvents, contributes, publisher: 'bench', version: '1.0.0', main: './extension.js' },
    engines: { vscode: '^1.101.0' },
  };
  writeFileSync(join(home, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(home, 'extension.js'), code);
  const out = join(folder, `${name}.vsix`);
  const flags = ['--no-dependencies', '--allow-missing-repository', '--skip-license', '--allow-star-activation'];
  await run('vsce', ['package', ...flags, '--out', out], { cwd: home });
  return out;
}
