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
    // The package's own way is 1 and nothing.
    boolean: String,
    // The minus of a number begins no formula.
    object: ({ digits }: Record<string, unknown>) => ({ value: String(digits), escape_formulas: false }),
  },
};

/** Rows of a table for spreadsheets, with the mark of UTF-8 before them and no cell that a spreadsheet would run. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  const safe = rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell)));
  // Without the mark of UTF-8 spreadsheets take Korean comments for another encoding.
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
