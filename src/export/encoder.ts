import type { Page } from '../api/page.ts';
import { textIn } from '../json/span.ts';

/** One record on its way into a file. */
export interface SentRecord {
  /** Its JSON as received, byte for byte. */
  readonly json: Uint8Array;
  /** The same as parsed; where that was not kept, it is parsed from `json` again. */
  readonly value?: unknown;
  /** The service's own id of the project that it came under; undefined where it came under none. */
  readonly project: string | undefined;
}

/** What is taken out of records that may leave the machine. Records that cannot be read are never given to it. */
export interface Redact {
  /** Told of each page before its records are redacted. */
  readonly begin?: (page: Page) => void;
  /** What may be written of a record, which comes as parsed from JSON, and as received. */
  readonly record: (raw: unknown, json: () => string) => object;
  /** What stands for a project's id. */
  readonly projectId: (id: string) => string;
}

/** Makes one file, piece by piece and in UTF-8; after `end` the pieces are a whole document, however few came before. */
export interface Encoder {
  /** Whether the format has a place for records that cannot be read. */
  readonly takesBroken: boolean;
  readonly begin: () => Uint8Array;
  readonly add: (records: readonly SentRecord[]) => Uint8Array;
  readonly end: () => Uint8Array;
}

/** What may be written of a record. */
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
