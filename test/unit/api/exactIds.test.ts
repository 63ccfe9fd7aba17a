import assert from 'node:assert/strict';
import { readPage, type Page } from '../../../src/api/page.ts';
import type { PageRecords } from '../../../src/api/pageRecords.ts';
import { idOf, RecordReader } from '../../../src/api/record.ts';
import { valueOf } from './asking.ts';

async function read(json: string): Promise<Page> {
  return valueOf(await readPage({ bytes: new TextEncoder().encode(json), contentType: 'application/json' }));
}

function kycIdsOf(records: PageRecords): readonly (string | undefined)[] {
  const reader = new RecordReader();
  return records.ids.map((_, index) => {
    reader.read(records.at(index));
    return reader.kycId;
  });
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
    assert.deepEqual(kycIdsOf(records), ['9007199254740992', '9007199254740993']);
  });

  it('keeps them in a typed form of a store, also where its name is escaped', async () => {
    for (const name of ['N', '\\u004e']) {
      const sent = (id: string): string => `{"auth_id":{"${name}":${id}}}`;
      const [id, next] = ['9007199254740992', '9007199254740993'];
      assert.deepEqual((await read(`[{"data":[${sent(id)},${sent(next)}]}]`)).records.ids, [id, next]);
    }
  });

  for (const [what, before] of [
    ['an empty text', '""'],
    ['blanks', '" "'],
    ['a truth value', 'true'],
    ['an object', '{"no":"id"}'],
    ['too many lists', '[[[[["x"]]]]]'],
    ['a list of two', '["x","y"]'],
  ] as const) {
    it(`keeps them beside ${what} under the usual name`, async () => {
      const sent = (id: string): string =>
        `{"auth_id":${before},"authId":${id},"kyc_submission_id":${before},"kycSubmissionId":${id}}`;
      const [id, next] = ['9007199254740992', '9007199254740993'];
      const { records } = await read(`[{"data":[${sent(id)},${sent(next)}]}]`);
      assert.deepEqual(records.ids, [id, next]);
      assert.deepEqual(kycIdsOf(records), [id, next]);
    });
  }

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

  it('keeps them where it names a project: two projects stay two', async () => {
    const sent = (id: string): string => `{"faceAuth_projectId":${id},"data":[{"auth_id":"one"}]}`;
    const [id, next] = ['9007199254740992', '9007199254740993'];
    assert.deepEqual((await read(`[${sent(id)},${sent(next)}]`)).projects, [id, next]);
  });

  it('leads to no next page where digits of its key are lost, however many lists are around it', async () => {
    for (const lists of [0, 1, 4, 5, 8]) {
      const id = `${'['.repeat(lists)}9007199254740993${']'.repeat(lists)}`;
      const page = await read(`[{"data":[],"nextPage_key":{"authId":${id},"createTime":"2026-01-01"}}]`);
      assert.deepEqual([page.next, page.brokenNext], [undefined, '[0].nextPage_key'], id);
    }
  });
});
