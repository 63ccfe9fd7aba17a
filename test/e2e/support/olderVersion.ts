import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readFileSync } from 'node:fs';
import { root } from '../../host/folders.ts';

const manifest = z.object({ publisher: z.string(), name: z.string(), version: z.string() });

/** A project as version 0.1.0 kept it, with its key. */
export interface OlderProject {
  readonly id: string;
  readonly name: string;
  readonly key: string;
}

/** An installed extension that keeps what version 0.1.0 kept, until the current version replaces it. */
export interface OlderVersion {
  /** To be installed. */
  readonly path: string;
  /** Replaces it, for the window that is opened next. */
  readonly update: (extensionsDir: string) => void;
}

/** Makes an extension of the same name in this folder, which keeps these projects as version 0.1.0 did. */
export function olderVersion(folder: string, projects: readonly OlderProject[]): OlderVersion {
  const { publisher, name, version } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const older = join(folder, 'older');
  const path = join(folder, 'installed');
  mkdirSync(older);
  const list = projects.map((project) => ({ id: project.id, name: project.name }));
  const keys = projects.map((project) => [`faceauth.key.${project.id}`, project.key]);
  writeFileSync(
    join(older, 'package.json'),
    JSON.stringify({
      ...{ publisher, name, version, main: './main.cjs', engines: { vscode: '^1.101.0' } },
      activationEvents: ['onStartupFinished'],
    }),
  );
  writeFileSync(
    join(older, 'main.cjs'),
    `exports.activate = async ({ globalState, secrets }) => {
      await globalState.update('faceauth.projects', ${JSON.stringify(list)});
      for (const [name, key] of ${JSON.stringify(keys)}) await secrets.store(name, key);
      await require('vscode').window.showInformationMessage('The older version has kept its projects.');
    };`,
  );
  symlinkSync(older, path, 'junction');
  return {
    path,
    update: (extensionsDir) => {
      rmSync(path);
      symlinkSync(root, path, 'junction');
      // VS Code reads the extensions again when this has changed.
      utimesSync(join(extensionsDir, 'extensions.json'), new Date(), new Date());
    },
  };
}
