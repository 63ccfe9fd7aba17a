import { csvEncoder } from './csv.ts';
import type { Encoder, Redact } from './encoder.ts';
import { jsonEncoder } from './json.ts';
import { ndjsonEncoder } from './ndjson.ts';

/** The formats of an export, in the order in which they are offered. Each name is also the ending of the file. */
export const formats = ['json', 'ndjson', 'csv'] as const;

/** What an export can be written as. */
export type Format = (typeof formats)[number];

/** An encoder for one file. Without `redact` the records are written as received. */
export function createEncoder(format: Format, redact?: Redact): Encoder {
  return { json: jsonEncoder, ndjson: ndjsonEncoder, csv: csvEncoder }[format](redact);
}
