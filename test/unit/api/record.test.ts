import assert from 'node:assert/strict';
import { RecordReader, type Oddity } from '../../../src/api/record.ts';

const plain = {
  auth_id: 'fa_1',
  auth_status: 'rejected',
  create_time: '2025-10-02T02:15:17.123Z',
  submit_type: 'form',
  kyc_submission_id: 'kyc_1',
  delete_check: false,
  policy: { faceSimilarity_threshold: 85, occluded_threshold: false, liveness_threshold: '50' },
  result: { face_similarity: 71, detectOccluded: true },
  fail_code: ['Face_cover_fail'],
  reject_comment: ['x'],
  signals: {
    startButtonClickTime: '2025-10-02T02:15:10.000Z',
    cameraProcessInfo: [{ type: 'faceAuth-active', processStartTime: 'YYYY-MM-DD-HH-MM-SS-ZZZ', error: null }],
  },
};

// What a record of these fields is read as, and what is odd in it.
function read(fields: object): RecordReader {
  const reader = new RecordReader();
  reader.read({ ...plain, ...fields });
  return reader;
}

function oddIn(fields: object): readonly string[] {
  return read(fields).oddities.map(
    ({ path, sent, read: as }: Oddity) => `${path} ${JSON.stringify(sent)} ${JSON.stringify(as) ?? 'as nothing'}`,
  );
}

describe('a record as documented', () => {
  it('has nothing odd', () => {
    assert.deepEqual(oddIn({}), []);
  });
});

describe('a value of another type that says something', () => {
  const time = '2025-10-02T02:15:17.123Z';
  for (const [what, fields, field, expected] of [
    ['a number as id', { auth_id: 20_270_101 }, 'id', '20270101'],
    ['a list of one id', { auth_id: ['fa_9'] }, 'id', 'fa_9'],
    ['an id in the form of a store', { auth_id: { S: 'fa_9' } }, 'id', 'fa_9'],
    ['a number as status', { auth_status: 2 }, 'status', '2'],
    ['milliseconds as time', { create_time: 1_759_371_317_123 }, 'created', time],
    ['microseconds as time', { create_time: 1_759_371_317_123_456 }, 'created', time],
    ['nanoseconds in a text as time', { create_time: '1759371317123456789' }, 'created', time],
    ['seconds as time', { create_time: 1_759_371_317 }, 'created', '2025-10-02T02:15:17.000Z'],
    ['digits as time', { create_time: '1759371317123' }, 'created', time],
    ['a number in the form of a store as time', { create_time: { N: '1759371317123' } }, 'created', time],
    ['a number as KYC submission', { kyc_submission_id: 88_231 }, 'kycId', '88231'],
    ['0 as flag', { delete_check: 0 }, 'deleted', false],
    ['1 as flag', { delete_check: 1 }, 'deleted', true],
    ['a text as flag', { delete_check: 'true' }, 'deleted', true],
    ['a text of Python as flag', { delete_check: 'False' }, 'deleted', false],
    ['a flag that cannot be read', { delete_check: 'maybe' }, 'deleted', true],
    ['a number as code', { fail_code: 6102 }, 'failCodes', ['6102']],
    ['a number among codes', { fail_code: [6102, 'Face_cover_fail'] }, 'failCodes', ['6102', 'Face_cover_fail']],
    ['codes as JSON text', { fail_code: '["a","b"]' }, 'failCodes', ['a', 'b']],
    ['codes in a list in a list', { fail_code: [['a'], ['b']] }, 'failCodes', ['a', 'b']],
    ['codes as a numbered object', { fail_code: { 0: 'a', 1: 'b' } }, 'failCodes', ['a', 'b']],
  ] as const) {
    it(`is read, and is odd: ${what}`, () => {
      assert.deepEqual(read(fields)[field], expected);
      assert.equal(oddIn(fields).length, 1);
    });
  }

  for (const [what, result, score] of [
    ['a text', { face_similarity: '71' }, 71],
    ['a list of one', { face_similarity: [71] }, 71],
    ['the form of a store', { face_similarity: { N: '71' } }, 71],
    ['JSON text of all', '{"face_similarity":71}', 71],
    ['a list around all', [{ face_similarity: 71 }], 71],
    ['the form of a store around all', { M: { face_similarity: { N: '71' } } }, 71],
  ] as const) {
    it(`is read as a score, and is odd: ${what}`, () => {
      assert.equal(read({ result }).scores.faceSimilarity, score);
      assert.ok(oddIn({ result }).length > 0);
    });
  }

  it('is a truth value in a text, whatever its case, where a score is one', () => {
    assert.equal(read({ result: { detectOccluded: 'True' } }).scores.occlusion, true);
    assert.equal(read({ result: { detectOccluded: 1 } }).scores.occlusion, true);
  });
});

describe('a part of a record that is a list without items', () => {
  it('is one without fields, and odd', () => {
    const fields = { policy: [], result: [], signals: [] };
    assert.deepEqual(oddIn(fields), ['policy [] {}', 'result [] {}', 'signals [] {}']);
    assert.equal(read(fields).scores.faceSimilarity, undefined);
  });
});

describe('a value that says nothing', () => {
  for (const [what, fields, odd] of [
    ['an object as status', { auth_status: {} }, 'auth_status {} as nothing'],
    ['a truth value as policy', { policy: true }, 'policy true as nothing'],
    ['a text as signals', { signals: 'none' }, 'signals "none" as nothing'],
    ['an object among codes', { fail_code: [{}] }, 'fail_code [{}] as nothing'],
    ['a text as process', { signals: { cameraProcessInfo: ['x'] } }, 'signals.cameraProcessInfo[0] "x" as nothing'],
    [
      'an object as the type of a process',
      { signals: { cameraProcessInfo: [{ type: {} }] } },
      'signals.cameraProcessInfo[0].type {} as nothing',
    ],
    ['a word for nothing as status', { auth_status: 'None' }, 'auth_status "None" as nothing'],
    ['a word for nothing as the way of the submission', { submit_type: 'null' }, 'submit_type "null" as nothing'],
    ['a word for nothing as code', { fail_code: 'N/A' }, 'fail_code "N/A" as nothing'],
    ['a word for nothing among codes', { fail_code: ['None'] }, 'fail_code ["None"] as nothing'],
    ['a truth value as code', { fail_code: false }, 'fail_code false as nothing'],
    ['a truth value among codes', { fail_code: [true] }, 'fail_code [true] as nothing'],
    ['a word for nothing as comment', { reject_comment: 'nan' }, 'reject_comment "nan" as nothing'],
  ] as const) {
    it(`costs its field and is odd: ${what}`, () => {
      assert.deepEqual(oddIn(fields), [odd]);
      assert.equal(read(fields).id, 'fa_1');
    });
  }

  it('makes way for the other spelling where it is a word for nothing', () => {
    const fields = { auth_status: 'None', aurh_status: 'approved', fail_code: ['null'], failCode: ['Face_cover_fail'] };
    assert.equal(read(fields).status, 'approved');
    assert.deepEqual(read(fields).failCodes, ['Face_cover_fail']);
  });

  it('costs nothing but itself among the codes', () => {
    assert.deepEqual(read({ fail_code: ['None', 'Face_cover_fail'] }).failCodes, ['Face_cover_fail']);
  });

  for (const value of ['n/a', {}, '71 %', '0x47']) {
    it(`makes way for a number in another spelling of a score: ${JSON.stringify(value)}`, () => {
      const fields = { result: { face_similarity: value, faceSimilarity: 90 } };
      assert.equal(read(fields).scores.faceSimilarity, 90);
      assert.equal(oddIn(fields).length, 1);
    });
  }

  for (const value of ['NaN', 'None', '0x47', '0b11', '1_000', {}, [1, 2], { x: 1 }, Infinity]) {
    it(`is shown as it was sent in the place of a score: ${JSON.stringify(value)}`, () => {
      const fields = { result: { face_similarity: value } };
      assert.equal(typeof read(fields).scores.faceSimilarity, 'string');
      assert.equal(oddIn(fields).length, 1);
    });
  }

  it('is shown as it was sent in the place of a time', () => {
    assert.equal(read({ create_time: {} }).created, '{}');
    assert.equal(read({ create_time: true }).created, 'true');
  });
});

describe('an empty value', () => {
  for (const empty of ['', null, [], [''], [null]]) {
    it(`makes way for the next spelling and is not odd: ${JSON.stringify(empty)}`, () => {
      const fields = {
        auth_id: empty,
        authId: 'fa_2',
        auth_status: empty,
        aurh_status: 'approved',
        create_time: empty,
        createTime: '2025-10-03T00:00:00.000Z',
        delete_check: empty,
        deleteCheck: true,
        fail_code: empty,
        failCode: ['Face_Occluded_fail'],
        reject_comment: empty,
        rejectComment: empty,
        rejected_comment: 'why',
        result: { face_similarity: empty, faceSimilarity: 90 },
      };
      const { id, status, created, deleted, failCodes, comments, scores } = read(fields);
      assert.deepEqual(
        { id, status, created, deleted, failCodes, comments, score: scores.faceSimilarity },
        {
          id: 'fa_2',
          status: 'approved',
          created: '2025-10-03T00:00:00.000Z',
          deleted: true,
          failCodes: ['Face_Occluded_fail'],
          comments: ['why'],
          score: 90,
        },
      );
      assert.deepEqual(oddIn(fields), []);
    });
  }

  it('is a text of spaces too, which is odd', () => {
    const { id, status, created, kycId } = read({
      auth_id: ' ',
      authId: 'fa_2',
      auth_status: '  ',
      aurh_status: 'approved',
      create_time: ' ',
      createTime: '2025-10-03T00:00:00.000Z',
      kyc_submission_id: ' '.repeat(12),
      kycSubmissionId: 'kyc_2',
    });
    assert.deepEqual([id, status, created, kycId], ['fa_2', 'approved', '2025-10-03T00:00:00.000Z', 'kyc_2']);
  });

  it('is left out of a list, and so is what was there before', () => {
    assert.deepEqual(read({ fail_code: ['', 'X', null, 'x', 'X', ' '] }).failCodes, ['X']);
  });
});

describe('a text as threshold', () => {
  it('is documented, so it is not odd when it is a number or a truth value', () => {
    const fields = { policy: { faceSimilarity_threshold: '85', occluded_threshold: 'true' } };
    assert.deepEqual(oddIn(fields), []);
    const { faceSimilarity, occlusion } = read(fields).thresholds;
    assert.deepEqual([faceSimilarity, occlusion], [85, true]);
  });
});
