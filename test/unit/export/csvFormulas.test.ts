import assert from 'node:assert/strict';
import { assertLinear } from '../growth.ts';
import { csvOf, rowFor } from './support/csvOf.ts';
import { rowsOf, tableOf } from './support/written.ts';

describe('a spreadsheet', () => {
  const formulas = [
    ...['=1+1', '+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'],
    // csv-stringify does not recognise these as formulas.
    ...[
      '\n=1',
      ' =1',
      '\u{A0}@x',
      '\u{3000}+1',
      '\0=1',
      '\u{FEFF}=1',
      '\u{200B}-1',
      ' \t\r\n =1',
      '﹦1',
      '﹢1',
      '﹣1',
      '﹫x',
    ],
  ];

  for (const text of formulas) {
    it(`does not run ${JSON.stringify(text)}`, async () => {
      for (const record of [
        { auth_id: text },
        { auth_id: 'a', reject_comment: text },
        { auth_id: 'a', fail_code: [text, 'x'] },
      ]) {
        const found = rowsOf(await csvOf(record))
          .at(1)
          ?.filter((cell) => cell.startsWith("'"));
        assert.equal(found?.length, 1, JSON.stringify(found));
      }
    });
  }

  it('does not run a text given for a threshold or a score', async () => {
    const row = await rowFor({ policy: { liveness_threshold: '=1' }, result: { face_similarity: '-1+1' } });
    assert.deepEqual([row['liveness_threshold'], row['face_similarity']], ["'=1", "'-1+1"]);
  });

  it('gets numbers as numbers, negative ones too', async () => {
    const text = await csvOf({ auth_id: 'a', result: { face_similarity: -1.5, faceCover: 1e-7, headCover: 1e21 } });
    const row = tableOf(text)[0];
    assert.deepEqual([row?.['face_similarity'], row?.['faceCover'], row?.['headCover']], ['-1.5', '1e-7', '1e+21']);
  });

  // A spreadsheet that separates cells at semicolons ignores quotes in the middle of a line.
  it('does not run what stands behind a semicolon or a line break of a text', async () => {
    const row = await rowFor({ reject_comment: 'a;=1', fail_code: ['ok', '=2', 'x\n \t@y', 'z;\u{200B}＝3'] });
    assert.equal(row['reject_comment'], "a;'=1");
    assert.equal(row['fail_code'], "ok; '=2; x\n \t'@y; z;\u{200B}'＝3");
  });

  it('does not run what stands in JSON, which says the same as before', async () => {
    const other = { x: 'a;=1; ＝2', ';-k': [-1, ';@'] };
    const row = await rowFor({ ...other, signals: { 'y; +': '=1' } });
    assert.deepEqual([JSON.parse(row['other'] ?? ''), JSON.parse(row['signals'] ?? '')], [other, { 'y; +': '=1' }]);
    assert.ok(!/;\s*[=+\-@＝]/.test(`${row['other']}${row['signals']}`), row['other']);
  });

  it('gets all other texts as they are', async () => {
    for (const text of [
      '2025-10-02T02:15:17.554Z',
      'a=b',
      '1-2',
      "it's",
      '가-나',
      '😀=',
      'a, "b"',
      'a;b',
      'x\r\ny',
      ' x',
    ]) {
      assert.equal((await rowFor({ reject_comment: text }))['reject_comment'], text);
    }
  });

  it('gets line breaks of every kind within a cell, not as rows', async () => {
    for (const text of ['a\nb', 'a\rb', 'a\r\nb', '\n', 'a\n"b"']) {
      const rows = rowsOf(await csvOf({ auth_id: 'a', reject_comment: text }));
      assert.deepEqual([rows.length, rows[1]?.length, rows[1]?.[20]], [2, 23, text]);
    }
  });

  it('is not cut short by NUL', async () => {
    assert.equal((await rowFor({ reject_comment: 'a\0b' }))['reject_comment'], 'a\u{FFFD}b');
  });

  for (const part of ['\n', ' ', '; ', '=;']) {
    it(`takes time in proportion to how often ${JSON.stringify(part)} stands in it`, async () => {
      await assertLinear(async (size) => {
        const text = part.repeat(size);
        await csvOf({ auth_id: 'a', reject_comment: `x${text}`, fail_code: text, other: `${text}y` });
      }, 400_000);
    });
  }
});
