import { stringify } from 'csv-stringify/sync';
import { utf8 } from '../json/bytes.ts';
import { safeText } from './csvText.ts';
import { headers, rowOf, wholeHeaders, wholeRowOf } from './csvColumns.ts';
import { parsed, redacted, type Encoder, type Redact } from './encoder.ts';

const dialect = {
  record_delimiter: '\r\n',
  // Otherwise only a whole CRLF is quoted: a lone line feed would begin a row.
  quote_record_delimiter: true,
  escape_formulas: true,
  cast: {
    // By default the package writes 1 for true and nothing for false.
    boolean: String,
    // A number is no formula, so its minus must not be escaped.
    object: ({ digits }: Record<string, unknown>) => ({ value: String(digits), escape_formulas: false }),
  },
};

/**
 * Rows of a table for spreadsheets. They begin with a UTF-8 byte order mark, and no spreadsheet runs any of the cells.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  const safe = rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell)));
  // Without a byte order mark spreadsheets read Korean comments in another encoding.
  return `\u{FEFF}${stringify(safe, dialect)}`;
}

/** A table for spreadsheets: one row per record, numbers as numbers, no cell that a spreadsheet would run. */
export function csvEncoder(redact?: Redact): Encoder {
  return {
    takesBroken: false,
    begin: () => utf8(csvOf([redact === undefined ? wholeHeaders : headers])),
    add: (records) => {
      const rows = records.map((record) => {
        return redact === undefined ? wholeRowOf(parsed(record), record.json) : rowOf(redacted(record, redact));
      });
      return utf8(stringify(rows, dialect));
    },
    end: () => new Uint8Array(),
  };
}
