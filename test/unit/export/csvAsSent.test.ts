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

  for (const [sent, flag] of [
    ['"no"', 'false'],
    ['0', 'false'],
    ['1', 'true'],
    ['"true"', 'true'],
    ['"maybe"', 'true'],
    ['["maybe"]', 'true'],
  ] as const) {
    it(`tells whether it was deleted, and the last column has the flag ${sent} as it was sent`, async () => {
      const cells = await cellsOf(`{"auth_id":"a","delete_check":${sent}}`);
      assert.deepEqual([cells['deleted'], cells['other']], [flag, `{"delete_check":${sent}}`]);
    });
  }

  it('holds a flag of deletion that is a truth value, and the last column does not', async () => {
    for (const flag of ['true', 'false']) {
      const cells = await cellsOf(`{"auth_id":"a","delete_check":${flag}}`);
      assert.deepEqual([cells['deleted'], cells['other']], [flag, '']);
    }
  });

  it('is empty where a list holds what no cell can show, and the last column has it', async () => {
    const cells = await cellsOf('{"auth_id":"a","reject_comment":[{"text":"x"}]}');
    assert.equal(cells['reject_comment'], '');
    assert.equal(cells['other'], '{"reject_comment":[{"text":"x"}]}');
  });

  for (const [what, fields, column, cell, other] of [
    ['blank codes', '"fail_code":" ","failCode":["X"]', 'fail_code', 'X', '{"fail_code":" "}'],
    ['codes that say nothing', '"fail_code":{},"failCode":["X"]', 'fail_code', 'X', '{"fail_code":{}}'],
    ['a status that says nothing', '"auth_status":{},"aurh_status":"x"', 'auth_status', 'x', '{"auth_status":{}}'],
    ['a status of a store', '"auth_status":{"S":"x"}', 'auth_status', 'x', '{"auth_status":{"S":"x"}}'],
    [
      'a score that is none',
      '"result":{"face_similarity":"n/a","faceSimilarity":90}',
      'face_similarity',
      '90',
      '{"result":{"face_similarity":"n/a"}}',
    ],
    [
      'a policy of a store',
      '"policy":{"M":{"liveness_threshold":{"N":"85"}}}',
      'liveness_threshold',
      '85',
      '{"policy":{"M":{"liveness_threshold":{"N":"85"}}}}',
    ],
    ['an id that says nothing', '"auth_id":true,"authId":"b"', 'auth_id', 'b', '{"auth_id":true}'],
    ['ids in a list', '"auth_id":["x","y"],"authId":"b"', 'auth_id', 'b', '{"auth_id":["x","y"]}'],
    [
      'a number that is no time',
      '"create_time":0,"createTime":"2025-10-02"',
      'create_time',
      '2025-10-02',
      '{"create_time":0}',
    ],
    [
      'a time that cannot be read',
      '"create_time":"None","createTime":"2025-10-02"',
      'create_time',
      '2025-10-02',
      '{"create_time":"None"}',
    ],
    ['two times that cannot be read', '"create_time":"x","createTime":"y"', 'create_time', 'x', '{"createTime":"y"}'],
    ['two statuses', '"auth_status":["x","y"],"aurh_status":"z"', 'auth_status', 'z', '{"auth_status":["x","y"]}'],
    [
      'a word for none',
      '"kyc_submission_id":"N/A","kycSubmissionId":"k"',
      'kyc_submission_id',
      'k',
      '{"kyc_submission_id":"N/A"}',
    ],
    [
      'a truth value as score',
      '"result":{"face_similarity":true,"faceSimilarity":90}',
      'face_similarity',
      '90',
      '{"result":{"face_similarity":true}}',
    ],
    [
      'a number as truth value',
      '"result":{"detectOccluded":5,"occluded":true}',
      'detectOccluded',
      'true',
      '{"result":{"detectOccluded":5}}',
    ],
    ['part of a list', '"reject_comment":[{"x":1},"ok"]', 'reject_comment', 'ok', '{"reject_comment":[{"x":1},"ok"]}'],
    [
      'long numbers in a list',
      '"kyc_submission_id":[12345678901234567890]',
      'other',
      '{"kyc_submission_id":[12345678901234567890]}',
      '{"kyc_submission_id":[12345678901234567890]}',
    ],
  ] as const) {
    it(`shows what is read of ${what}, and the last column has it as it was sent`, async () => {
      const id = fields.startsWith('"auth_id"') ? '' : '"auth_id":"a",';
      const cells = await cellsOf(`{${id}${fields}}`);
      assert.deepEqual([cells[column], cells['other']], [cell, other]);
    });
  }
});
