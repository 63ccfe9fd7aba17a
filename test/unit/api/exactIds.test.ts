import assert from 'node:assert/strict';
import { readPage, type Page } from '../../../src/api/page.ts';
import { idOf, RecordReader } from '../../../src/api/record.ts';
import { valueOf } from './asking.ts';

async function read(json: string): Promise<Page> {
  return valueOf(await readPage({ bytes: new TextEncoder().encode(json), contentType: 'application/json' }));
}

describe('an id that is a number', () => {
  it('keeps all digits, also more than a number can hold: two such ids stay two', async () => {
    const page = await read('[{"data":[{"auth_id":9007199254740992},{"auth_id": 9007199254740993}]}]');
    assert.deepEqual(page.records.ids, ['9007199254740992', '9007199254740993']);
    assert.equal(idOf(page.records.at(1)), '9007199254740993');
  });

  it('keeps them where it names a KYC submission, also in a list', async () => {
    const text =
      '[{"auth_id":"a","kyc_submission_id":9007199254740992},{"auth_id":"b","kyc_submission_id":[9007199254740993]}]';
    const { records } = await read(text);
    const reader = new RecordReader();
    const kycIds = records.ids.map((_, index) => {
      reader.read(records.at(index));
      return reader.kycId;
    });
    assert.deepEqual(kycIds, ['9007199254740992', '9007199254740993']);
  });

  it('is read out of four lists at most: what stands deeper is a broken record, and no two become one', async () => {
    const deep = (lists: number, id: string): string => `{"auth_id":${'['.repeat(lists)}${id}${']'.repeat(lists)}}`;
    const [id, next] = ['9007199254740992', '9007199254740993'];
    const page = await read(`[{"data":[${deep(4, id)},${deep(4, next)},${deep(5, id)},${deep(5, next)}]}]`);
    assert.deepEqual(page.records.ids, [id, next]);
    assert.deepEqual(
      page.broken.map(({ position }) => position),
      [2, 3],
    );
  });
});
