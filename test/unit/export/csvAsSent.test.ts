import assert from 'node:assert/strict';
import { exportedTexts, rowsOf } from './support/written.ts';

/** The cells of the one record of a text, by the names of their columns. */
async function cellsOf(record: string): Promise<Readonly<Record<string, string>>> {
  const { text } = await exportedTexts([`[{"data":[${record}]}]`], { format: 'csv' });
  const [header = [], row = []] = rowsOf(text);
  return Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']));
}

describe('a cell of a record as received', () => {
  for (const digits of ['85.0', '84.99999999999999999', '1e400', '-0', '-1.50', '1E+2']) {
    it(`holds the number ${digits} as it was sent`, async () => {
      const cells = await cellsOf(
        `{"auth_id":"a","result":{"face_similarity":${digits}},"policy":{"liveness_threshold":${digits}}}`,
      );
      assert.equal(cells['face_similarity'], digits);
      assert.equal(cells['liveness_threshold'], digits);
    });
  }

  it('holds an id that was sent as a long number digit by digit', async () => {
    assert.equal((await cellsOf('{"auth_id":12345678901234567890}'))['auth_id'], '12345678901234567890');
  });

  it('holds codes that were sent as numbers beside those that are texts', async () => {
    assert.equal(
      (await cellsOf('{"auth_id":"a","fail_code":[6102,"Face_cover_fail"]}'))['fail_code'],
      '6102; Face_cover_fail',
    );
  });

  it('holds the scores of a result that was sent as JSON text, which stands in the last column as it was sent', async () => {
    const cells = await cellsOf(String.raw`{"auth_id":"a","result":"{\"face_similarity\":71}"}`);
    assert.equal(cells['face_similarity'], '71');
    assert.equal(cells['other'], String.raw`{"result":"{\"face_similarity\":71}"}`);
  });

  it('is empty where a list holds what no cell can show, and the last column has it', async () => {
    const cells = await cellsOf('{"auth_id":"a","reject_comment":[{"text":"x"}]}');
    assert.equal(cells['reject_comment'], '');
    assert.equal(cells['other'], '{"reject_comment":[{"text":"x"}]}');
  });
});
