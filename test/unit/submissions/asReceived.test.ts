import assert from 'node:assert/strict';
import type { Path } from '../../../src/api/page.ts';
import { recordText, recordValue } from '../../../src/submissions/recordText.ts';
import type { Place } from '../../../src/submissions/submission.ts';
import { fromText } from './fromWire.ts';

function place(text: string, ...path: Path): Place {
  return { source: { bytes: new TextEncoder().encode(text) }, path };
}

// The one record of a page, wherever it stands in it.
function textIn(page: string, id: string): string {
  const submission = fromText(page).find((one) => one.id === id);
  assert.ok(submission);
  return recordText(submission);
}

describe('the text of a record', () => {
  it('keeps the keys in their order', () => {
    assert.equal(
      recordText(place('[{"z":1,"10":2,"a":3,"2":4}]', 0)),
      '{\n  "z": 1,\n  "10": 2,\n  "a": 3,\n  "2": 4\n}\n',
    );
  });

  for (const number of ['1.0', '12345678901234567890', '-0', '1E+5', '0.10', '97.78668212890625', '1e400']) {
    it(`keeps the number ${number} digit by digit`, () => {
      assert.equal(recordText(place(`[{"n":${number}}]`, 0)), `{\n  "n": ${number}\n}\n`);
    });
  }

  for (const text of [
    String.raw`"é\/\u0041\n"`,
    String.raw`"\ud83d\ude00"`,
    '"😀é"',
    String.raw`"}]\",\\"`,
    '"// no /* comment"',
  ]) {
    it(`keeps the escapes of ${text}`, () => {
      assert.equal(recordText(place(`[{"t":${text}}]`, 0)), `{\n  "t": ${text}\n}\n`);
    });
  }

  it('keeps keys that come twice', () => {
    assert.equal(recordText(place('[{"a":1,"a":2}]', 0)), '{\n  "a": 1,\n  "a": 2\n}\n');
  });

  it('is formatted, however it came', () => {
    const text = '{\n  "a": {\n    "b": [\n      1,\n      2\n    ]\n  }\n}\n';
    assert.equal(recordText(place('[{"a":{"b":[1,2]}}]', 0)), text);
    assert.equal(recordText(place('[ \r\n\t{ "a"\n:{"b":\n[1\n,2]} } ]', 0)), text);
  });

  it('is the record alone, in both kinds of page and between others', () => {
    const records = '{"auth_id":"a","n":1},{"auth_id":"b","n":[{"data":[1]}]},{"auth_id":"c"}';
    for (const page of [`[${records}]`, `[{"data":[]},{"x":{"data":[0]},"data":[${records}],"nextPage_key":null}]`]) {
      assert.equal(JSON.stringify(JSON.parse(textIn(page, 'a'))), '{"auth_id":"a","n":1}');
      assert.equal(JSON.stringify(JSON.parse(textIn(page, 'b'))), '{"auth_id":"b","n":[{"data":[1]}]}');
      assert.equal(JSON.stringify(JSON.parse(textIn(page, 'c'))), '{"auth_id":"c"}');
    }
  });

  it('is found where the key of the list comes twice, or has escapes', () => {
    assert.match(textIn('[{"data":[{"auth_id":"a","n":1}],"data":[{"auth_id":"a","n":2}]}]', 'a'), /"n": 2/);
    assert.match(textIn(String.raw`[{"d\u0061ta":[{"auth_id":"a","n":3}]}]`, 'a'), /"n": 3/);
  });

  it('is found after a byte order mark', () => {
    assert.match(textIn('\ufeff[{"auth_id":"a"}]', 'a'), /^\{\n {2}"auth_id": "a"\n\}\n$/);
  });

  it('may be of a record that cannot be read', () => {
    assert.equal(recordText(place('[{"data":[null,"x",[]]}]', 0, 'data', 0)), 'null\n');
    assert.equal(recordText(place('[{"data":[null,"x",[]]}]', 0, 'data', 1)), '"x"\n');
  });

  it('is as it came where it is nested beyond all reason', () => {
    const deep = `{"auth_id":"a","more":${'['.repeat(100_000)}1.0${']'.repeat(100_000)}}`;
    assert.equal(textIn(`[{"data":[${deep},{"auth_id":"b"}]}]`, 'a') === deep, true);
    assert.match(textIn(`[{"data":[${deep},{"auth_id":"b"}]}]`, 'b'), /"b"/);
  });

  it('of the last of 2,000 records is there at once', () => {
    const records = Array.from({ length: 2000 }, (_, index) => `{"auth_id":"id${index}","more":"${'x'.repeat(500)}"}`);
    const page = `[{"data":[${records.join(',')}]}]`;
    const started = performance.now();
    assert.match(textIn(page, 'id1999'), /"id1999"/);
    assert.ok(performance.now() - started < 1000);
  });
});

describe('the value of a record', () => {
  it('is the record alone, parsed', () => {
    assert.deepEqual(recordValue(place('[{"data":[{"auth_id":"a"},{"auth_id":"b"}]}]', 0, 'data', 1)), {
      auth_id: 'b',
    });
    assert.deepEqual(recordValue(place('[{"auth_id":"a"},null]', 0)), { auth_id: 'a' });
    assert.equal(recordValue(place('[{"auth_id":"a"},null]', 1)), null);
  });

  it('is undefined where there is none', () => {
    assert.equal(recordValue(place('[{"data":[]}]', 0, 'data', 3)), undefined);
    assert.equal(recordValue(place('[null]', 0, 'data', 3)), undefined);
  });
});
