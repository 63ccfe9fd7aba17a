import { open, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { partialName } from './partialName.ts';

/**
 * A file that is being written beside its target. Its path is that of the target with `.partial`, so that a file left
 * by a crash can be recognised. Every failure rejects with the error of the file system.
 */
export interface LocalFile {
  /** Appends. One call after the other: the next when the one before has resolved. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /**
   * Replaces the target with the file in one step. When that fails it can be tried again, kept or discarded. Contents
   * that could not be brought to the disk never get there, however often it is tried.
   */
  readonly complete: () => Promise<void>;
  /** Leaves it where it is and resolves to that path. */
  readonly keep: () => Promise<string>;
  /** Deletes it. */
  readonly discard: () => Promise<void>;
}

/** Begins a file that only its owner may read. The target stays as it is until the file is complete. */
export async function openLocalFile(named: string): Promise<LocalFile> {
  const target = await behindLinks(named);
  const { handle, path } = await openPartial(target, 1);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) {
      isOpen = false;
      await handle.close();
    }
  };
  const reachDisk = once(async () => {
    // A rename may reach the disk before the contents do.
    await handle.sync();
    await close();
  });
  return {
    write: async (bytes) => {
      // Writes all bytes at the position of the handle; `write` may write fewer than it was given.
      await handle.writeFile(bytes);
    },
    complete: async () => {
      await reachDisk();
      await whenLetGo(async () => {
        await rename(path, target);
      });
    },
    keep: async () => {
      await close();
      return path;
    },
    discard: async () => {
      try {
        await close();
      } finally {
        await whenLetGo(async () => {
          await rm(path, { force: true });
        });
      }
    },
  };
}

/**
 * Does the work once and repeats its outcome, however often it is called: a system that is asked a second time to write
 * to the disk may have forgotten that the first time failed.
 */
export function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return async () => {
    done ??= work();
    await done;
  };
}

/** In ms; together shorter than a person would wait. */
const pauses = [50, 200, 500, 1000] as const;

/**
 * Tries again while another program holds the file: on Windows, scanners open a file for a moment after it was written.
 */
export async function whenLetGo(work: () => Promise<void>): Promise<void> {
  for (const pause of pauses) {
    try {
      await work();
      return;
    } catch (error) {
      if (!['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error))) {
        throw error;
      }
      await setTimeout(pause);
    }
  }
  await work();
}

/** The file that a link leads to: a rename over the link itself would leave that file as it was. */
async function behindLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return path;
    }
    throw error;
  }
}

/** The path of a file with the links in its folder resolved. The file itself may not exist yet. */
export async function realFolder(file: string): Promise<string> {
  const [, folder = '', name = ''] = /^(.*)([/\\][^/\\]*)$/.exec(file) ?? [];
  try {
    return `${await realpath(folder === '' ? '/' : folder)}${name}`;
  } catch {
    // What is wrong with the folder is told when the file is opened.
    return file;
  }
}

/**
 * Creates a partial file under the first free name. An existing one may be kept data, or an export that is running, so
 * it is never touched.
 */
async function openPartial(target: string, number: number): Promise<{ handle: FileHandle; path: string }> {
  const path = partialName(target, number);
  try {
    return { handle: await open(path, 'wx', 0o600), path };
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      return await openPartial(target, number + 1);
    }
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
