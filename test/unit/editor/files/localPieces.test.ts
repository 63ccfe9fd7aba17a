import assert from 'node:assert/strict';
import { appendFileSync, promises, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localPieces } from '../../../../src/editor/files/localPieces.ts';
import { FileError } from '../../../../src/sources/fileError.ts';
import { temporaryFolder } from '../../../host/folders.ts';

const MEGABYTE = 1024 * 1024;

describe('the pieces of a file of this computer', () => {
  const { open, readFile } = promises;
  let folder: ReturnType<typeof temporaryFolder>;
  let path: string;

  beforeEach(() => {
    folder = temporaryFolder();
    path = join(folder.path, 'records.ndjson');
  });

  afterEach(() => {
    promises.open = open;
    folder.release();
  });

  // Every four bytes differ from all others, so that a piece from another place is noticed.
  const write = (size: number): void => {
    const words = new Uint32Array(Math.ceil(size / 4));
    for (let at = 0; at < words.length; at++) words[at] = Math.imul(at, 0x9e37_79b1);
    writeFileSync(path, new Uint8Array(words.buffer, 0, size));
  };

  const areWhole = async (size: number): Promise<void> => {
    write(size);
    let length = 0;
    for await (const piece of localPieces(path)) {
      // Reading the whole file takes longer than reading the next piece.
      const whole = await readFile(path);
      assert.ok(whole.subarray(length, length + piece.length).equals(piece));
      length += piece.length;
    }
    assert.equal(length, size);
  };

  for (const size of [0, 1, 65_535, 65_536, 65_537, 5 * MEGABYTE, 21 * MEGABYTE + 7]) {
    it(`are all of its ${size} bytes, and stay as they are while the next one is read`, async () => {
      await areWhole(size);
    });
  }

  it('take a few megabytes, however large the file is', async () => {
    write(MEGABYTE);
    truncateSync(path, 100 * MEGABYTE);
    const memories = new Set<ArrayBufferLike>();
    for await (const piece of localPieces(path)) memories.add(piece.buffer);
    const taken = [...memories].reduce((sum, { byteLength }) => sum + byteLength, 0);
    assert.ok(taken <= 12 * MEGABYTE, `${taken} bytes`);
  });

  it('never come twice when something is added at its end meanwhile', async () => {
    write(10);
    const pieces = localPieces(path);
    assert.equal((await pieces.next()).value?.length, 10);
    appendFileSync(path, 'more');
    let rest = '';
    for await (const piece of pieces) rest += new TextDecoder().decode(piece);
    assert.ok(rest === '' || rest === 'more', rest);
  });

  describe('behind one of which the file cannot be read any more', () => {
    beforeEach(() => {
      let pieces = 0;
      promises.open = async (...args) => {
        pieces++;
        if (pieces === 2) throw Object.assign(new Error('The disk is gone.'), { code: 'EIO' });
        return await open(...args);
      };
      write(MEGABYTE);
    });

    it('end with that error', async () => {
      const pieces = localPieces(path);
      assert.equal((await pieces.next()).done, false);
      await assert.rejects(pieces.next(), new FileError({ cause: 'unreadable', words: 'EIO' }));
    });

    it('trouble nobody who takes no more', async () => {
      const untaken: unknown[] = [];
      const note = (error: unknown): void => {
        untaken.push(error);
      };
      process.on('unhandledRejection', note);
      const pieces = localPieces(path);
      await pieces.next();
      await pieces.return();
      await new Promise(setImmediate);
      process.off('unhandledRejection', note);
      assert.deepEqual(untaken, []);
    });
  });
});
