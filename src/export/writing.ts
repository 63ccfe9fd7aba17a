import { Turn } from '../json/turn.ts';
import { projectAt, type Page } from '../api/page.ts';
import { IdSet } from '../submissions/store/idSet.ts';
import { createNames } from './currentCopies.ts';
import type { Encoder, Redact, SentRecord } from './encoder.ts';
import { createEncoder, type Format } from './format.ts';

/** Where an export is written. The next piece comes after the sink has taken the one before. */
export interface Sink {
  readonly write: (bytes: Uint8Array) => Promise<void>;
}

/** What an export has done so far. */
export interface Report {
  /** Records that were written and can be read. */
  readonly records: number;
  /** Answers of the service that were looked through, the last perhaps in part. */
  readonly pages: number;
  /** Records that came again and were not written again. */
  readonly duplicates: number;
  /** Records that came but cannot be read. */
  readonly broken: number;
  /** How many of the broken records were not written. */
  readonly leftOut: number;
  /** Records that were deleted since the service sent them as a whole, and were not written. */
  readonly deleted: number;
  /** Records that were written whole before a later answer said that they are deleted. */
  readonly deletedLater: number;
  readonly bytes: number;
}

/** The options of every export. Without `redact` the records are written as received. */
export interface ExportOptions {
  readonly format: Format;
  readonly redact?: Redact;
  readonly sink: Sink;
  /** Called several times a second, and after each page. */
  readonly onProgress?: (report: Report) => void;
  /** Ends the export early; what was written is then made whole. */
  readonly signal: AbortSignal;
}

/** A piece is written once it holds this many records or bytes. It is then small enough to be made in a few ms. */
const pieceRecords = 64;
const pieceBytes = 64 * 1024;

/** Writes each record of an export once, piece by piece, and lets other tasks run in between. */
export class Writing {
  /** The counts behind `report`, for the walk to add to. */
  readonly counts = {
    records: 0,
    pages: 0,
    duplicates: 0,
    broken: 0,
    leftOut: 0,
    deleted: 0,
    deletedLater: 0,
    bytes: 0,
  };
  /** Names the records of this export, so that equal names mean the same record. */
  readonly nameOf = createNames();
  /** The name of the record at an index of a page. */
  readonly nameIn = (page: Page, index: number): string =>
    this.nameOf(page.records.ids[index] ?? '', projectAt(page, index));
  /** The names of records that came and were not written, or were written as deleted. */
  readonly notWhole = new IdSet();
  readonly #options: ExportOptions;
  readonly #encoder: Encoder;
  readonly #seen = new IdSet();
  readonly #turn = new Turn();
  #piece: SentRecord[] = [];
  #pieceBytes = 0;

  constructor(options: ExportOptions) {
    this.#options = options;
    this.#encoder = createEncoder(options.format, options.redact);
  }

  /** What was done until now. */
  get report(): Report {
    return { ...this.counts };
  }

  /** Whether the format has a place for records that cannot be read. */
  get takesBroken(): boolean {
    return this.#encoder.takesBroken;
  }

  /** Whether `flush` is due: enough records are waiting, or other tasks wait to run. */
  get due(): boolean {
    return this.#piece.length >= pieceRecords || this.#pieceBytes >= pieceBytes || this.#turn.over;
  }

  /** Writes what stands before the first record. */
  async begin(): Promise<void> {
    await this.#write(this.#encoder.begin());
  }

  /** How many different records came so far, whether written or not. */
  distinct = 0;

  /**
   * Remembers a record by its name. False when the record came before; that counts as a duplicate unless `counts` is
   * false.
   */
  isNew(id: string, counts = true): boolean {
    const fresh = this.#seen.add(id);
    this.distinct += fresh ? 1 : 0;
    this.counts.duplicates += fresh || !counts ? 0 : 1;
    return fresh;
  }

  /** Takes a record, which is written by the next `flush`. */
  add(record: SentRecord): void {
    this.#piece.push(record);
    this.#pieceBytes += record.json.length;
  }

  /** Writes the records that were added, and lets other tasks run when it is their turn. */
  async flush(): Promise<void> {
    if (this.#piece.length > 0) {
      const bytes = this.#encoder.add(this.#piece);
      this.#piece = [];
      this.#pieceBytes = 0;
      await this.#write(bytes);
    }
    if (this.#turn.over) {
      this.tell();
      await this.#turn.pass();
    }
  }

  /** Tells how far it is. */
  tell(): void {
    this.#options.onProgress?.(this.report);
  }

  /** Makes what was written a whole document. */
  async end(): Promise<Report> {
    await this.flush();
    await this.#write(this.#encoder.end());
    this.tell();
    return this.report;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (bytes.length > 0) {
      await this.#options.sink.write(bytes);
      this.counts.bytes += bytes.length;
    }
  }
}
