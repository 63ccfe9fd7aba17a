import assert from 'node:assert/strict';
import { knownFields } from '../../../src/api/fields.ts';
import { csvOf, rowFor } from './support/csvOf.ts';
import { exportedTexts, rowsOf } from './support/written.ts';

const COLUMNS = [
  ...['auth_id', 'auth_status', 'create_time', 'submit_type', 'kyc_submission_id', 'deleted', 'delete_time'],
  ...['faceSimilarity_threshold', 'face_similarity', 'occluded_threshold', 'detectOccluded'],
  ...['faceCover_threshold', 'faceCover', 'headCover_threshold', 'headCover'],
  ...['liveness_threshold', 'livenessScore', 'activeLiveness_threshold', 'activeLivenessScore'],
  ...['fail_code', 'reject_comment'],
];

describe('an export as CSV', () => {
  it('begins with the mark of UTF-8 and one header, and ends every row with CRLF', async () => {
    const text = await csvOf({ auth_id: 'a' }, { auth_id: 'b' });
    assert.ok(text.startsWith('\u{FEFF}auth_id,auth_status,'));
    assert.deepEqual(
      text.split('\r\n').map((line) => line.slice(0, 2)),
      ['\u{FEFF}a', 'a,', 'b,', ''],
    );
    assert.ok(!text.replaceAll('\r\n', '').includes('\n'));
  });

  it('has the header once, however many pages came, and also when nothing did', async () => {
    const pages = ['[{"data":[{"auth_id":"a"}]}]', '[{"data":[{"auth_id":"b"}]}]'];
    assert.equal(rowsOf((await exportedTexts(pages, { format: 'csv' })).text).length, 3);
    assert.deepEqual(rowsOf((await exportedTexts([], { format: 'csv' })).text), [[...COLUMNS, 'signals', 'other']]);
  });

  it('has as many cells in every row as the header has, also for a record that says nothing', async () => {
    for (const row of rowsOf(await csvOf({ auth_id: 'a' }, { auth_id: 'b', policy: null, result: null }))) {
      assert.equal(row.length, COLUMNS.length + 2);
    }
  });

  it('shows a record of the service as sent: numbers as numbers, texts as texts, truth values by their names', async () => {
    const row = await rowFor({
      auth_id: 'fa_1',
      auth_status: 'rejected',
      create_time: '2025-10-02T02:15:17.554Z',
      submit_type: 'form',
      kyc_submission_id: 'kyc_1',
      delete_check: false,
      policy: {
        faceSimilarity_threshold: 85,
        occluded_threshold: false,
        liveness_threshold: '60',
        headCover_threshold: 0,
      },
      result: { active_liveness_score: 97.78668212890625, face_similarity: 100, detectOccluded: true },
      reject_comment: ['face is occluded, "very".', '두 번째'],
      fail_code: ['Face_Occluded_fail', 'x'],
    });
    assert.deepEqual(Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')), {
      auth_id: 'fa_1',
      auth_status: 'rejected',
      create_time: '2025-10-02T02:15:17.554Z',
      submit_type: 'form',
      kyc_submission_id: 'kyc_1',
      deleted: 'false',
      faceSimilarity_threshold: '85',
      face_similarity: '100',
      occluded_threshold: 'false',
      detectOccluded: 'true',
      headCover_threshold: '0',
      liveness_threshold: '60',
      activeLivenessScore: '97.78668212890625',
      fail_code: 'Face_Occluded_fail; x',
      reject_comment: 'face is occluded, "very".; 두 번째',
    });
  });

  it('leaves broken records out and counts them', async () => {
    const { text, report } = await exportedTexts(['[{"data":[null,{"auth_id":"a"},{"n":1}]}]'], { format: 'csv' });
    assert.equal(rowsOf(text).length, 2);
    assert.deepEqual([report.records, report.broken, report.leftOut], [1, 2, 2]);
  });

  for (const [record, deleted] of [
    [{ delete_check: true }, 'true'],
    [{ deleteCheck: true }, 'true'],
    [{ delete_time: '2025-10-09T03:18:18.046Z' }, 'true'],
    [{ delete_check: false, delete_time: '2025-10-09T03:18:18.046Z' }, 'false'],
    [{ delete_check: null, deleteTime: '' }, 'false'],
  ] as const) {
    it(`reads ${JSON.stringify(record)} as ${deleted === 'true' ? '' : 'not '}deleted`, async () => {
      assert.equal((await rowFor(record))['deleted'], deleted);
    });
  }
});

describe('the columns', () => {
  // A value that is allowed for the field, and that is found again.
  const valueFor = (name: string): unknown => (/^delete_?check$/i.test(name) ? true : `value of ${name}`);

  for (const name of knownFields.record.filter((one) => !['policy', 'result', 'signals'].includes(one))) {
    it(`show ${name} of a record`, async () => {
      const row = await rowFor(
        JSON.stringify({ ...(!/auth.*_?id$/i.test(name) && { auth_id: 'a' }), [name]: valueFor(name) }),
      );
      assert.ok(Object.values(row).includes(String(valueFor(name))), JSON.stringify(row));
      assert.equal(row['other'], '');
    });
  }

  for (const part of ['policy', 'result'] as const) {
    for (const name of knownFields[part]) {
      it(`show ${name} of the ${part}`, async () => {
        const row = await rowFor({ [part]: { [name]: 71.5 } });
        assert.ok(Object.values(row).includes('71.5'));
        assert.equal(row['other'], '');
      });
    }
  }

  it('show the first spelling that says something, and put another that differs with the other fields', async () => {
    const row = await rowFor(
      '{"auth_id":"","authId":"b","authentication_id":"a","result":{"face_cover":2,"faceCover":null}}',
    );
    assert.deepEqual([row['auth_id'], row['faceCover'], row['other']], ['a', '2', '{"authId":"b"}']);
  });

  it('show the signals as they came', async () => {
    const signals = '{"startButtonClickTime":"x","cameraProcessInfo":[{"type":"t","n":1.0}]}';
    assert.equal((await rowFor(`{"auth_id":"a","signals":${signals}}`))['signals'], signals);
    assert.equal(
      (await rowFor('{"auth_id":"a","signals":{ "x"\n: 12345678901234567890 }}'))['signals'],
      '{"x":12345678901234567890}',
    );
    assert.equal((await rowFor({ signals: null }))['signals'], '');
  });

  it('show all that nobody knows, where it stood and digit by digit', async () => {
    const row = await rowFor(
      '{"auth_id":"a","sdk":1.0,"policy":{"new_threshold":12345678901234567890},"device":{"os":["x",null]},"result":{"q":"é","face_similarity":1},"gone":null}',
    );
    assert.equal(
      row['other'],
      '{"sdk":1.0,"device":{"os":["x",null]},"gone":null,"policy":{"new_threshold":12345678901234567890},"result":{"q":"é"}}',
    );
  });

  it('show very many that nobody knows in one pass', async () => {
    const fields = Array.from({ length: 10_000 }, (_, index) => `"field${index}":${index}.0`).join(',');
    const row = await rowFor(`{"auth_id":"a",${fields}}`);
    assert.equal(row['other'], `{${fields}}`);
  });

  it('show a field named like something of JavaScript as any other', async () => {
    const row = await rowFor('{"auth_id":"a","__proto__":{"auth_id":"no"},"constructor":"x","toString":1}');
    assert.equal(row['auth_id'], 'a');
    assert.equal(row['other'], '{"__proto__":{"auth_id":"no"},"constructor":"x","toString":1}');
  });
});
