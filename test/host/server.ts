import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fewBuiltIns } from './builtIns.ts';
import { run } from './command.ts';
import { onEnd } from './ending.ts';
import { temporaryFolder } from './folders.ts';
import { writeLanguagePack } from './languagePack.ts';
import { linkExtensions } from './linkedExtension.ts';
import { openDoor, type Door } from './secretDoor.ts';
import { webHost } from './webHost.ts';

/** What a server is started with; settings are written as they are given. */
export interface ServerOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly machineSettings?: Readonly<Record<string, unknown>>;
  /** Where installed extensions lie; a folder of its own when not given. */
  readonly extensionsDir?: string | undefined;
  /** The source folders of extensions that are to run as if they were installed. */
  readonly extensionPath?: string | readonly string[] | undefined;
  /** Which of the extensions that VS Code brings are there; all when not given. */
  readonly builtIns?: 'few' | 'all' | undefined;
  /** Lets the page name extensions in development and tests to run, and shows no notifications. */
  readonly automation?: boolean;
  /** The display language of VS Code, such as `ko`; its own words stay English. */
  readonly language?: string | undefined;
  /** Added to the environment of the server, which the extension host inherits. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A VS Code server on a port of 127.0.0.1 that ends with `stop`, at the latest with this process. */
export interface Server {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly logsDir: string;
  readonly userSettingsFile: string;
  /** What the workbench keeps its secrets in. */
  readonly keyring: Pick<Door, 'lock' | 'unlock'>;
  /** What the server and its processes have printed so far. */
  readonly output: () => string;
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<unknown>;
  readonly stop: () => Promise<void>;
}

// What keeps a fresh window quiet, so that a test or a picture shows the extension and nothing else.
const quiet = {
  'chat.disableAIFeatures': true,
  // Inlay hints stand in the text of the document, which tests compare with what the service sent.
  'editor.inlayHints.enabled': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'window.autoDetectHighContrast': false,
  'window.confirmBeforeClose': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.editor.useModal': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Starts VS Code's server with a data folder of its own and waits until it listens. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const vscode = await webHost();
  const program = join(vscode, 'out', 'server-main.js');
  const data = temporaryFolder();
  try {
    const userSettingsFile = join(data.path, 'data', 'User', 'settings.json');
    writeJson(userSettingsFile, { ...quiet, ...options.settings });
    writeJson(join(data.path, 'data', 'Machine', 'settings.json'), options.machineSettings ?? {});
    if (options.language !== undefined) writeLanguagePack(join(data.path, 'data'), options.language);
    const builtIns = options.builtIns === 'few' ? ['--builtin-extensions-dir', fewBuiltIns(vscode, data.path)] : [];
    const child = spawn(process.execPath, [program, ...serverArguments(data.path, options), ...builtIns], {
      env: environment(options.env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'exit');
    const kill = onEnd(() => child.kill('SIGKILL'));
    const printed: string[] = [];
    const output = (): string => printed.join('');
    const { port, close, ...keyring } = await openDoor(await listeningPort(child, printed));
    const stop = async (): Promise<void> => {
      close();
      await end(child, ended);
      kill();
      data.release();
    };
    const logsDir = join(data.path, 'data', 'logs');
    const url = `http://127.0.0.1:${port}/`;
    return { url, port, dataDir: data.path, logsDir, userSettingsFile, keyring, output, ended, stop };
  } catch (error) {
    data.release();
    throw error;
  }
}

/** Installs a packaged extension into `extensionsDir`, as a user would. */
export async function installExtension(vsix: string, extensionsDir: string): Promise<void> {
  const program = join(await webHost(), 'out', 'server-main.js');
  const data = temporaryFolder();
  const folders = ['--extensions-dir', extensionsDir, '--server-data-dir', data.path];
  try {
    await run(process.execPath, [program, '--install-extension', vsix, ...folders], { env: environment() });
  } finally {
    data.release();
  }
}

function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(value, null, 2));
}

function serverArguments(dataDir: string, options: ServerOptions): string[] {
  const extensionsDir = options.extensionsDir ?? join(dataDir, 'extensions');
  if (options.extensionPath) linkExtensions([options.extensionPath].flat(), extensionsDir);
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir, '--telemetry-level', 'off'],
    ...(options.language === undefined ? [] : ['--locale', options.language]),
    ...(options.automation ? ['--enable-smoke-test-driver'] : []),
  ];
}

// This process may itself run in a VS Code, whose environment must not affect the server that is started.
function environment(added: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  // No marketplace: nothing that is tested needs one, and a test must not depend on who answers.
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}', ...added };
}

async function listeningPort(child: ChildProcess, printed: string[]): Promise<number> {
  if (!child.stdout || !child.stderr) throw new Error('The server was started without its output.');
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /listening on (\d+)/.exec(line)?.[1];
    if (port) {
      child.stdout.resume();
      return Number(port);
    }
  }
  throw new Error(`VS Code's server ended before it listened:\n${printed.join('')}`);
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  const force = setTimeout(() => child.kill('SIGKILL'), 3000);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(force);
}
