import assert from 'node:assert/strict';
import { explain } from '../../../src/api/explain.ts';
import { fileOf, gzipped, readAll } from './reading.ts';

const ids = ['a', 'b', 'c'];
const lines = ids.map((id) => JSON.stringify({ auth_id: id, auth_status: 'approved' }));
const ndjson = `${lines.join('\n')}\n`;
const headers = 'HTTP/1.1 100 Continue\r\n\r\nHTTP/2 200 \r\ncontent-type: application/json\r\nx-amzn-trace: 1\r\n\r\n';

describe('what is broken in a file', () => {
  it('costs its line, where records stand on lines of their own', async () => {
    const text = [
      lines[0],
      '{"auth_id":"x","auth_st',
      'some words',
      lines[1],
      '{"auth_id": NaN}',
      '',
      '[2026-01-01] info',
      lines[2],
      '{"auth_id":"cut',
    ];
    const { ids: read, broken, failure } = await readAll(fileOf(text.join('\r\n'), 11));
    assert.deepEqual(read, ids);
    assert.deepEqual(broken, ['notJson 2', 'notJson 3', 'notJson 5', 'notJson 7', 'notJson 9']);
    assert.equal(failure, undefined);
  });

  it('costs its line also where that is the first one', async () => {
    const { ids: read, broken } = await readAll(fileOf(`{"auth_id":"x",\n${ndjson}`));
    assert.deepEqual([read, broken], [ids, ['notJson 1']]);
  });

  it('costs one record in a list', async () => {
    const { ids: read, broken } = await readAll(
      fileOf(`[{"data":[${lines[0] ?? ''},{"auth_id":"x","s":NaN},null,${lines[1] ?? ''}]},${lines[2] ?? ''}]`),
    );
    assert.deepEqual(read, ids);
    assert.deepEqual(broken, ['notJson', 'noObject']);
  });

  it('costs what is no object in a list, also where that stands first', async () => {
    for (const [first, problem] of [
      ['null', 'noObject'],
      ['1', 'noObject'],
      ['"[x"', 'noObject'],
      ['true', 'noObject'],
    ] as const) {
      const { ids: read, broken, failure } = await readAll(fileOf(`[${first} ,\n${lines.join(',\n')}]`, 5));
      assert.deepEqual([read, broken, failure], [ids, [problem], undefined]);
    }
  });

  it('costs nothing where a file is filled up with control characters', async () => {
    const long = lines.map((line) => line + ' '.repeat(600));
    for (const filling of ['\0'.repeat(700), '\n\0\0\n', '\x1a', ' \f\v\x1b\n']) {
      const { ids: read, broken, failure } = await readAll(fileOf(`${long.join(`${filling}\n`)}${filling}`, 100));
      assert.deepEqual([read, broken, failure], [ids, [], undefined]);
    }
  });

  it('costs nothing where a small file is filled up with NUL', async () => {
    const { ids: read, broken, failure } = await readAll(fileOf(ndjson + '\0'.repeat(100)));
    assert.deepEqual([read, broken, failure], [ids, [], undefined]);
  });

  it('is no submission where it only stands in a line that is cut off', async () => {
    const cut = '{"auth_id":"x","previous":{"auth_id":"y"},"auth_st';
    const { ids: read, broken } = await readAll(fileOf(`${ndjson}${cut}\nINFO ${cut}\n{${cut.slice(2)}`));
    assert.deepEqual([read, broken], [ids, ['notJson 4', 'notJson 5', 'notJson 6']]);
  });

  it('costs its line also where that is quoted, or stands behind the headers of an answer', async () => {
    const cut = '{"auth_id":"x","auth_st';
    const text = [lines[0], `> ${cut}`, `> out: ${cut}`, lines[1], 'HTTP/1.1 200 OK', 'server: x', lines[2]];
    const { ids: read, broken } = await readAll(fileOf(text.join('\n')));
    assert.deepEqual([read, broken], [ids, ['notJson 2', 'notJson 3']]);
  });

  it('is no header of an answer that is folded or odd', async () => {
    const text = `HTTP/1.1 200 OK\nSet Cookie thing\n  and more\nnel: {"a":1}\n\n${ndjson}`;
    const { ids: read, broken } = await readAll(fileOf(text));
    assert.deepEqual([read, broken], [ids, []]);
  });

  it('is all of a file of NUL', async () => {
    const { failure } = await readAll(fileOf('\0'.repeat(100)));
    assert.ok(failure?.kind === 'file' && failure.cause === 'binary');
  });

  it('costs its line behind an answer that stands right behind its first header line', async () => {
    const text = ['HTTP/1.1 200 OK', lines[0], 'info: {"level":1}', lines[1], lines[2]];
    const { ids: read, broken } = await readAll(fileOf(text.join('\n')));
    assert.deepEqual([read, broken], [ids, ['noId']]);
  });

  it('does not join a line with the next one', async () => {
    const { ids: read, broken } = await readAll(
      fileOf(`${lines[0] ?? ''}\n{"auth_id":"x"\n"auth_status":"approved"}\n${lines[1] ?? ''}\n${lines[2] ?? ''}`),
    );
    assert.deepEqual(read, ids);
    assert.deepEqual(broken, ['notJson 2', 'notJson 3']);
  });

  it('is told with its place where the file is cut off, and costs only what is cut off', async () => {
    const text = `[{"faceAuth_projectId":"p","data":[\n${lines[0] ?? ''},\n${lines[1] ?? ''},\n{"auth_id":"c","auth`;
    const { ids: read, failure } = await readAll(fileOf(text, 13));
    assert.deepEqual(read, ['a', 'b']);
    assert.deepEqual(failure, {
      kind: 'file',
      name: 'capture.json',
      cause: 'notJson',
      where: { line: 4, column: 21 },
      endsEarly: true,
    });
  });
});

describe('what is no file of submissions', () => {
  for (const [what, bytes, summary] of [
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      'The file capture.json is of the type PNG, not JSON.',
    ],
    ['other bytes', Uint8Array.of(1, 2, 3, 0, 0, 0, 9, 9, 9, 0), 'The file capture.json is not text.'],
    ['an empty file', '', 'The file capture.json is empty.'],
    ['an empty packed file', gzipped(''), 'The file capture.json is empty.'],
    ['white space', ' \r\n', 'The file capture.json is empty.'],
    [
      'a web page',
      '<!DOCTYPE html>\n<html><body>502 Bad Gateway</body></html>',
      'The file capture.json is not JSON but a web page, as gateways and proxies send them.',
    ],
    [
      'an answer that is a web page',
      `${headers}<html><body>502</body></html>`,
      'The file capture.json is not JSON but a web page, as gateways and proxies send them.',
    ],
    ['words', 'Forbidden', 'The file capture.json is not JSON: it breaks at line 1, column 1.'],
    [
      'JSON with a fault',
      '{\n  "auth_id": "a",\n  oops\n}',
      'The file capture.json is not JSON: it breaks at line 3, column 3.',
    ],
    [
      'JSON with a fault in its first line',
      '{"auth_id": oops}',
      'The file capture.json is not JSON: it breaks at line 1, column 13.',
    ],
    [
      'JSON that is cut off',
      '{\n  "auth_id": "a",\n  "x',
      'The file capture.json is cut off: its JSON ends too early, at line 3, column 5.',
    ],
    [
      'a list that is cut off',
      '[{"auth_id":"x"',
      'The file capture.json is cut off: its JSON ends too early, at line 1, column 16.',
    ],
    [
      'JSON of something else',
      '{"name":"x","version":"1.0.0","scripts":{},"more":1}',
      'The file capture.json is JSON, but holds no submissions: it begins with the fields name, version, scripts.',
    ],
    ['numbers', '[1,2,3]', 'The file capture.json is JSON, but holds no submissions.'],
    ['nothing, as JSON', 'null', 'The file capture.json is JSON, but holds no submissions.'],
    ['a text, as JSON', '\n"x"\n', 'The file capture.json is JSON, but holds no submissions.'],
    ['a number and words', '200\nForbidden', 'The file capture.json is not JSON: it breaks at line 2, column 1.'],
    ['words in brackets', '[INFO] started', 'The file capture.json is not JSON: it breaks at line 1, column 1.'],
    [
      'a list as Python writes it',
      "[{'auth_id': 'a'},\n {'auth_id': None}]",
      'The file capture.json is not JSON: it breaks at line 1, column 3.',
    ],
    [
      'an error of the service',
      `${headers}{"message":"Forbidden"}`,
      'The file capture.json holds an error of the service instead of submissions (Forbidden).',
    ],
    [
      'encrypted data',
      '{"data":"c2VjcmV0"}',
      'The file capture.json is JSON, but holds no submissions: it begins with the fields data.',
    ],
  ] as const) {
    it(`is told for ${what}`, async () => {
      for (const piece of [1, 1024]) {
        const { failure, ids: read } = await readAll(fileOf(bytes, piece));
        assert.equal(failure && explain(failure).summary, summary);
        assert.deepEqual(read, []);
      }
    });
  }

  it('is told for a damaged gzip file, after what could be unpacked', async () => {
    const packed = gzipped(ndjson);
    for (const bytes of [
      packed.subarray(0, packed.length - 12),
      Uint8Array.from([...packed.subarray(0, 20), 0, 0, 0, 0, 0, 0, 0]),
    ]) {
      const { failure } = await readAll(fileOf(bytes));
      assert.equal(failure?.kind === 'file' && failure.cause, 'packed');
    }
  });

  it('costs only what is behind the place where a packed file is cut off', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `{"auth_id":"${index}","n":${index % 977}}`);
    const packed = gzipped(many.join('\n'));
    const { ids: read, failure } = await readAll(fileOf(packed.subarray(0, packed.length - 500), 1000));
    assert.equal(failure?.kind === 'file' && failure.cause, 'packed');
    assert.ok(read.length > 18_000 && read.length < 20_000, `${read.length} were read`);
    assert.deepEqual(
      read,
      Array.from(read, (_, index) => String(index)),
    );
  });

  it('costs nothing but itself behind packed data', async () => {
    for (const behind of [new Uint8Array(100), 'words']) {
      const { ids: read, failure } = await readAll(fileOf(Buffer.concat([gzipped(ndjson), Buffer.from(behind)])));
      assert.equal(failure?.kind === 'file' && failure.cause, 'packed');
      assert.deepEqual(read, ids);
    }
  });

  it('is told for a log of other things at its end, and not where a submission comes late', async () => {
    const others = '{"level":"info","msg":"x"}\n'.repeat(25_000);
    const none = await readAll(fileOf(others));
    assert.equal(none.failure?.kind === 'file' && none.failure.cause, 'noSubmissions');
    const text = await readAll(fileOf(`${'some words of a log\n'.repeat(50_000)}${ndjson}`));
    assert.deepEqual([text.ids, text.broken, text.failure], [ids, [], undefined]);
    const late = await readAll(fileOf(`${others}${ndjson}`));
    assert.deepEqual([late.ids, late.broken.length, late.failure], [ids, 25_000, undefined]);
  });
});
