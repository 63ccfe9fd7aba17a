import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onEnd } from './ending.ts';

/** The repository's root: everything that is built or tested lies under it. */
export const root = resolve(import.meta.dirname, '..', '..');

/** The user's folder for what is costly to fetch again; it exists after the call. */
export function cacheFolder(): string {
  const named = process.env['XDG_CACHE_HOME'] ?? '';
  const base = named === '' ? join(homedir(), '.cache') : named;
  const folder = join(base, 'faceauth-inspector');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A folder of this run that is gone when it is released, at the latest when the process ends. */
export function temporaryFolder(parent: string = tmpdir()): { path: string; release: () => void } {
  const path = mkdtempSync(join(parent, 'faceauth-'));
  return { path, release: onEnd(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 })) };
}
