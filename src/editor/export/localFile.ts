import { open, rename, rm, type FileHandle } from 'node:fs/promises';

/** A file that is being written beside its target. Every failure rejects with the error of the file system. */
export interface LocalFile {
  /** Where it is written: the target's path with `.partial`, so that what a crash leaves says what it is. */
  readonly partialPath: string;
  /** Appends. One call after the other: the next when the one before has resolved. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Puts it in the target's place, at once and whole. When that fails it can still be kept or discarded. */
  readonly complete: () => Promise<void>;
  /** Leaves it where it is and resolves to that path. */
  readonly keep: () => Promise<string>;
  /** Deletes it. */
  readonly discard: () => Promise<void>;
}

/** Begins a file that only its owner may read. The target stays as it is until the file is complete. */
export async function openLocalFile(target: string): Promise<LocalFile> {
  const { handle, path } = await openPartial(target, 1);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) {
      isOpen = false;
      await handle.close();
    }
  };
  return {
    partialPath: path,
    write: async (bytes) => {
      // At the handle's place, and all of it: `write` may write less than it was given.
      await handle.writeFile(bytes);
    },
    complete: async () => {
      if (isOpen) {
        // A rename may reach the disk before the contents do.
        await handle.sync();
      }
      await close();
      await rename(path, target);
    },
    keep: async () => {
      await close();
      return path;
    },
    discard: async () => {
      try {
        await close();
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}

/** A partial file from before is somebody's data, and one of this moment somebody's work: neither is touched. */
async function openPartial(target: string, number: number): Promise<{ handle: FileHandle; path: string }> {
  const path = `${target}${number === 1 ? '' : `.${number}`}.partial`;
  try {
    return { handle: await open(path, 'wx', 0o600), path };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      return await openPartial(target, number + 1);
    }
    throw error;
  }
}
