import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import * as z from 'zod/mini';
import { temporaryFolder } from '../../test/host/folders.ts';
import { installExtension } from '../../test/host/server.ts';
import { openWorkbench } from '../../test/host/workbench.ts';
import { median, type Pair } from './pairs.ts';
import { ratioRow, type Row } from './row.ts';
import { vsix } from './sizes.ts';
import { packSmall } from './smallExtension.ts';

const hosts = 16;
const target = 3;
const patienceMs = 60_000;
const ours = 'faceauth.faceauth-inspector';
const nothing = 'bench.nothing';

const result = z.array(z.object({ id: z.string(), ms: z.number(), early: z.boolean() }));

/** The time of our activation against that of an extension that does nothing, each pair in a fresh VS Code. */
export async function measureActivation(): Promise<Row> {
  const folder = temporaryFolder();
  const extensionsDir = join(folder.path, 'extensions');
  for (const path of [vsix, await packNothing(folder.path), await packProbe(folder.path)]) {
    await installExtension(path, extensionsDir);
  }
  const first: Pair[] = [];
  const second: Pair[] = [];
  for (let host = 0; host < hosts; host++) {
    const oursFirst = host % 2 === 0;
    const order = oursFirst ? [ours, nothing] : [nothing, ours];
    const pair = await activateInFreshHost(extensionsDir, order, join(folder.path, `result-${host}.json`));
    (oursFirst ? first : second).push(pair);
  }
  folder.release();
  const middle = (pairs: readonly Pair[]): string =>
    `${median(pairs.map((pair) => pair.ours)).toFixed(2)} ÷ ${median(pairs.map((pair) => pair.theirs)).toFixed(2)} ms`;
  return ratioRow({
    measured: 'activation of the installed vsix',
    compared: 'an extension that does nothing',
    unit: 'ms',
    pairs: first.flatMap((pair, index) => [pair, ...second.slice(index, index + 1)]),
    target,
    notes: ['each in a fresh VS Code', `ours first ${middle(first)}`, `ours second ${middle(second)}`],
  });
}

async function activateInFreshHost(extensionsDir: string, order: readonly string[], file: string): Promise<Pair> {
  const env = { BENCH_EXTENSIONS: order.join(','), BENCH_RESULT: file };
  const workbench = await openWorkbench({ builtIns: 'all', extensionsDir, env, optimizes: true });
  try {
    const end = Date.now() + patienceMs;
    while (!existsSync(file)) {
      if (Date.now() > end) throw new Error('The extension host gave no result.');
      await sleep(100);
    }
  } finally {
    await workbench.close();
  }
  const activations = result.parse(JSON.parse(readFileSync(file, 'utf8')));
  const early = activations.find((one) => one.early);
  if (early) throw new Error(`${early.id} was active before it was asked for.`);
  const msOf = (id: string): number => activations.find((one) => one.id === id)?.ms ?? Number.NaN;
  return { ours: msOf(ours), theirs: msOf(nothing) };
}

async function packNothing(folder: string): Promise<string> {
  return await packSmall(folder, {
    name: 'nothing',
    activationEvents: ['onFileSystem:nothing'],
    code: 'exports.activate = () => {};\n',
  });
}

async function packProbe(folder: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'probe.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  return await packSmall(folder, {
    name: 'probe',
    activationEvents: ['onStartupFinished'],
    code: outputFiles[0]?.text ?? '',
  });
}
