import type { Query } from '../api/address.ts';
import type { Ask } from '../api/client.ts';
import { excerptOf } from '../api/excerpt.ts';
import { failed, success, type Failure, type FileProblem, type Result } from '../api/failure.ts';
import { readPage, type Page } from '../api/page.ts';
import { unlessAborted } from '../api/unlessAborted.ts';
import { isFields } from '../api/values.ts';
import type { Occasion } from './connect.ts';
import { FileBuffer } from './fileBuffer.ts';
import { FileError } from './fileError.ts';
import { onDays, pageOf } from './filePage.ts';
import type { FilePiece } from './filePiece.ts';
import { FileScan } from './fileScan.ts';
import { textOf } from './fileText.ts';

/** A file, or a text that is as good as one. */
export interface FileBytes {
  readonly name: string;
  /**
   * Its bytes from the beginning, in pieces of a few MB at most. The bytes of a piece may change when the next piece is
   * asked for. Throws a `FileError` for a problem that is expected.
   */
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

/** Pages are kept back until one has a submission, or until they hold more than this many values that are none. */
const mostOthers = 10_000;

/**
 * The pages of a file, read one after the other. Only the days and the id of a query count, not how many records it
 * asks for.
 */
export function fileSource(file: FileBytes, { lazily }: Pick<Occasion, 'lazily'> = {}): Ask {
  let reading: Reading | undefined;
  return async (query, signal) => {
    const number = Number(query.after?.id ?? 0);
    if (signal.aborted) {
      return failed({ kind: 'cancelled' });
    }
    if (reading === undefined || number === 0 || reading.number > number) {
      reading = new Reading(file, query, lazily);
    }
    try {
      const page = await unlessAborted(reading.page(number), signal, undefined);
      if (page?.ok === false) {
        reading = undefined;
      }
      return page ?? failed({ kind: 'cancelled' });
    } catch (error) {
      reading = undefined;
      if (error instanceof FileError) {
        return failed({ kind: 'file', name: file.name, ...error.problem });
      }
      throw error;
    }
  };
}

/** A page, and whether no other one follows. */
interface FilePage {
  readonly page: Page;
  readonly isLast: boolean;
}

/** One way through a file. */
class Reading {
  readonly #file: FileBytes;
  readonly #query: Query;
  readonly #pages: AsyncGenerator<FilePage, void, undefined>;
  readonly #lazily: boolean | undefined;
  #last: Promise<Result<Page>> | undefined;
  /** Which page was asked for last; -1 before the first one. */
  number = -1;

  constructor(file: FileBytes, query: Query, lazily: boolean | undefined) {
    this.#file = file;
    this.#query = query;
    this.#lazily = lazily;
    this.#pages = this.#wanted();
  }

  /** A page; the one that was asked for last, or a later one. */
  async page(number: number): Promise<Result<Page>> {
    while (this.number < number) {
      this.number++;
      this.#last = this.#advance();
      await this.#last;
    }
    return await (this.#last ?? this.#advance());
  }

  async #advance(): Promise<Result<Page>> {
    const now = await this.#pages.next();
    if (now.done === true) {
      const empty = await readPage({ bytes: new TextEncoder().encode('[]'), contentType: '' }, this.#lazily);
      return empty.ok ? success({ ...empty.value, endsSurely: true }) : empty;
    }
    const { page: read, isLast } = now.value;
    // The next-page key in a saved answer names a page of the service, not of the file.
    const { next: _key, brokenNext: _brokenKey, ...page } = read;
    const next = isLast ? {} : { next: { id: String(this.number + 1), date: '' } };
    return success({ ...page, ...next, endsSurely: true });
  }

  async *#wanted(): AsyncGenerator<FilePage, void, undefined> {
    const { authId, auth_id: otherId, days } = this.#query;
    const id = authId ?? otherId;
    if (id !== undefined) {
      yield* this.#withId(id);
    } else if (days === undefined) {
      yield* this.#all();
    } else {
      yield* this.#onDays(days);
    }
  }

  /**
   * The records that were created on these days. Each page waits until the next page with such records is found, to
   * know whether it is the last one.
   */
  async *#onDays(days: NonNullable<Query['days']>): AsyncGenerator<FilePage, void, undefined> {
    let before: readonly Page[] = [];
    try {
      for await (const { page } of this.#all()) {
        const wanted = onDays(page, days);
        if (wanted.records.length + wanted.broken.length > 0) {
          yield* withEnd(before, false);
          before = [wanted];
        }
      }
    } catch (error) {
      yield* withEnd(before, false);
      throw error;
    }
    yield* withEnd(before, true);
  }

  /** The last copy of a record: the later one counts. */
  async *#withId(id: string): AsyncGenerator<FilePage, void, undefined> {
    let found: Page | undefined;
    try {
      for await (const { page } of this.#all()) {
        found = page.records.ids.includes(id) ? page : found;
      }
    } catch (error) {
      // A copy before the place where the file breaks still counts.
      if (found === undefined) {
        throw error;
      }
    }
    if (found !== undefined) {
      const { ids } = found.records;
      const page = excerptOf(
        found,
        (index) => ids[index] === id,
        () => false,
      );
      yield { page, isLast: true };
    }
  }

  /**
   * All pages. They are kept back until one of them holds a submission, because the file may be of something else. To
   * know whether a page is the last one, the piece behind it is cut out. That piece is not read yet, because holding
   * two pages takes longer.
   */
  async *#all(): AsyncGenerator<FilePage, void, undefined> {
    const scan = new FileScan(new FileBuffer(textOf(this.#file.pieces())));
    let kept: Page[] = [];
    let hasRecords = false;
    let others = 0;
    let first: FilePiece | undefined;
    let isJson = false;
    let ahead = scan.next();
    for (let piece = await ahead; piece !== undefined; piece = await ahead) {
      ahead = scan.next();
      // A failure behind this page is reported in the place of the next page.
      const isEnd = ahead.then(
        (next) => next === undefined,
        () => false,
      );
      first ??= piece;
      let page = await pageOf(piece, this.#lazily);
      if (!page.ok && hasRecords) {
        page = await pageOf(piece.mended({ project: undefined }), this.#lazily);
      }
      if (!page.ok) {
        throw new FileError(problemOf(page.failure, piece));
      }
      kept.push(page.value);
      hasRecords ||= page.value.records.length > 0;
      others += page.value.broken.length;
      isJson ||= page.value.broken.some(({ problem }) => problem !== 'notJson');
      if (hasRecords || others > mostOthers) {
        yield* withEnd(kept, hasRecords && (await isEnd));
        kept = [];
      }
    }
    if (!hasRecords && others > 0 && first !== undefined) {
      const where = isJson ? undefined : scan.firstBreak;
      throw new FileError(where === undefined ? noSubmissions(first) : { cause: 'notJson', where, endsEarly: false });
    }
    yield* withEnd(kept, true);
  }
}

/** The pages with a mark on the last of them if it is the end of the file. */
function withEnd(pages: readonly Page[], isEnd: boolean): readonly FilePage[] {
  return pages.map((page, index) => ({ page, isLast: isEnd && index === pages.length - 1 }));
}

/** Why a piece is no page. */
function problemOf(failure: Failure, piece: FilePiece): FileProblem {
  return 'status' in failure
    ? { cause: 'serviceError', words: failure.message ?? failure.errorCode ?? '' }
    : noSubmissions(piece);
}

function noSubmissions(piece: FilePiece): FileProblem {
  const { first } = piece;
  return { cause: 'noSubmissions', fields: isFields(first) ? Object.keys(first).slice(0, 3) : [] };
}
