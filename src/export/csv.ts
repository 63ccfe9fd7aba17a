import { stringify } from 'csv-stringify/sync';
import { headers, rowOf, wholeHeaders, wholeRowOf } from './csvColumns.ts';
import { parsed, utf8, type Encoder, type Redact } from './encoder.ts';

const dialect = {
  record_delimiter: '\r\n',
  // Otherwise only a whole CRLF is quoted: a lone line feed would begin a row.
  quote_record_delimiter: true,
  escape_formulas: true,
  // The package's own way is 1 and nothing.
  cast: { boolean: String },
};

/** A table for spreadsheets: one row per record, numbers as numbers, no cell that a spreadsheet would run. */
export function csvEncoder(redact?: Redact): Encoder {
  return {
    takesBroken: false,
    // Without the mark of UTF-8 spreadsheets take Korean comments for another encoding.
    begin: () => utf8(`\u{FEFF}${stringify([redact === undefined ? wholeHeaders : headers], dialect)}`),
    add: (records) => {
      const rows = records.map((record) => {
        const raw = parsed(record);
        return redact === undefined ? wholeRowOf(raw, record.json) : rowOf(redact.record(raw));
      });
      return utf8(stringify(rows, dialect));
    },
    end: () => new Uint8Array(),
  };
}
