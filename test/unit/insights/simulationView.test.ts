import assert from 'node:assert/strict';
import { markdownOf } from '../../../src/insights/markdown.ts';
import { sheetOf } from '../../../src/insights/spreadsheet.ts';
import { storeOf, tried, viewed } from './viewed.ts';

const policy = { faceSimilarity_threshold: 85 };
const code = { fail_code: ['face_compare_underscore'] };
const records = [
  { auth_status: 'approved', policy, result: { face_similarity: 90 } },
  { auth_status: 'approved', policy, result: { face_similarity: 95 } },
  { auth_status: 'rejected', policy, result: { face_similarity: 80 }, ...code },
  // Contradicts itself: approved under its threshold.
  { auth_status: 'approved', policy, result: { face_similarity: 84 } },
  { auth_status: 'approved', policy, result: {} },
  { auth_status: 'pending', policy, result: { face_similarity: 90 } },
].map((record, index) => ({ create_time: `2025-10-0${index + 1}T00:00:00Z`, ...record }));
const all = await viewed(storeOf(records));

describe('what is said of thresholds that are tried', () => {
  it('begins with how many would be approved and rejected in all', async () => {
    const { counts } = await tried(all, [78, 0, 0, 0, 0]);
    assert.equal(counts[0], '4 would be approved, 0 would be rejected.');
  });

  it('is in what is copied, saved and said aloud, too', async () => {
    const view = await tried(all, [92, 0, 0, 0, 0]);
    const [total = ''] = view.counts;
    assert.equal(total, '1 would be approved, 3 would be rejected.');
    assert.ok(markdownOf(all.view, view).includes(total));
    assert.ok(sheetOf(all.view, view).some(([cell]) => cell === total));
    assert.ok(view.announcement.includes(total));
  });

  it('counts apart what contradicts its own policy, and nothing flips while nothing is moved', async () => {
    const { flips, counts } = await tried(all);
    assert.deepEqual(
      flips.map(({ count }) => count),
      ['0', '0'],
    );
    assert.deepEqual(counts.slice(1, 3), [
      '3 unchanged.',
      'Recorded outcome contradicts its scores: 1, not counted as flips.',
    ]);
  });

  it('names the check whose score is missing', async () => {
    const { counts } = await tried(all, [85, 0, 50, 0, 0]);
    assert.equal(
      counts.at(-1),
      '4 cannot be decided: neither approved nor rejected 1, no score 3 (face similarity 1, head cover 3).',
    );
  });

  it('tells the share of the rejected, and of how many it is one', async () => {
    const { checks, curveNote } = await tried(all);
    assert.match(curveNote, /share rejected at each threshold, of 5 submissions that were approved or rejected/);
    assert.match(checks[0]?.curveSummary ?? '', /from 0 % to 80 % of 5\.$/);
    assert.equal(checks[0]?.table.columns[2]?.label, 'Share of 5');
  });

  it('offers more of a list as long as there are some', async () => {
    const { list } = await tried(all, [92, 0, 0, 0, 0], 0);
    assert.deepEqual([list.rows.length, list.note, list.more], [0, '1 more', 'Show 1 more']);
    assert.equal((await tried(all, [92, 0, 0, 0, 0], 1)).list.more, undefined);
  });
});
