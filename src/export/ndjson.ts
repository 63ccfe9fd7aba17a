import { joined, utf8 } from '../json/bytes.ts';
import { onOneLine } from '../json/span.ts';
import { redacted, type Encoder, type Redact } from './encoder.ts';

const lineFeed = utf8('\n');

/** One record per line and nothing else. As received, only line breaks and white space between tokens are left out. */
export function ndjsonEncoder(redact?: Redact): Encoder {
  return {
    takesBroken: redact === undefined,
    begin: () => new Uint8Array(),
    add: (records) =>
      joined(
        records.flatMap((record) => [
          redact === undefined
            ? onOneLine(record.json, { start: 0, end: record.json.length })
            : utf8(JSON.stringify(redacted(record, redact))),
          lineFeed,
        ]),
      ),
    end: () => new Uint8Array(),
  };
}
