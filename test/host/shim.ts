import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { addressOf } from './address.ts';
import { openBrowser } from './browser.ts';
import { isHostNoise } from './problems.ts';
import { startServer } from './server.ts';

const logged = z.array(z.unknown());
const settingsFile = z.record(z.string(), z.unknown());

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function userSettings(): Record<string, unknown> {
  const folder = text(values['user-data-dir']);
  const file = folder && join(folder, 'User', 'settings.json');
  return file && existsSync(file) ? settingsFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

function relay(type: string, words: unknown): void {
  const line = format(...logged.parse(words));
  if (!isHostNoise(line)) (type === 'error' ? process.stderr : process.stdout).write(`${line}\n`);
}

async function runTests(): Promise<number> {
  const server = await startServer({
    settings: userSettings(),
    extensionsDir: text(values['extensions-dir']),
    automation: true,
  });
  const browser = await openBrowser({ size: { width: 1280, height: 800 } });
  try {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    const exit = Promise.withResolvers<number>();
    await page.exposeFunction('codeAutomationLog', relay);
    await page.exposeFunction('codeAutomationExit', (code: unknown) => exit.resolve(Number(code)));
    page.on('crash', () => exit.reject(new Error('The page of the workbench crashed.')));
    page.on('close', () => exit.reject(new Error('The page of the workbench was closed before the tests ended.')));
    const paths = (values.extensionDevelopmentPath ?? []).flatMap((path) => text(path) ?? []);
    const testsPath = text(values.extensionTestsPath);
    const folder = positionals[0];
    await page.goto(
      addressOf(server, {
        folder: folder && resolve(folder),
        extensionPaths: paths.map((path) => resolve(path)),
        testsPath: testsPath && resolve(testsPath),
      }),
    );
    return await exit.promise;
  } finally {
    await browser.close();
    await server.stop();
  }
}

process.exitCode = await runTests();
