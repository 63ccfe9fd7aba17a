import assert from 'node:assert/strict';
import { textOf } from '../../../src/insights/cells.ts';
import { compare, ends, placesApart, type End } from '../../../src/insights/comparison.ts';
import type { TableRow } from '../../../src/insights/insightsParts.ts';
import type { Trial } from '../../../src/insights/judge.ts';
import { markdownOf } from '../../../src/insights/markdown.ts';
import type { Thresholds } from '../../../src/insights/thresholds.ts';
import { matcherOf } from '../../../src/submissions/model/filter.ts';
import { fromWire } from '../submissions/fromWire.ts';
import { numbersIn } from '../submissions/stored.ts';
import { obviously, policyWith } from './obvious.ts';
import { randomRecords } from './randomRecords.ts';
import { sampled } from './sampled.ts';
import { margin, storeOf, tried, triedWithMarks, viewed } from './viewed.ts';

const pairs: readonly (readonly [tried: Thresholds, compared: Thresholds])[] = [
  [
    [85, 0, 50, 60, 70],
    [70, 85, 0, 0, 60],
  ],
  [
    [0, 0, 0, 0, 0],
    [100, 100, 100, 100, 100],
  ],
  [
    [60.5, 60.5, 60.5, 60.5, 60.5],
    [60.5, 60.5, 60.5, 60.5, 60.5],
  ],
];

const { store, sample } = await sampled(fromWire(...randomRecords(12_000, 11)));
const submissions = Array.from(sample.columns.numbers, (number) => store.at(number));
const [commonest = 0] = sample.columns.policyOf;

function endOf(came: string): End {
  return came === 'approved' || came === 'rejected' ? came : 'open';
}

describe('two policies side by side and the obvious way to compare them', () => {
  for (const [thresholds, others] of pairs) {
    for (const asRecorded of [false, true]) {
      for (const policy of [undefined, commonest]) {
        const trial: Trial = { thresholds, asRecorded, policy };
        const named = `${thresholds.join(', ')} and ${others.join(', ')}${asRecorded ? ', what has no score as recorded' : ''}`;

        it(`count and find the same under ${named}${policy === undefined ? '' : ', of one policy alone'}`, async () => {
          const { columns } = sample;
          const counts = await compare(columns, trial, others, new AbortController().signal);
          for (const triedEnd of ends) {
            for (const otherEnd of ends) {
              const expected = submissions.flatMap((submission, place) => {
                const isCounted = policy === undefined || columns.policyOf[place] === policy;
                const came = (under: Thresholds) => endOf(obviously(submission, policyWith(under), asRecorded));
                return isCounted && came(thresholds) === triedEnd && came(others) === otherEnd ? [place] : [];
              });
              assert.equal(counts?.[triedEnd][otherEnd], expected.length);
              assert.deepEqual(placesApart(columns, trial, others, [triedEnd, otherEnd]), expected);
            }
          }
        });
      }
    }
  }

  it('end when nobody waits for them any more', async () => {
    const [[thresholds, others] = [[], []]] = pairs;
    const trial = { thresholds, asRecorded: false, policy: undefined };
    assert.equal(await compare(sample.columns, trial, others, AbortSignal.abort()), undefined);
  });
});

describe('what is said of two policies side by side', () => {
  const policy = { faceSimilarity_threshold: 85 };
  const scores = [95, 90, 84, 80, 75, undefined];
  const records = scores.map((score) => ({ auth_status: 'approved', policy, result: { face_similarity: score } }));
  const compared = [78, 0, 0, 0, 0];

  it('is nothing until another policy is chosen', async () => {
    const view = await tried(await viewed(storeOf(records)));
    assert.equal(view.comparison, undefined);
    assert.deepEqual(
      view.checks.map((check) => check.compared),
      [undefined, undefined, undefined, undefined, undefined],
    );
  });

  it('is how many come to what under both, and which come to something else', async () => {
    const { comparison, checks, announcement } = await tried(await viewed(storeOf(records)), [92, 0, 0, 0, 0], {
      compared,
    });
    const cells = (rows: readonly TableRow[]) => rows.map((row) => row.cells.map(textOf).join(' | '));
    assert.deepEqual(cells(comparison?.sides.rows ?? []), [
      'Would be approved | 1 · 17 % | 4 · 67 %',
      'Would be rejected | 4 · 67 % | 1 · 17 %',
      'Cannot be decided | 1 · 17 % | 1 · 17 %',
    ]);
    assert.deepEqual(cells(comparison?.differences.rows ?? []), ['Approved → rejected | 0', 'Rejected → approved | 3']);
    assert.equal(
      comparison?.note,
      'Compared: face similarity 78, face cover off, head cover off, passive liveness off, active liveness off',
    );
    assert.equal(checks[0]?.marks.compared, 'compared 78');
    assert.match(announcement, /0 approved as tried would be rejected as compared, 3 the other way round\.$/);
  });

  it('opens just the submissions that it counts', async () => {
    const all = await viewed(storeOf(records));
    const { view, marks } = await triedWithMarks(all, [92, 0, 0, 0, 0], { compared });
    const opened = (view.comparison?.differences.rows ?? []).map(({ mark }) => {
      const target = mark && marks.targetOf(mark.key);
      const matches = target?.kind === 'found' ? matcherOf(target.find(), margin) : () => false;
      return numbersIn(all.store).filter((number) => matches(all.store.at(number))).length;
    });
    assert.deepEqual(opened, [0, 3]);
  });

  it('is in what is copied as Markdown', async () => {
    const all = await viewed(storeOf(records));
    const text = markdownOf(all.view, await tried(all, [92, 0, 0, 0, 0], { compared }));
    assert.ok(text.includes('| Check | Newest policy | Tried | Compared | Effect |'));
    assert.ok(text.includes('| Would be approved | 1 · 17 % | 4 · 67 % |'));
    assert.ok(text.includes('| Rejected → approved | 3 |'));
  });
});
