import { joined } from '../json/bytes.ts';
import { FileError } from './fileError.ts';
import { GzipMembers } from './fileMembers.ts';
import { pageStart } from './fileOthers.ts';

/** The most bytes that are unpacked of a file: a small packed file can hold any number of bytes. */
const mostUnpacked = 8 * 1024 ** 3;

/** How many bytes at the beginning of a file are enough to tell what it is. */
const tellingBytes = 512;

/** The text of a file as UTF-8, in pieces: unpacked, and without the mark of its encoding. Throws a `FileError`. */
export async function* textOf(file: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const { first, all } = await begun(file);
  if (startsWith(first, [0x1f, 0x8b])) {
    yield* textOf(unpackedMembers(all));
    return;
  }
  const encoding = encodingOf(first);
  if (encoding !== undefined) {
    yield* recoded(all, encoding);
    return;
  }
  const type = types.find(({ beginning }) => startsWith(first, beginning))?.type;
  const told = first.length < tellingBytes ? withoutFilling(first) : first;
  if (type !== undefined || told.length === 0 || told.includes(0)) {
    throw new FileError({ cause: 'binary', type });
  }
  if (pageStart.test(new TextDecoder().decode(first))) {
    throw new FileError({ cause: 'html' });
  }
  yield* quotedStart.test(new TextDecoder().decode(first)) ? unquoted(withoutMark(all)) : withoutMark(all);
}

/**
 * The beginning of JSON with line breaks that is quoted in a mail. Quoted JSON on one line is read with its marks.
 */
const quotedStart = /^>[> ]*[[{][[{ ]*\r?$/m;

async function* withoutMark(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let isFirst = true;
  for await (const piece of pieces) {
    yield isFirst && startsWith(piece, [0xef, 0xbb, 0xbf]) ? piece.subarray(3) : piece;
    isFirst = false;
  }
}

/**
 * The text without the marks (`>`) with which a mail quotes its lines. No JSON string has a line break, so no line
 * begins with a mark that belongs to a string.
 */
async function* unquoted(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  // At the beginning of a line, behind a mark, or in its text.
  let place: 'start' | 'mark' | 'text' = 'start';
  for await (const piece of pieces) {
    const text = new Uint8Array(piece.length);
    let length = 0;
    for (const byte of piece) {
      if (byte === quoteMark && place !== 'text') {
        place = 'mark';
      } else if (byte === space && place === 'mark') {
        place = 'start';
      } else {
        place = byte === lineFeed ? 'start' : 'text';
        text[length++] = byte;
      }
    }
    yield text.subarray(0, length);
  }
}

const lineFeed = 0x0a;
const quoteMark = 0x3e;
const space = 0x20;

/** What is no text, by its first bytes. */
const types = [
  { type: 'PNG', beginning: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'JPEG', beginning: [0xff, 0xd8, 0xff] },
  { type: 'GIF', beginning: [0x47, 0x49, 0x46, 0x38] },
  { type: 'PDF', beginning: [0x25, 0x50, 0x44, 0x46] },
  { type: 'ZIP', beginning: [0x50, 0x4b, 0x03, 0x04] },
  { type: 'zstd', beginning: [0x28, 0xb5, 0x2f, 0xfd] },
  { type: 'bzip2', beginning: [0x42, 0x5a, 0x68] },
  { type: 'XZ', beginning: [0xfd, 0x37, 0x7a, 0x58] },
] as const;

/**
 * UTF-16 is known by its byte-order mark; without one, by the zero byte beside each of the first two characters.
 * Undefined for UTF-8 and others.
 */
function encodingOf(first: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [one, other, third, fourth] = first;
  if (startsWith(first, [0xff, 0xfe]) || (one !== 0 && other === 0 && third !== 0 && fourth === 0)) {
    return 'utf-16le';
  }
  return startsWith(first, [0xfe, 0xff]) || (one === 0 && other !== 0 && third === 0 && fourth !== 0)
    ? 'utf-16be'
    : undefined;
}

/** The bytes without the NUL bytes with which a small file is filled up at its end. */
function withoutFilling(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1);
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}

/**
 * The first bytes of a file, and all of its bytes. An error after the first byte is thrown only after the bytes that
 * were read before it. An empty file is an error.
 */
async function begun(
  file: AsyncIterable<Uint8Array>,
): Promise<{ readonly first: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const pieces = file[Symbol.asyncIterator]();
  let first: Uint8Array = new Uint8Array();
  let problem: FileError | undefined;
  while (first.length < tellingBytes && problem === undefined) {
    try {
      const next = await pieces.next();
      if (next.done === true) {
        break;
      }
      first = joined([first, next.value]);
    } catch (error) {
      if (!(error instanceof FileError) || first.length === 0) {
        throw error;
      }
      problem = error;
    }
  }
  if (first.length === 0) {
    throw new FileError({ cause: 'empty' });
  }
  const all = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    yield first;
    if (problem !== undefined) {
      throw problem;
    }
    yield* { [Symbol.asyncIterator]: () => pieces };
  };
  return { first: first.subarray(0, tellingBytes), all: all() };
}

async function* recoded(
  file: AsyncIterable<Uint8Array>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Uint8Array, void, undefined> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const piece of file) {
    yield encoder.encode(decoder.decode(piece, { stream: true }));
  }
  yield encoder.encode(decoder.decode());
}

async function* unpackedMembers(file: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  for (const members = new GzipMembers(file); members.hasNext;) {
    yield* unpacked(members.next());
  }
}

async function* unpacked(file: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const reader: ReadableStreamDefaultReader<Uint8Array> = readable.getReader();
  let failure: { readonly error: unknown } | undefined;
  const written = write(file, writer).catch(async (error: unknown) => {
    failure = { error };
    await writer.abort(error).catch(() => undefined);
  });
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > mostUnpacked) {
        throw new FileError({ cause: 'tooLarge', bytes: size, limit: mostUnpacked });
      }
      yield next.value;
    }
    await written;
  } catch (error) {
    // What the file system says counts more than what the stream makes of it.
    const cause = failure?.error ?? error;
    throw cause instanceof FileError ? cause : new FileError({ cause: 'packed' });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function write(
  file: AsyncIterable<Uint8Array>,
  writer: ReturnType<DecompressionStream['writable']['getWriter']>,
): Promise<void> {
  for await (const piece of file) {
    await writer.write(new Uint8Array(piece));
  }
  await writer.close();
}
