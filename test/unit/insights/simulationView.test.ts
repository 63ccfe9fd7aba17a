import assert from 'node:assert/strict';
import { textOf } from '../../../src/insights/cells.ts';
import { markdownOf } from '../../../src/insights/markdown.ts';
import { sheetOf } from '../../../src/insights/spreadsheet.ts';
import { matcherOf } from '../../../src/submissions/model/filter.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { filterWords } from '../../../src/submissions/words/filterWords.ts';
import { numbersIn } from '../submissions/stored.ts';
import { margin, storeOf, summaryOf, tried, triedWithMarks, viewed } from './viewed.ts';

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
  it('is summed up in a table: first what adds up to all, then what it is made of', async () => {
    const view = await tried(all, [78, 0, 0, 0, 0]);
    assert.deepEqual(summaryOf(view), [
      'Would be approved 4',
      'Would be rejected 0',
      'Cannot be decided 2',
      'Rejected → approved 1',
      'Unchanged 2',
      'Contradicts its own scores 1',
      'Undecided: neither approved nor rejected 1',
      'Undecided: no score 1',
    ]);
    assert.equal(view.summary.title, 'What would have come of 6 submissions');
    assert.deepEqual(view.summary.rows[0]?.cells[2], { text: '67 %', value: 66.67 });
  });

  it('is in what is copied, saved and said aloud, too', async () => {
    const view = await tried(all, [92, 0, 0, 0, 0]);
    assert.ok(markdownOf(all.view, view).includes('| Would be rejected | 3 | 50 % |'));
    assert.ok(sheetOf(all.view, view).some((cells) => cells.join() === 'Would be rejected,3,50'));
    assert.match(view.announcement, /1 would be approved, 3 would be rejected, 2 cannot be decided\.$/);
  });

  it('counts apart what contradicts its own policy, and nothing flips while nothing is moved', async () => {
    const view = await tried(all);
    assert.deepEqual(
      view.flips.map(({ count }) => count),
      ['0', '0'],
    );
    assert.deepEqual(summaryOf(view).slice(3, 5), ['Unchanged 3', 'Contradicts its own scores 1']);
    assert.equal(
      view.details.notes[0],
      'Submissions that contradict their own recorded scores are not counted as flipped.',
    );
  });

  it('names the check whose score is missing', async () => {
    const { details } = await tried(all, [85, 0, 50, 0, 0]);
    assert.equal(details.notes.at(-1), 'No score of: face similarity 1, head cover 3.');
  });

  it('opens with each row of the summary just the submissions that it counts', async () => {
    const { view, marks } = await triedWithMarks(all, [92, 0, 0, 0, 0]);
    for (const { cells, mark } of [...view.summary.rows, ...view.details.rows]) {
      const target = mark && marks.targetOf(mark.key);
      const filter = target?.kind === 'found' ? target.find() : undefined;
      const matches = filter === undefined ? () => false : matcherOf(filter, margin);
      const [what = '', count = ''] = cells.map(textOf);
      assert.equal(numbersIn(all.store).filter((number) => matches(all.store.at(number))).length, Number(count), what);
      assert.deepEqual(filter === undefined ? [] : filterWords(filter, unmasked), mark ? [`What if: ${what}`] : []);
    }
  });

  it('leaves a check without a score as recorded, where that is chosen', async () => {
    const view = await tried(all, [85, 0, 50, 0, 0], { choices: ['asRecorded'] });
    assert.deepEqual(summaryOf(view), [
      'Would be approved 3',
      'Would be rejected 2',
      'Cannot be decided 1',
      'Unchanged 4',
      'Contradicts its own scores 1',
      'Undecided: neither approved nor rejected 1',
    ]);
    assert.deepEqual(
      view.choices.map(({ choice, on }) => [choice, on]),
      [
        ['asRecorded', true],
        ['newestOnly', false],
      ],
    );
  });

  it('is about the submissions checked under the newest policy alone, where that is chosen', async () => {
    const older = {
      auth_status: 'approved',
      policy: { faceSimilarity_threshold: 70 },
      result: { face_similarity: 75 },
    };
    const some = await viewed(storeOf([...records, { ...older, create_time: '2025-09-01T00:00:00Z' }]));
    const view = await tried(some, [78, 0, 0, 0, 0], { choices: ['newestOnly'] });
    assert.equal(view.summary.title, 'What would have come of 6 submissions');
    assert.equal(view.choices[1]?.label, 'Only the 6 submissions checked under the newest policy');
    assert.match(view.curveNote, /of what was approved or rejected \(5 in all\)/);
    assert.match(markdownOf(some.view, view), /Only the 6 submissions checked under the newest policy\.\n$/);
    assert.equal((await tried(some, [78, 0, 0, 0, 0])).summary.title, 'What would have come of 7 submissions');
  });

  it('cannot be about the newest policy alone where no record names one', async () => {
    const none = await viewed(storeOf([{ auth_status: 'approved' }]));
    assert.deepEqual(
      (await tried(none)).choices.map(({ choice }) => choice),
      ['asRecorded'],
    );
  });

  it('tells the share of the rejected, and of how many it is one', async () => {
    const { checks, curveNote } = await tried(all);
    assert.match(curveNote, /share rejected at each threshold, of what was approved or rejected \(5 in all\)/);
    assert.match(checks[0]?.curveSummary ?? '', /from 0 % to 80 % of 5\.$/);
    assert.equal(checks[0]?.table.columns[2]?.label, 'Share of 5');
  });

  it('offers more of a list as long as there are some', async () => {
    const { list } = await tried(all, [92, 0, 0, 0, 0], { mostFlips: 0 });
    assert.deepEqual([list.rows.length, list.note, list.more], [0, '1 more', 'Show 1 more']);
    assert.equal((await tried(all, [92, 0, 0, 0, 0], { mostFlips: 1 })).list.more, undefined);
  });
});
