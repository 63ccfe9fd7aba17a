import assert from 'node:assert/strict';
import { createEncoder, formats } from '../../../src/export/format.ts';
import type { Redact } from '../../../src/export/encoder.ts';
import { exportedTexts, pageOf, rowsOf } from './support/written.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const envelope = (project: string, ...records: readonly string[]): string =>
  `[{"faceAuth_projectId":${JSON.stringify(project)},"data":[${records.join(',')}],"nextPage_key":null}]`;

// Keeps nothing of a record but its id, and gives aliases for ids.
const redact: Redact = {
  record: (raw) => ({ auth_id: `alias of ${(raw as { auth_id: string }).auth_id}` }),
  projectId: (id) => `alias of ${id}`,
};

async function idsIn(json: string): Promise<string> {
  const { records } = await pageOf(json);
  return records.ids.join();
}

// Records that would change if they were parsed and written again, each for another reason.
const peculiar = [
  '{"auth_id":"a","n":12345678901234567890,"m":1.0,"o":-0,"p":1E+5,"q":0.10}',
  '{"z":1,"auth_id":"b","10":2,"a":3,"2":4}',
  '{"auth_id":"c","twice":1,"twice":2}',
  String.raw`{"auth_id":"d","t":"é\/\u0041\n\ud83d\ude00😀","u":"\ud800"}`,
  '{"auth_id":"e","__proto__":{"x":1},"constructor":null}',
  '{ "auth_id" : "f" ,\t"s" : "}]\\",{" }',
];

describe('an export as JSON', () => {
  it('is one document in the envelope of the service, one record a line', async () => {
    const { text: written } = await exportedTexts([envelope('p', '{"auth_id":"a"}', '{"auth_id":"b"}')]);
    assert.equal(written, '[{"faceAuth_projectId":"p","data":[\n{"auth_id":"a"},\n{"auth_id":"b"}\n]}]\n');
  });

  it('keeps every byte of every record', async () => {
    const { text: written } = await exportedTexts([envelope('p', ...peculiar)]);
    assert.equal(written, `[{"faceAuth_projectId":"p","data":[\n${peculiar.join(',\n')}\n]}]\n`);
    assert.equal(await idsIn(written), 'a,b,c,d,e,f');
  });

  it('keeps the line breaks of a record that was sent formatted', async () => {
    const record = '{\r\n  "auth_id": "a",\n\t"x": [\n1\n]\n}';
    const { text: written } = await exportedTexts([envelope('p', record)]);
    assert.ok(written.includes(record));
    assert.equal(await idsIn(written), 'a');
  });

  it('keeps bytes that are no UTF-8', async () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('{"auth_id":"a","x":"'), 0xff, 0xe2, 0x22, 0x7d]);
    const encoder = createEncoder('json');
    encoder.begin();
    assert.ok(Buffer.from(encoder.add([{ json: bytes, project: undefined }])).includes(Buffer.from(bytes)));
  });

  it('goes on in the same element when the next page is of the same project', async () => {
    const { text: written } = await exportedTexts([envelope('p', '{"auth_id":"a"}'), envelope('p', '{"auth_id":"b"}')]);
    assert.equal(written.split('faceAuth_projectId').length, 2);
    assert.equal(await idsIn(written), 'a,b');
  });

  it('begins another element where the project changes, and one without a name where there is none', async () => {
    const { text: written } = await exportedTexts([
      '[{"faceAuth_projectId":"p","data":[{"auth_id":"a"}]},{"faceAuth_projectId":"q\\"","data":[{"auth_id":"b"}]}]',
      '[{"faceAuth_projectId":"q\\"","data":[{"auth_id":"c"}]},{"data":[{"auth_id":"d"}]}]',
      '[{"auth_id":"e"},{"auth_id":"f"}]',
    ]);
    const { projects, records } = await pageOf(written);
    assert.deepEqual(projects, ['p', 'q"', undefined]);
    assert.equal(records.ids.map((id, index) => `${id}${records.where(index).element}`).join(), 'a0,b1,c1,d2,e2,f2');
  });

  it('is a list without elements when nothing came', async () => {
    for (const pages of [[], ['[]'], [envelope('p')]]) {
      const { text: written } = await exportedTexts(pages);
      assert.equal(written, '[]\n');
      assert.equal((await pageOf(written)).records.length, 0);
    }
  });

  it('keeps broken records at their places, and says how many', async () => {
    const broken = ['null', '"damaged"', '{"auth_id":{}}', '[]', '42', '{"policy":"x"}'];
    const { text: written, report } = await exportedTexts([
      envelope('p', '{"auth_id":"a"}', ...broken, '{"auth_id":"b"}'),
    ]);
    assert.ok(written.includes(['{"auth_id":"a"}', ...broken, '{"auth_id":"b"}'].join(',\n')));
    assert.deepEqual(
      { ...report, bytes: 0 },
      { records: 2, pages: 1, duplicates: 0, broken: 6, leftOut: 0, deleted: 0, deletedLater: 0, bytes: 0 },
    );
    const page = await pageOf(written);
    assert.deepEqual([page.records.length, page.broken.length], [2, 6]);
  });

  it('is whole when it stops after any number of records', () => {
    const records = ['p', 'p', 'q', undefined, 'p'].map((project, index) => ({
      json: new TextEncoder().encode(`{"auth_id":"${index}"}`),
      project,
    }));
    for (let count = 0; count <= records.length; count++) {
      const encoder = createEncoder('json');
      const all = [encoder.begin(), encoder.add(records.slice(0, count)), encoder.end()].map(text).join('');
      const elements = JSON.parse(all) as { data: unknown[] }[];
      assert.equal(elements.flatMap(({ data }) => data).length, count);
    }
  });
});

describe('an export as NDJSON', () => {
  it('is one record per line and nothing else', async () => {
    const { text: written } = await exportedTexts([envelope('p', ...peculiar)], { format: 'ndjson' });
    assert.equal(written, peculiar.map((record) => `${record}\n`).join(''));
  });

  it('puts a record that was sent formatted on one line, its texts untouched', async () => {
    const record = '{\r\n  "auth_id": "a b",\n\t"x": [\n1.0,\n2 ]\n}';
    const { text: written } = await exportedTexts([envelope('p', record, '{"auth_id":"b"}')], { format: 'ndjson' });
    assert.equal(written, '{"auth_id":"a b","x":[1.0,2]}\n{"auth_id":"b"}\n');
  });

  it('keeps broken records', async () => {
    const { text: written, report } = await exportedTexts([envelope('p', 'null', '{"auth_id":"a"}', '{"n":1}')], {
      format: 'ndjson',
    });
    assert.equal(written, 'null\n{"auth_id":"a"}\n{"n":1}\n');
    assert.deepEqual([report.records, report.broken, report.leftOut], [1, 2, 0]);
  });

  it('is empty when nothing came', async () => {
    assert.equal((await exportedTexts(['[]'], { format: 'ndjson' })).text, '');
  });
});

describe('a redacted export', () => {
  const page = envelope('p', '{"auth_id":"a","secret":1}', 'null', '{"auth_id":"b","secret":2}', '{"secret":3}');
  const written = {
    json: '[{"faceAuth_projectId":"alias of p","data":[\n{"auth_id":"alias of a"},\n{"auth_id":"alias of b"}\n]}]\n',
    ndjson: '{"auth_id":"alias of a"}\n{"auth_id":"alias of b"}\n',
  };

  for (const format of ['json', 'ndjson'] as const) {
    it(`as ${format} holds what the edit made of each record and nothing of those that cannot be read`, async () => {
      const { text: redacted, report } = await exportedTexts([page], { format, redact });
      assert.equal(redacted, written[format]);
      assert.deepEqual([report.records, report.broken, report.leftOut], [2, 2, 2]);
    });
  }

  it('as csv holds what the edit made of each record and nothing of those that cannot be read', async () => {
    const { text: redacted, report } = await exportedTexts([page], { format: 'csv', redact });
    const [header, ...rows] = rowsOf(redacted);
    assert.deepEqual(
      rows.map(([id]) => id),
      ['alias of a', 'alias of b'],
    );
    assert.ok(!redacted.includes('secret') && !header?.includes('signals') && !header?.includes('other'));
    assert.deepEqual([report.records, report.broken, report.leftOut], [2, 2, 2]);
  });

  it('gives the edit the record as it was sent, with the fields that nobody knows', async () => {
    const given: unknown[] = [];
    await exportedTexts([envelope('p', '{"auth_id":"a","x":{"y":[1]},"policy":{"z":null}}')], {
      redact: { ...redact, record: (raw) => (given.push(raw), {}) },
    });
    assert.deepEqual(given, [{ auth_id: 'a', x: { y: [1] }, policy: { z: null } }]);
  });

  it('does not ask for the alias of a project that has no id', async () => {
    const { text: redacted } = await exportedTexts(['[{"auth_id":"a"}]'], { redact });
    assert.equal(redacted, '[{"data":[\n{"auth_id":"alias of a"}\n]}]\n');
  });

  for (const format of formats) {
    it(`as ${format} holds no word of the records`, async () => {
      const whole = `{"auth_id":"a","reject_comment":"word","word":"word","policy":{"word":1},"signals":{"word":2}}`;
      const { text: redacted } = await exportedTexts([envelope('word', whole, '"word"')], {
        format,
        redact: { record: () => ({ auth_id: 'x' }), projectId: () => 'y' },
      });
      assert.ok(!redacted.includes('word') && redacted.includes('x'));
    });
  }
});
