import { csvEncoder } from './csv.ts';
import type { Encoder, Redact } from './encoder.ts';
import { jsonEncoder } from './json.ts';
import { ndjsonEncoder } from './ndjson.ts';

/** What an export can be written as, in the order in which it is offered; each is its file's ending too. */
export const formats = ['json', 'ndjson', 'csv'] as const;

/** What an export can be written as. */
export type Format = (typeof formats)[number];

/** An encoder for one file. As received unless there is something to redact with. */
export function createEncoder(format: Format, redact?: Redact): Encoder {
  return { json: jsonEncoder, ndjson: ndjsonEncoder, csv: csvEncoder }[format](redact);
}
