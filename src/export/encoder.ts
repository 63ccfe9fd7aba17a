import type { Page } from '../api/page.ts';
import { textIn } from '../json/span.ts';

/** One record on its way into a file. */
export interface SentRecord {
  /** Its JSON as received, byte for byte. */
  readonly json: Uint8Array;
  /** The record as parsed; when absent, it is parsed from `json` again. */
  readonly value?: unknown;
  /** The service's own id of the project that it came under; undefined where it came under none. */
  readonly project: string | undefined;
}

/** Redacts records so that they may leave the machine. It is never given a broken record. */
export interface Redact {
  /** Told of each page before its records are redacted. */
  readonly begin?: (page: Page) => void;
  /**
   * The redacted form of a record. `raw` is the record as parsed from JSON, and `json` returns its text as received.
   */
  readonly record: (raw: unknown, json: () => string) => object;
  /** The alias that is written instead of a project's id. */
  readonly projectId: (id: string) => string;
}

/**
 * Makes one file in UTF-8, piece by piece. After `end` the pieces are a whole document, however few records were added.
 */
export interface Encoder {
  /** Whether the format has a place for records that cannot be read. */
  readonly takesBroken: boolean;
  readonly begin: () => Uint8Array;
  readonly add: (records: readonly SentRecord[]) => Uint8Array;
  readonly end: () => Uint8Array;
}

/** The redacted form of a record. */
export function redacted(record: SentRecord, redact: Redact): object {
  return redact.record(parsed(record), () => textOf(record));
}

/** A record as parsed from its JSON. */
export function parsed(record: SentRecord): unknown {
  return record.value ?? JSON.parse(textOf(record));
}

function textOf({ json }: SentRecord): string {
  return textIn(json, { start: 0, end: json.length });
}
