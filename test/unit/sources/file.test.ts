import assert from 'node:assert/strict';
import { fileOf, gzipped, readAll, utf16 } from './reading.ts';

const record = (id: string, rest: object = {}): object => ({ auth_id: id, auth_status: 'approved', ...rest });
const ids = ['a', 'b', 'c'];
const records = ids.map((id) => record(id));
const lines = records.map((one) => JSON.stringify(one));
const ndjson = `${lines.join('\n')}\n`;
const envelope = { faceAuth_projectId: 'p', data: records, nextPage_key: { auth_id: 'c', create_time: 'x' } };
const headers = 'HTTP/1.1 100 Continue\r\n\r\nHTTP/2 200 \r\ncontent-type: application/json\r\nx-amzn-trace: 1\r\n\r\n';

const report = '{"report_to":"g","max_age":1,"endpoints":[{"url":"https://host/r"}]}';
const curlTells = [
  '*   Trying 1.2.3.4:443...',
  '} [5 bytes data]',
  '> GET /v3/faceauth HTTP/2\r',
  '> user-agent: curl/8.5.0\r',
  '> \r',
  '{ [2 bytes data]',
  '< HTTP/2 200 \r',
  `< nel: ${report}\r`,
  `< report-to: ${report}\r`,
  '< \r',
  '*',
  '',
].join('\n');

const forms: readonly (readonly [string, Uint8Array | string])[] = [
  ['the envelope of the service', JSON.stringify([envelope])],
  ['the envelope with line breaks', JSON.stringify([envelope], null, 2)],
  ['an envelope without the list around it', JSON.stringify(envelope, null, 2)],
  ['an envelope in one line without the list around it', JSON.stringify(envelope)],
  ['a flat list', JSON.stringify(records)],
  ['a flat list with line breaks', JSON.stringify(records, null, '\t')],
  ['one record a line', ndjson],
  ['one record a line, without the last line break', ndjson.trim()],
  ['one record a line with CRLF and empty lines', ndjson.replaceAll('\n', ' \r\n\r\n')],
  ['records one after another in one line', lines.join('')],
  ['records one after another with line breaks', records.map((one) => JSON.stringify(one, null, 2)).join('\n')],
  ['records with commas between, as selected in a list', lines.join(',\n')],
  ['the end of a list, as selected', `${lines.join(',\n')}\n  ]\n}\n]`],
  ['a sequence of JSON texts', lines.map((line) => `\u001E${line}\n`).join('')],
  ['several answers one after another', `[${lines[0] ?? ''}][{"data":[${lines[1] ?? ''}]}]\n[${lines[2] ?? ''}]`],
  ['several answers, one a line', `[{"data":[${lines[0] ?? ''}]}]\n[${lines[1] ?? ''}]\n[]\n[${lines[2] ?? ''}]\n`],
  ['a list of lists', `[[${lines[0] ?? ''}],[${lines.slice(1).join(',')}]]`],
  [
    'a line and a record of several lines',
    `${lines[0] ?? ''}\n${JSON.stringify(records[1], null, 2)}\n${lines[2] ?? ''}`,
  ],
  ['what curl saves with the headers', `${headers}${JSON.stringify([envelope])}`],
  ['two answers with their headers', `${headers}[${lines[0] ?? ''}]\n${headers}[${lines.slice(1).join(',')}]`],
  [
    'what curl tells on a terminal',
    `$ curl -sv https://host/v3/faceauth\n*   Trying 1.2.3.4:443...\n> GET /v3/faceauth HTTP/2\n> \n< HTTP/2 200 \n< \n{ [5 bytes data]\n${JSON.stringify([envelope])}\n* Connection #0 left intact\n`,
  ],
  [
    'answers with all that curl tells, also JSON in their headers',
    lines.map((line) => `${curlTells}[${line}]\n* Connection #0 to host left intact\n`).join(''),
  ],
  ['lines that are quoted in a mail', lines.map((line) => `> ${line}\n>\n`).join('')],
  ['lines with a name that are quoted in a mail', lines.map((line) => `> response: ${line}\n`).join('')],
  [
    'lines of which some have a name and are quoted',
    `${lines[0] ?? ''}\n> out: ${lines[1] ?? ''}\n${lines[2] ?? ''}\n`,
  ],
  [
    'lines of a log that tells how an answer began',
    lines.map((line) => `2025-10-02 INFO ${line}\nHTTP/1.1 200 OK\nserver: x\n`).join(''),
  ],
  ['answers with a name, right behind their headers', lines.map((line) => `HTTP/1.1 200 OK\nBody: ${line}\n`).join('')],
  [
    'what curl tells together with its progress',
    `  0     0    0     0 --:--:--     0< HTTP/1.1 200 OK\r\n< nel: ${report}\r\n< \r\n${JSON.stringify([envelope])}`,
  ],
  ['what curl saves with headers that hold JSON', `HTTP/2 200 \r\nNEL:${report}\r\nx_y.z: 1\r\n\r\n${ndjson}`],
  ['files that were put together, each with the mark of UTF-8', lines.map((line) => `\uFEFF${line}\r\n`).join('')],
  ['lines of a log', lines.map((line, at) => `2026-03-01T10:00:0${at}Z INFO answer=[0] ${line}\r\n`).join('')],
  [
    'answers in lines of a log',
    `GET {id} [1 try] ${JSON.stringify([envelope.data[0]])}\r\n[INFO] body= [ ${JSON.stringify({ data: records.slice(1) })} ]\n`,
  ],
  ['the mark of UTF-8', `\uFEFF${JSON.stringify(records)}`],
  ['UTF-16, low byte first', utf16(ndjson, 'le')],
  ['UTF-16, high byte first', utf16(JSON.stringify([envelope]), 'be')],
  ['UTF-16 without a mark', utf16(ndjson, 'le', false)],
  ['UTF-16 without a mark, high byte first', utf16(ndjson, 'be', false)],
  ['one record a line, packed with gzip', gzipped(ndjson)],
  ['packed files that were put together', Buffer.concat(lines.map((line) => gzipped(`${line}\n`)))],
  [
    'packed files that were put together on a Mac',
    Buffer.concat(lines.map((line) => gzipped(`${line}\n`).map((byte, at) => (at === 9 ? 19 : byte)))),
  ],
  ['the envelope, packed with gzip', gzipped(JSON.stringify([envelope]))],
];

describe('the submissions of a file', () => {
  for (const [form, bytes] of forms) {
    for (const piece of [1, 7, 1024 * 1024]) {
      it(`are read from ${form}, ${piece} bytes at a time`, async () => {
        const { ids: read, broken, failure } = await readAll(fileOf(bytes, piece));
        assert.deepEqual({ read, broken, failure }, { read: ids, broken: [], failure: undefined });
      });
    }
  }

  it('keep the project that they came under', async () => {
    const { pages } = await readAll(fileOf(JSON.stringify([envelope])));
    assert.deepEqual(
      pages.map(({ projects }) => projects),
      [['p']],
    );
  });

  it('are one when the file is one record', async () => {
    assert.deepEqual((await readAll(fileOf(JSON.stringify(record('x'), null, 2)))).ids, ['x']);
  });

  it('are none in an empty answer', async () => {
    for (const text of ['[]', ' [ ] ', '[{"data":[]}]', '{"data": [], "nextPage_key": null}']) {
      assert.deepEqual(await readAll(fileOf(text)).then(({ ids: read, failure }) => [read, failure]), [[], undefined]);
    }
  });

  it('keep their bytes', async () => {
    const odd = '{ "auth_id":"a" , "n":1.00, "n":2e3, "\\u0061":"\\u00e9 é" }';
    const { pages } = await readAll(fileOf(`${odd}\r\n`));
    assert.equal(new TextDecoder().decode(pages[0]?.bytes), `[{"data":[${odd}]}]`);
  });
});

describe('a large file', () => {
  const many = Array.from({ length: 9000 }, (_, index) => record(`id-${index}`, { note: 'x'.repeat(300) }));
  const wanted = many.map((_, index) => `id-${index}`);

  for (const [form, text] of [
    ['one record a line', many.map((one) => JSON.stringify(one)).join('\n')],
    ['one envelope', JSON.stringify([{ faceAuth_projectId: 'p', data: many, nextPage_key: null }])],
    ['one envelope without a list around it', JSON.stringify({ faceAuth_projectId: 'p', data: many }, null, 1)],
    ['one envelope on one line', JSON.stringify({ faceAuth_projectId: 'p', data: many })],
    ['one envelope on one line, its project at its end', JSON.stringify({ data: many, faceAuth_projectId: 'p' })],
    ['a flat list', JSON.stringify(many, null, 2)],
    ['records one after another', many.map((one) => JSON.stringify(one)).join('')],
  ] as const) {
    it(`comes in pages of bounded size: ${form}`, async () => {
      const { pages, ids: read, failure } = await readAll(fileOf(text, 64 * 1024), {}, true);
      assert.equal(failure, undefined);
      assert.deepEqual(read, wanted);
      assert.equal(pages[0]?.records.length, 200);
      assert.ok(pages.every(({ bytes, records: { length } }) => bytes.length < 1.1 * 1024 * 1024 && length <= 2000));
      assert.ok(!form.includes('envelope') || pages.every(({ projects }) => projects[0] === 'p'));
    });
  }

  const ofBoth = [1, 2].map((project) => ({
    faceAuth_projectId: project,
    data: many.slice(0, 4500),
    nextPage_key: null,
  }));
  for (const [form, text] of [
    ['is a number', JSON.stringify(ofBoth)],
    ['has more digits than a number holds', JSON.stringify(ofBoth).replaceAll(/(?<=Id":)\d/g, '9007199254740993$&')],
    [
      'stands behind the records',
      JSON.stringify(
        ofBoth.map(({ data, ...rest }) => ({ data, ...rest, faceAuth_projectId: `${rest.faceAuth_projectId}` })),
      ),
    ],
    [
      'stands behind the records, one envelope a line',
      ofBoth.map(({ data, ...rest }) => JSON.stringify({ data, ...rest })).join('\n'),
    ],
  ] as const) {
    it(`keeps records of one id apart by their project, also where its name ${form}`, async () => {
      for (const lazily of [false, true]) {
        const { pages, ids: read, failure } = await readAll(fileOf(text, 64 * 1024), {}, lazily);
        assert.equal(failure, undefined);
        assert.deepEqual(read, [...wanted.slice(0, 4500), ...wanted.slice(0, 4500)]);
        const projects = new Set(pages.flatMap((page) => page.projects));
        assert.equal(projects.size, 2);
        assert.ok(
          [...projects].every((project, index) => project?.endsWith(String(index + 1))),
          [...projects].join(),
        );
      }
    });
  }

  it('gives the days that are asked for, and the submission that is asked for', async () => {
    const dated = many.map((one, index) => ({
      ...one,
      create_time: index < 5000 ? '2026-03-01T10:00:00Z' : '2026-03-02T00:00:00Z',
    }));
    const file = fileOf(dated.map((one) => JSON.stringify(one)).join('\n'));
    assert.deepEqual((await readAll(file, { days: { from: '2026-03-02', to: '2026-03-02' } })).ids, wanted.slice(5000));
    assert.deepEqual((await readAll(file, { days: { from: '2026-03-03', to: '2026-03-09' } })).ids, []);
    assert.deepEqual((await readAll(file, { authId: 'id-7777' })).ids, ['id-7777']);
    assert.deepEqual((await readAll(file, { authId: 'id-' })).ids, []);
  });

  it('gives what it has of the days that are asked for, before it tells where it breaks behind them', async () => {
    const dated = many.map((one, index) => ({ ...one, create_time: `2026-03-0${1 + Math.floor(index / 3000)}` }));
    const file = fileOf(JSON.stringify(dated).slice(0, -400));
    for (const [day, from] of [
      ['2026-03-02', 3000],
      ['2026-03-01', 0],
    ] as const) {
      const { ids: read, failure, pages } = await readAll(file, { days: { from: day, to: day } });
      assert.deepEqual(read, wanted.slice(from, from + 3000));
      assert.equal(failure?.kind, 'file');
      assert.ok(pages.every(({ next }) => next !== undefined));
    }
  });

  it('says with its last page that no other one follows, also where others follow that have nothing of the days', async () => {
    const dated = many.map((one, index) => ({ ...one, create_time: `2026-03-0${1 + Math.floor(index / 3000)}` }));
    const file = fileOf(dated.map((one) => JSON.stringify(one)).join('\n'));
    for (const query of [{}, { days: { from: '2026-03-01', to: '2026-03-02' } }]) {
      const { pages } = await readAll(file, query);
      assert.ok(pages.length > 2);
      assert.deepEqual(
        pages.map(({ next }) => next === undefined),
        pages.map((_, index) => index === pages.length - 1),
      );
    }
  });
});
