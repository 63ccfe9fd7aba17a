import { open, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { partialName } from './partialName.ts';

/**
 * A file that is being written beside its target, whose path it has with `.partial`: what a crash leaves says what it
 * is. Every failure rejects with the error of the file system.
 */
export interface LocalFile {
  /** Appends. One call after the other: the next when the one before has resolved. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /**
   * Puts it in the target's place, at once and whole. When that fails it can be tried again, kept or discarded; what
   * could not be brought to the disk never gets there, however often it is tried.
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
      // At the handle's place, and all of it: `write` may write less than it was given.
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

/** Work that is done once, however often it is asked for: a system that is asked twice forgets what it could not write. */
export function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return async () => {
    done ??= work();
    await done;
  };
}

/** In ms; together shorter than a person would wait. */
const pauses = [50, 200, 500, 1000] as const;

/** Tries again while somebody holds a file: on Windows scanners open what was just written, for a moment. */
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

/** A path of a file that may not be there yet, its folder without links. */
export async function realFolder(file: string): Promise<string> {
  const [, folder = '', name = ''] = /^(.*)([/\\][^/\\]*)$/.exec(file) ?? [];
  try {
    return `${await realpath(folder === '' ? '/' : folder)}${name}`;
  } catch {
    // Whoever opens the file meets what is wrong with its folder.
    return file;
  }
}

/** A partial file from before is somebody's data, and one of this moment somebody's work: neither is touched. */
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
