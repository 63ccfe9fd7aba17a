import { join } from 'node:path';
import { hasLogger } from '../../host/nativeLogger.ts';
import type { Workbench } from '../../host/workbench.ts';
import { excerptsHolding, filesHolding, keptInBrowser } from './traces.ts';

/** A place that may hold data after it is no longer shown. */
export interface Place {
  readonly name: string;
  /** Whether the VS Code in this folder has the place at all; yes when not given. */
  readonly isThere?: (vscode: string) => boolean;
  /** Something that is known to be there. */
  readonly known: string;
  /** The files or excerpts of the place, in this world, that hold one of these texts. */
  readonly holding: (world: World, texts: readonly string[]) => readonly string[] | Promise<readonly string[]>;
}

/** A workbench, and the folders that it was given. */
export interface World {
  readonly workbench: Workbench;
  readonly temporary: string;
  readonly workspace: string;
}

const files =
  (folder: (world: World) => string): Place['holding'] =>
  (world, texts) =>
    filesHolding(folder(world), texts);

/** Every place where VS Code or the extension could keep something, but for what is exported. */
export const everywhere: readonly Place[] = [
  {
    name: 'the logs',
    isThere: hasLogger,
    known: 'GET /v3/faceauth',
    holding: files(({ workbench }) => workbench.server.logsDir),
  },
  {
    name: 'the settings of the user',
    known: 'faceauth.autoRefreshSeconds',
    holding: files(({ workbench }) => join(workbench.server.dataDir, 'data', 'User')),
  },
  {
    name: 'the settings of the machine',
    known: 'faceauth.requestTimeoutSeconds',
    holding: files(({ workbench }) => join(workbench.server.dataDir, 'data', 'Machine')),
  },
  {
    name: 'all other files of the server',
    known: 'faceauth.faceauth-inspector',
    holding: files(({ workbench }) => workbench.server.dataDir),
  },
  { name: 'the folder for temporary files', known: 'vscode-ipc', holding: files(({ temporary }) => temporary) },
  { name: 'the workspace', known: 'what a person wrote', holding: files(({ workspace }) => workspace) },
  {
    name: 'the state in the browser',
    known: 'workbench.view.extension.faceauth',
    holding: async ({ workbench }, texts) => excerptsHolding(await keptInBrowser(workbench.page), texts),
  },
  {
    name: 'the output of the server',
    known: 'listening on',
    holding: ({ workbench }, texts) => excerptsHolding(workbench.server.output(), texts),
  },
];
