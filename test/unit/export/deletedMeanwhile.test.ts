import assert from 'node:assert/strict';
import type { RangeExport } from '../../../src/export/range.ts';
import { exported, following, pageOf } from './support/written.ts';

const whole = { auth_id: 'a', auth_status: 'approved', result: { face_similarity: 91 }, kyc_submission_id: 'kyc_1' };
const deleted = { auth_id: 'a', auth_status: 'approved', delete_check: true };
const other = { auth_id: 'b', auth_status: 'rejected' };

/** One answer as NDJSON. */
async function exportOf(answer: readonly object[], options: Partial<RangeExport> = {}) {
  return await exported(following(await pageOf(JSON.stringify(answer))), { format: 'ndjson', ...options });
}

describe('an export of a record that was deleted', () => {
  it('holds the deleted copy where one answer has both, whichever comes first', async () => {
    for (const data of [
      [whole, other, deleted],
      [deleted, other, whole],
    ]) {
      const { text, report } = await exportOf([{ data }]);
      assert.deepEqual(
        text.trim().split('\n').toSorted(),
        [deleted, other].map((one) => JSON.stringify(one)).toSorted(),
      );
      assert.equal(report.duplicates, 1);
    }
  });

  it('holds the later of two copies in one answer where neither is deleted', async () => {
    const { text } = await exportOf([{ data: [{ auth_id: 'a', auth_status: 'pending' }, whole] }]);
    assert.deepEqual(JSON.parse(text), whole);
  });

  it('does not hold what is known to be deleted by now, and says how many those are', async () => {
    const { text, report } = await exportOf([{ data: [whole, other] }], { isDeletedNow: (id) => id === 'a' });
    assert.deepEqual(JSON.parse(text), other);
    assert.deepEqual([report.records, report.deleted], [1, 1]);
  });

  it('holds what another project has under the id of what is known to be deleted', async () => {
    const { text } = await exportOf(
      [
        { faceAuth_projectId: 'p', data: [whole] },
        { faceAuth_projectId: 'q', data: [whole] },
      ],
      {
        isDeletedNow: (_, project) => project === 'p',
      },
    );
    assert.deepEqual(JSON.parse(text), whole);
  });

  it('tells what a later answer says is deleted, once, and not as sent twice', async () => {
    for (const lazily of [false, true]) {
      const pages = await Promise.all(
        [[whole, other], [deleted], [other, deleted]].map(
          async (data) => await pageOf(JSON.stringify([{ data }]), lazily),
        ),
      );
      const { report } = await exported(following(...pages), { format: 'ndjson' });
      assert.deepEqual([report.records, report.deletedLater, report.duplicates], [2, 1, 2]);
    }
  });

  it('counts a deleted record that comes again as sent twice, and one that was never written', async () => {
    const again = [{ data: [deleted] }, { data: [deleted] }];
    const pages = await Promise.all(again.map(async (one) => await pageOf(JSON.stringify([one]))));
    const { report } = await exported(following(...pages), { format: 'ndjson' });
    assert.deepEqual([report.records, report.deletedLater, report.duplicates], [1, 0, 1]);
    const left = [{ data: [whole] }, { data: [deleted] }];
    const more = await Promise.all(left.map(async (one) => await pageOf(JSON.stringify([one]))));
    const { text, report: rest } = await exported(following(...more), { format: 'ndjson', isDeletedNow: () => true });
    assert.equal(text, '');
    assert.deepEqual([rest.records, rest.deleted, rest.deletedLater, rest.duplicates], [0, 1, 0, 1]);
  });

  it('holds a record of each of two projects that have the same id', async () => {
    const { report } = await exportOf([
      { faceAuth_projectId: 'p', data: [whole] },
      { faceAuth_projectId: 'q', data: [other, whole] },
    ]);
    assert.deepEqual([report.records, report.duplicates], [3, 0]);
  });
});
