import assert from 'node:assert/strict';
import { madeOfRecords, recordText as recordBytes } from '../../../src/submissions/store/recordText.ts';
import { keep } from '../../../src/submissions/store/source.ts';
import type { Place } from '../../../src/submissions/model/submission.ts';
import { assertLinear } from '../growth.ts';
import { fromText } from './fromWire.ts';
import { recordValue } from './recordValue.ts';

function place(text: string, element: number, position?: number): Place {
  return { source: keep(new TextEncoder().encode(text)), element, position };
}

async function recordText(where: Place): Promise<string> {
  return new TextDecoder().decode(await recordBytes(where));
}

// The one record of a page, wherever it stands in it.
async function textIn(page: string, id: string): Promise<string> {
  const submission = (await fromText(page)).find((one) => one.id === id);
  assert.ok(submission);
  return await recordText(submission);
}

describe('the text of a record', () => {
  it('keeps the keys in their order', async () => {
    assert.equal(
      await recordText(place('[{"z":1,"10":2,"a":3,"2":4}]', 0)),
      '{\n  "z": 1,\n  "10": 2,\n  "a": 3,\n  "2": 4\n}\n',
    );
  });

  for (const number of ['1.0', '12345678901234567890', '-0', '1E+5', '0.10', '97.78668212890625', '1e400']) {
    it(`keeps the number ${number} digit by digit`, async () => {
      assert.equal(await recordText(place(`[{"n":${number}}]`, 0)), `{\n  "n": ${number}\n}\n`);
    });
  }

  for (const text of [
    String.raw`"é\/\u0041\n"`,
    String.raw`"\ud83d\ude00"`,
    '"😀é"',
    String.raw`"}]\",\\"`,
    '"// no /* comment"',
  ]) {
    it(`keeps the escapes of ${text}`, async () => {
      assert.equal(await recordText(place(`[{"t":${text}}]`, 0)), `{\n  "t": ${text}\n}\n`);
    });
  }

  it('keeps keys that come twice', async () => {
    assert.equal(await recordText(place('[{"a":1,"a":2}]', 0)), '{\n  "a": 1,\n  "a": 2\n}\n');
  });

  it('is formatted, however it came', async () => {
    const text = '{\n  "a": {\n    "b": [\n      1,\n      2\n    ]\n  }\n}\n';
    assert.equal(await recordText(place('[{"a":{"b":[1,2]}}]', 0)), text);
    assert.equal(await recordText(place('[ \r\n\t{ "a"\n:{"b":\n[1\n,2]} } ]', 0)), text);
  });

  it('is the record alone, in both kinds of page and between others', async () => {
    const records = '{"auth_id":"a","n":1},{"auth_id":"b","n":[{"data":[1]}]},{"auth_id":"c"}';
    for (const page of [`[${records}]`, `[{"data":[]},{"x":{"data":[0]},"data":[${records}],"nextPage_key":null}]`]) {
      assert.equal(JSON.stringify(JSON.parse(await textIn(page, 'a'))), '{"auth_id":"a","n":1}');
      assert.equal(JSON.stringify(JSON.parse(await textIn(page, 'b'))), '{"auth_id":"b","n":[{"data":[1]}]}');
      assert.equal(JSON.stringify(JSON.parse(await textIn(page, 'c'))), '{"auth_id":"c"}');
    }
  });

  it('is found where the key of the list comes twice, or has escapes', async () => {
    assert.match(await textIn('[{"data":[{"auth_id":"a","n":1}],"data":[{"auth_id":"a","n":2}]}]', 'a'), /"n": 2/);
    assert.match(await textIn(String.raw`[{"d\u0061ta":[{"auth_id":"a","n":3}]}]`, 'a'), /"n": 3/);
  });

  it('is found after a byte order mark', async () => {
    assert.match(await textIn('\ufeff[{"auth_id":"a"}]', 'a'), /^\{\n {2}"auth_id": "a"\n\}\n$/);
  });

  it('may be of a record that cannot be read', async () => {
    assert.equal(await recordText(place('[{"data":[null,"x",[]]}]', 0, 0)), 'null\n');
    assert.equal(await recordText(place('[{"data":[null,"x",[]]}]', 0, 1)), '"x"\n');
  });

  it('loses and gains nothing, however deep it is nested', async () => {
    for (let depth = 1; depth <= 300; depth++) {
      const deep = `${'['.repeat(depth)}1.0${']'.repeat(depth)}`;
      assert.equal((await recordText(place(`[${deep}]`, 0))).replaceAll(/\s/g, ''), deep);
    }
  });

  it('loses nothing where it is nested beyond all reason', async () => {
    const deep = `{"auth_id":"a","more":${'['.repeat(100_000)}1.0${']'.repeat(100_000)}}`;
    const text = await textIn(`[{"data":[${deep},{"auth_id":"b"}]}]`, 'a');
    assert.equal(text.replaceAll(/\s/g, '') === deep, true);
    assert.match(await textIn(`[{"data":[${deep},{"auth_id":"b"}]}]`, 'b'), /"b"/);
  });

  it('of the last of many records takes time in proportion to what stands before it', async () => {
    await assertLinear(async (size) => {
      const records = Array.from(
        { length: size },
        (_, index) => `{"auth_id":"id${index}","more":"${'x'.repeat(500)}"}`,
      );
      assert.ok((await textIn(`[{"data":[${records.join(',')}]}]`, `id${size - 1}`)).includes(`"id${size - 1}"`));
    }, 4000);
  });
});

describe('the value of a record', () => {
  it('is the record alone, parsed', async () => {
    assert.deepEqual(await recordValue(place('[{"data":[{"auth_id":"a"},{"auth_id":"b"}]}]', 0, 1)), {
      auth_id: 'b',
    });
    assert.deepEqual(await recordValue(place('[{"auth_id":"a"},null]', 0)), { auth_id: 'a' });
    assert.equal(await recordValue(place('[{"auth_id":"a"},null]', 1)), null);
  });

  it('is not to be had where there is none', async () => {
    for (const nowhere of [place('[{"data":[]}]', 0, 3), place('[{"auth_id":"a"}]', 1), place('[{}]', 0, 0)]) {
      await assert.rejects(recordValue(nowhere), /no such record/);
      await assert.rejects(recordText(nowhere), /no such record/);
    }
    await assert.rejects(recordValue(place('[null]', 0, 3)));
  });
});

describe('what is made of records', () => {
  const { signal } = new AbortController();
  const page = (ids: string): string => JSON.stringify(Array.from(ids, (id) => ({ id })));

  it('stands in the order given, whatever answers they came in', async () => {
    const one = place(page('abc'), 0);
    const other = place(page('xyz'), 0);
    const places = [{ ...other, element: 2 }, { ...one, element: 1 }, other, one, one];
    const made = await madeOfRecords(places, (raw) => JSON.stringify(raw), signal);
    assert.deepEqual(
      made,
      ['z', 'b', 'x', 'a', 'a'].map((id) => `{"id":"${id}"}`),
    );
  });

  it('costs each answer to be unpacked once', async () => {
    let unpacked = 0;
    const kept = place(page('abcdefgh'), 0).source;
    const source = { ...kept, bytes: async () => (unpacked++, await kept.bytes()) };
    const places = Array.from({ length: 8 }, (_, element): Place => ({ source, element, position: undefined }));
    assert.equal((await madeOfRecords(places, (raw) => raw, signal))?.length, 8);
    assert.equal(unpacked, 1);
  });

  it('is nothing once it was cancelled', async () => {
    const abort = new AbortController();
    const cancelling = (): void => abort.abort();
    const places = [0, 1, 2].map((element) => place(page('abc'), element));
    assert.equal(await madeOfRecords(places, cancelling, abort.signal), undefined);
  });
});
