import assert from 'node:assert/strict';
import { idOf, isDeleted, RecordReader } from '../../../src/api/record.ts';

const plain = { auth_id: 'fa_1', create_time: '2025-10-02T02:15:17.123Z' };

// What a record of these fields is read as, and what is odd in it.
function read(fields: object): RecordReader {
  const reader = new RecordReader();
  reader.read({ ...plain, ...fields });
  return reader;
}

function oddIn(fields: object): readonly string[] {
  return read(fields).oddities.map(
    ({ path, sent, read: as }) => `${path} ${JSON.stringify(sent)} ${JSON.stringify(as) ?? 'as nothing'}`,
  );
}

describe('a value that says nothing', () => {
  for (const word of ['null', 'None', 'undefined', 'N/A', ' nil ']) {
    it(`is no id, which would make one submission of all that have it: ${word}`, () => {
      for (const reads of [(fields: object) => read(fields).id, (fields: object) => idOf({ ...plain, ...fields })]) {
        assert.equal(reads({ auth_id: word, authId: 'fa_9' }), 'fa_9');
        assert.equal(reads({ auth_id: { S: word } }) ?? '', '');
        assert.equal(reads({ auth_id: word }) ?? '', '');
      }
      assert.deepEqual(oddIn({ auth_id: word }), [`auth_id ${JSON.stringify(word)} as nothing`]);
    });
  }

  for (const word of ['null', 'None', 'undefined', 'N/A', true]) {
    it(`is no KYC submission, of which all who have it would be attempts: ${word}`, () => {
      assert.equal(read({ kyc_submission_id: word }).kycId, undefined);
      assert.deepEqual(oddIn({ kyc_submission_id: word }), [`kyc_submission_id ${JSON.stringify(word)} as nothing`]);
    });
  }

  for (const delete_time of [0, false, 'null', 'None', '0', ' ']) {
    it(`is no time of deletion: ${JSON.stringify(delete_time)}`, () => {
      const fields = { delete_check: null, delete_time };
      assert.equal(read(fields).deleted, false);
      assert.equal(isDeleted({ auth_id: 'a', ...fields }), false);
    });
  }
});

describe('a time that cannot be read', () => {
  for (const unread of ['None', 'YYYY-MM-DD-HH-MM-SS-ZZZ', '2025-02-30T00:00:00.000Z', {}, 0, { S: 'soon' }]) {
    it(`makes way for a time that can be read, and is odd then: ${JSON.stringify(unread)}`, () => {
      const fields = { create_time: unread, createTime: plain.create_time };
      assert.equal(read(fields).created, plain.create_time);
      assert.deepEqual(oddIn(fields), [`create_time ${JSON.stringify(unread)} as nothing`]);
    });
  }

  it('is the first as it was sent where no spelling of a time can be read', () => {
    const fields = { create_time: 'None', createTime: 'soon' };
    assert.equal(read(fields).created, 'None');
    assert.deepEqual(oddIn(fields), []);
  });
});
