import assert from 'node:assert/strict';
import { diceFor } from '../../../src/demo/random.ts';
import { textOf } from '../../../src/insights/cells.ts';
import type { Slice } from '../../../src/insights/insightsParts.ts';
import { checksOf, spelledCode } from '../../../src/submissions/model/checks.ts';
import { findingKindsOf } from '../../../src/submissions/model/findings.ts';
import { policyKey, scoredKinds } from '../../../src/submissions/model/readings.ts';
import type { Submission } from '../../../src/submissions/model/submission.ts';
import { findingKindTitle } from '../../../src/submissions/words/filterWords.ts';
import { numbersIn } from '../submissions/stored.ts';
import { randomRecords } from './randomRecords.ts';
import { margin, storeOf, viewed } from './viewed.ts';

const days = 60;
const first = Date.UTC(2026, 0, 1) / 86_400_000;

// All of sixty days but the last five, one from 2099, forty policies with fractional thresholds, scores of exactly 100.
const records = randomRecords(4000, 21).map((record, at) => {
  const dice = diceFor(99, at);
  const time = at === 7 ? Date.UTC(2099, 0, 1) : (first + dice() * (days - 5)) * 86_400_000;
  const policy = { faceSimilarity_threshold: 60.5 + Math.floor(dice() * 40) / 2, occluded_threshold: false };
  return {
    ...record,
    ...('create_time' in record && { create_time: new Date(time).toISOString() }),
    policy,
    ...(at % 50 === 0 && { result: { face_similarity: 100 }, auth_status: 'approved' }),
  };
});
const store = storeOf(records);
const asked = { from: first, to: first + days - 1 };
const { view } = await viewed(store, undefined, Infinity, asked);
const submissions = numbersIn(store).map((number) => store.at(number));
const kept = submissions.filter(({ deleted }) => !deleted);

function seriesOf({ status }: Submission): string {
  return status === 'approved' || status === 'rejected' ? status : 'other';
}

function countsOf(slices: readonly Slice[]): Record<string, number> {
  return Object.fromEntries(slices.map(({ series, count }) => [series, count]));
}

function counted<T>(values: readonly T[]): Map<T, number> {
  return new Map([...Map.groupBy(values, (value) => value)].map(([value, { length }]) => [value, length]));
}

describe('the numbers of the charts, beside those of plain loops over random records', () => {
  it('are the outcomes of each day that was asked for, the silent ones at the end too', () => {
    assert.equal(view.days.bars.length, days);
    for (const [bar, slices] of view.days.bars.entries()) {
      const own = kept.filter(({ createdAt = Number.NaN }) => Math.floor(createdAt / 86_400_000) === first + bar);
      assert.deepEqual(countsOf(slices), Object.fromEntries(counted(own.map(seriesOf))));
    }
    assert.deepEqual(view.days.bars.slice(-5).flat(), []);
    assert.equal(textOf(view.days.table.rows[0]?.cells[0] ?? ''), '1 Jan 2099');
  });

  it('are the fail codes of the rejected, each once for a submission', () => {
    const rejected = kept.filter(({ status }) => status === 'rejected');
    const codes = counted(rejected.flatMap(({ failCodes }) => [...new Set(failCodes.map(spelledCode))]));
    const found = new Map(view.codes.rows.map(({ name, count }) => [name.replace(' · unknown', ''), count]));
    assert.equal(found.get('No code at all'), rejected.filter(({ failCodes }) => failCodes.length === 0).length);
    found.delete('No code at all');
    assert.deepEqual(found, codes);
    const order = view.codes.rows.map(({ count }) => count);
    assert.deepEqual(
      order,
      order.toSorted((one, other) => other - one),
    );
  });

  it('are the scores of each point, exactly 100 in the last', () => {
    for (const [check, kind] of scoredKinds.entries()) {
      for (const [bin, slices] of (view.scores.checks[check]?.bins ?? []).entries()) {
        const own = kept.filter(({ measured: { [kind]: score } }) =>
          typeof score === 'number' ? score >= bin && (score < bin + 1 || (bin === 99 && score === 100)) : false,
        );
        assert.deepEqual(countsOf(slices), Object.fromEntries(counted(own.map(seriesOf))));
      }
    }
    assert.ok((view.scores.checks[0]?.bins[99]?.length ?? 0) > 0);
  });

  it('are the submissions of each of forty policies', () => {
    const counts = [...counted(kept.map(({ policy }) => policyKey(policy))).values()];
    const found = view.policies.rows.map(({ cells }) => cells.at(-3));
    assert.deepEqual(
      found.map((cell) => (typeof cell === 'object' ? cell.value : undefined)).toSorted(byNumber),
      counts.toSorted(byNumber),
    );
    assert.equal(view.policies.rows.length, 40);
  });

  it('are the near misses, the nearest below and above first', () => {
    const margins = kept
      .flatMap((submission) => checksOf(submission).map((check) => check.margin))
      .filter((one) => one !== undefined)
      .filter((one) => Math.abs(one) <= margin + 1e-9);
    const below = margins.filter((one) => one < 0).toSorted((one, other) => other - one);
    const above = margins.filter((one) => one >= 0).toSorted(byNumber);
    const found = view.nearMisses.rows.map(({ cells }) =>
      cells.slice(2, 4).map((cell) => (typeof cell === 'object' ? (cell.value ?? 0) : 0)),
    );
    assert.deepEqual(
      found.map(([score = 0, threshold = 0]) => score - threshold),
      [...below.slice(0, 10), ...above.slice(0, 10)],
    );
  });

  it('are the findings of each kind', () => {
    const expected = counted(submissions.flatMap((submission) => [...findingKindsOf(submission)]));
    assert.deepEqual(
      new Map(view.findings.rows.map(({ name, count }) => [name, count])),
      new Map([...expected].map(([kind, count]) => [findingKindTitle(kind), count])),
    );
  });
});

function byNumber(one: number | undefined, other: number | undefined): number {
  return (one ?? 0) - (other ?? 0);
}
