import assert from 'node:assert/strict';
import type { Columns } from '../../../src/insights/columns.ts';
import { estimate, failuresOf } from '../../../src/insights/judge.ts';
import type { Sample } from '../../../src/insights/sample.ts';
import { simulate, type Simulation } from '../../../src/insights/simulation.ts';
import type { Thresholds } from '../../../src/insights/thresholds.ts';
import { checksOf } from '../../../src/submissions/model/checks.ts';
import { findingKindsOf } from '../../../src/submissions/model/findings.ts';
import { scoredKinds } from '../../../src/submissions/model/readings.ts';
import type { Store } from '../../../src/submissions/store/store.ts';
import type { Submission } from '../../../src/submissions/model/submission.ts';
import { fromWire, submissionOf } from '../submissions/fromWire.ts';
import { failedUnder, obviously, policyWith } from './obvious.ts';
import { randomRecords } from './randomRecords.ts';
import { sampled } from './sampled.ts';

const tried: readonly Thresholds[] = [
  [85, 0, 50, 60, 70],
  [0, 0, 0, 0, 0],
  [60.5, 60.5, 60.5, 60.5, 60.5],
  [100, 100, 100, 100, 100],
  [70, 85, 0, 0, 60],
];

// The submissions in the order of their places.
function placed({ columns }: Sample, store: Store): readonly Submission[] {
  return Array.from(columns.numbers, (number) => store.at(number));
}

async function simulated(columns: Columns, thresholds: Thresholds, mostFlips: number): Promise<Simulation> {
  const simulation = await simulate(columns, { thresholds, mostFlips, signal: new AbortController().signal });
  assert.ok(simulation);
  return simulation;
}

function countBy(texts: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(texts, (text) => text)].map(([text, { length }]) => [text, length]));
}

const count = 12_000;
const { store, sample } = await sampled(fromWire(...randomRecords(count, 7)));
const submissions = placed(sample, store);

describe('the simulator and the obvious way to do it', () => {
  it('take the same submissions: all that are not deleted', () => {
    assert.equal(submissions.length + sample.deleted, count);
    assert.ok(sample.deleted > 100 && submissions.every(({ deleted }) => !deleted));
  });

  for (const thresholds of tried) {
    it(`say the same of every record under ${thresholds.join(', ')}`, async () => {
      const policy = policyWith(thresholds);
      const expected = submissions.map((submission) => obviously(submission, policy));
      const { columns } = sample;
      assert.deepEqual(
        submissions.map((_, place) => estimate(columns, place, failuresOf(columns, place, thresholds))),
        expected,
      );
      const { approved, rejected, open } = await simulated(columns, thresholds, 10);
      assert.deepEqual(
        countBy(expected),
        Object.fromEntries(Object.entries({ approved, rejected, ...open }).filter(([, many]) => many > 0)),
      );
    });

    it(`flip the same records under ${thresholds.join(', ')}, the nearest first`, async () => {
      const policy = policyWith(thresholds);
      const flips = submissions.flatMap((submission, place) => {
        const to = obviously(submission, policy);
        const isDecided = to === 'approved' || to === 'rejected';
        const isFlip = isDecided && to !== submission.status && !contradictsItself(submission);
        const deciding = isFlip ? failedUnder(submission, to === 'rejected' ? policy : submission.policy) : [];
        const margins = deciding.map(({ margin }) => -(margin ?? 0));
        return isFlip ? [{ place, to, distance: margins.length === 0 ? Infinity : Math.max(...margins) }] : [];
      });
      const { toApproved, toRejected, flips: found } = await simulated(sample.columns, thresholds, flips.length + 1);
      const nearestFirst = flips.toSorted((one, other) =>
        one.distance === other.distance ? one.place - other.place : one.distance - other.distance,
      );
      assert.deepEqual(
        found.map(({ place, to }) => [place, to]),
        nearestFirst.map(({ place, to }) => [place, to]),
      );
      assert.deepEqual(
        [toApproved, toRejected],
        ['approved', 'rejected'].map((status) => flips.filter(({ to }) => to === status).length),
      );
      assert.deepEqual((await simulated(sample.columns, thresholds, 5)).flips, found.slice(0, 5));
    });

    it(`tell the same of each check under ${thresholds.join(', ')}`, async () => {
      const policy = policyWith(thresholds);
      const known = submissions.filter(({ status }) => status === 'approved' || status === 'rejected');
      const failing = known.map((submission) => failedUnder(submission, policy).map(({ kind }) => kind));
      const { checks } = await simulated(sample.columns, thresholds, 0);
      assert.deepEqual(
        checks.map(({ failed, alone }) => [failed, alone]),
        scoredKinds.map((kind) => {
          const of = failing.filter((kinds) => kinds.includes(kind));
          return [of.length, of.filter((kinds) => kinds.length === 1).length];
        }),
      );
    });
  }

  it('draw the same curves', async () => {
    const few = await sampled(submissions.slice(0, 400));
    const known = placed(few.sample, few.store).filter(({ status }) => status === 'approved' || status === 'rejected');
    const [thresholds = []] = tried;
    const { checks } = await simulated(few.sample.columns, thresholds, 0);
    for (const [index, { curve }] of checks.entries()) {
      const expected = Array.from({ length: 101 }, (_, threshold) => {
        const policy = policyWith(thresholds.with(index, threshold));
        return known.filter((submission) => failedUnder(submission, policy).length > 0).length;
      });
      assert.deepEqual(curve, expected);
    }
  }).timeout(30_000);

  it('reproduce under its own policy what came of every record that they can decide, unless it has a finding', () => {
    const wrong = submissions.filter((_, place) => sample.columns.contradicts[place] === 1);
    const explaining = [
      'rejectedWithoutCode',
      'reportedButPassed',
      'reportedButNotEnforced',
      'approvedButFailed',
    ] as const;
    const unexplained = wrong.filter((submission) => {
      const kinds = findingKindsOf(submission);
      return explaining.every((kind) => !kinds.has(kind));
    });
    assert.deepEqual(unexplained.map(why), []);
    assert.ok(wrong.length > 100);
  });

  it('find every record whose outcome contradicts its own policy, and no other', () => {
    assert.deepEqual(
      submissions.filter((_, place) => sample.columns.contradicts[place] === 1).map(why),
      submissions.filter(contradictsItself).map(why),
    );
    // An approval whose score is too low is a finding, and always contradicts.
    const approvedButFailed = submissions.filter((submission) => findingKindsOf(submission).has('approvedButFailed'));
    assert.ok(approvedButFailed.length > 100 && approvedButFailed.every(contradictsItself));
  });

  it('count apart what contradicts itself, whatever is tried', async () => {
    for (const thresholds of tried) {
      const policy = policyWith(thresholds);
      const decided = submissions.filter((one) => ['approved', 'rejected'].includes(obviously(one, policy)));
      const { contradicting } = await simulated(sample.columns, thresholds, 0);
      assert.equal(contradicting, decided.filter(contradictsItself).length);
    }
  });
});

// Its recorded outcome is not what its own policy makes of its scores.
function contradictsItself(submission: Submission): boolean {
  const came = obviously(submission, submission.policy);
  return (came === 'approved' || came === 'rejected') && came !== submission.status;
}

function why(submission: Submission): string {
  const checks = checksOf(submission).map(({ kind, threshold, measured, reported }) =>
    [kind, measured, threshold, reported].join(' '),
  );
  return `${submission.id} ${submission.status}: ${checks.join('; ')}`;
}

describe('what a simulation says', () => {
  const low = { auth_status: 'rejected', policy: { faceSimilarity_threshold: 85 }, result: { face_similarity: 71.4 } };

  it('names the score that decides, and the threshold that it was held against', async () => {
    const one = await sampled([submissionOf({ ...low, fail_code: ['face_compare_underscore'] })]);
    const { flips } = await simulated(one.sample.columns, [70, 0, 0, 0, 0], 1);
    assert.deepEqual(flips, [
      { place: 0, to: 'approved', by: { check: 'faceSimilarity', score: 71.4, threshold: 85 } },
    ]);
  });

  it('leaves what occlusion rejected open, until a score rejects it too', async () => {
    const one = await sampled([submissionOf({ ...low, fail_code: ['Face_Occluded_fail'] })]);
    assert.equal((await simulated(one.sample.columns, [70, 0, 0, 0, 0], 1)).open.occlusion, 1);
    assert.equal((await simulated(one.sample.columns, [72, 0, 0, 0, 0], 1)).rejected, 1);
  });

  it('takes an unknown code for a failure that no code is documented for', async () => {
    const liveness = { policy: { liveness_threshold: 60 }, result: { liveness_score: 40 } };
    const code = { fail_code: ['liveness_fail'] };
    const one = await sampled([submissionOf({ auth_status: 'rejected', ...liveness, ...code })]);
    assert.equal((await simulated(one.sample.columns, [0, 0, 0, 30, 0], 1)).toApproved, 1);
  });

  it('does not take an unknown code for the failure of a check that has a code of its own', async () => {
    const one = await sampled([submissionOf({ ...low, fail_code: ['Zz_new_code_2027'] })]);
    assert.equal((await simulated(one.sample.columns, [70, 0, 0, 0, 0], 1)).open.unknownCode, 1);
  });

  it('flips nothing while each record is held against its own policy', async () => {
    const approved = { ...low, auth_status: 'approved' };
    const one = await sampled([submissionOf(approved)]);
    const { toRejected, contradicting, flips } = await simulated(one.sample.columns, [85, 0, 0, 0, 0], 1);
    assert.deepEqual([toRejected, contradicting, flips], [0, 1, []]);
  });

  it('tells for each check how many lack its score', async () => {
    const records = [{}, { result: { face_similarity: 90 } }].map((one) => ({ auth_status: 'approved', ...one }));
    const some = await sampled(fromWire(...records.map((one, index) => ({ auth_id: `id${index}`, ...one }))));
    const { open, checks } = await simulated(some.sample.columns, [85, 0, 50, 0, 0], 0);
    assert.equal(open.noScore, 2);
    assert.deepEqual(
      checks.map(({ lacking }) => lacking),
      [1, 0, 2, 0, 0],
    );
  });

  it('leaves a rejection open whose code reports nothing that scores tell', async () => {
    const one = await sampled([submissionOf({ ...low, fail_code: ['face_compare_underscore', 'Zz_new_code_2027'] })]);
    assert.equal((await simulated(one.sample.columns, [70, 0, 0, 0, 0], 1)).open.unknownCode, 1);
  });

  it('is nothing about nothing', async () => {
    const one = await sampled([]);
    const { approved, rejected, flips, checks } = await simulated(one.sample.columns, [70, 0, 0, 0, 0], 1);
    assert.deepEqual([approved, rejected, flips.length, checks[0]?.curve[100]], [0, 0, 0, 0]);
  });
});
