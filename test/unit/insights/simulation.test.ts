import assert from 'node:assert/strict';
import { isContradicting } from '../../../src/insights/columns.ts';
import { estimate, failuresOf } from '../../../src/insights/judge.ts';
import type { Sample } from '../../../src/insights/sample.ts';
import type { Simulation } from '../../../src/insights/simulation.ts';
import { placesOf } from '../../../src/insights/verdicts.ts';
import type { Thresholds } from '../../../src/insights/thresholds.ts';
import { checksOf } from '../../../src/submissions/model/checks.ts';
import { findingKindsOf } from '../../../src/submissions/model/findings.ts';
import { scoredKinds } from '../../../src/submissions/model/readings.ts';
import type { Store } from '../../../src/submissions/store/store.ts';
import type { Submission } from '../../../src/submissions/model/submission.ts';
import { fromWire } from '../submissions/fromWire.ts';
import { failedUnder, obviously, policyWith } from './obvious.ts';
import { randomRecords } from './randomRecords.ts';
import { sampled } from './sampled.ts';
import { simulated, type Way } from './simulated.ts';

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

function countBy(texts: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(texts, (text) => text)].map(([text, { length }]) => [text, length]));
}

const count = 12_000;
const { store, sample } = await sampled(fromWire(...randomRecords(count, 7)));
const submissions = placed(sample, store);

// How submissions are held against thresholds; the policy is the one that most of the records have.
const perPolicy = [...Map.groupBy(sample.columns.policyOf, (policy) => policy)];
const [[commonest] = [0]] = perPolicy.toSorted(([, one], [, other]) => other.length - one.length);
const ways = [
  { asRecorded: false, policy: undefined, name: '' },
  { asRecorded: true, policy: undefined, name: ', what has no score as recorded' },
  { asRecorded: false, policy: commonest, name: ', of one policy alone' },
  { asRecorded: true, policy: commonest, name: ', of one policy alone, what has no score as recorded' },
] as const satisfies readonly Way[];

/** What the estimates come to, whatever was recorded. */
function estimatesIn({ counts }: Simulation): Record<string, number> {
  const { status, occlusion, unknownCode, noScore, implausible } = counts;
  const approved = counts.toApproved + counts.staysApproved + counts.contradictingApproved;
  const rejected = counts.toRejected + counts.staysRejected + counts.contradictingRejected;
  const all = { approved, rejected, status, occlusion, unknownCode, noScore, implausible };
  return Object.fromEntries(Object.entries(all).filter(([, many]) => many > 0));
}

describe('the simulator and the obvious way to do it', () => {
  it('take the same submissions: all that are not deleted', () => {
    assert.equal(submissions.length + sample.deleted, count);
    assert.ok(sample.deleted > 100 && submissions.every(({ deleted }) => !deleted));
  });

  for (const way of ways) {
    // Those that count in this way, with their places.
    const counted = submissions
      .map((submission, place) => ({ submission, place }))
      .filter(({ place }) => way.policy === undefined || sample.columns.policyOf[place] === way.policy);

    for (const thresholds of tried) {
      const named = `${thresholds.join(', ')}${way.name}`;
      const policy = policyWith(thresholds);
      const trial = { thresholds, ...way };

      it(`say the same of every record under ${named}`, async () => {
        const expected = counted.map(({ submission }) => obviously(submission, policy, way.asRecorded));
        const { columns } = sample;
        assert.deepEqual(
          counted.map(({ place }) => estimate(columns, place, failuresOf(columns, place, trial))),
          expected,
        );
        assert.deepEqual(countBy(expected), estimatesIn(await simulated(columns, thresholds, 10, way)));
      });

      it(`flip the same records under ${named}, the nearest first`, async () => {
        const flips = counted.flatMap(({ submission, place }) => {
          const to = obviously(submission, policy, way.asRecorded);
          const isDecided = to === 'approved' || to === 'rejected';
          const isFlip = isDecided && to !== submission.status && !contradictsItself(submission, way.asRecorded);
          const deciding = isFlip ? failedUnder(submission, to === 'rejected' ? policy : submission.policy) : [];
          const margins = deciding.map(({ margin }) => -(margin ?? 0));
          return isFlip ? [{ place, to, distance: margins.length === 0 ? Infinity : Math.max(...margins) }] : [];
        });
        const simulation = await simulated(sample.columns, thresholds, flips.length + 1, way);
        const nearestFirst = flips.toSorted((one, other) =>
          one.distance === other.distance ? one.place - other.place : one.distance - other.distance,
        );
        assert.deepEqual(
          simulation.flips.map(({ place, to }) => [place, to]),
          nearestFirst.map(({ place, to }) => [place, to]),
        );
        assert.deepEqual(
          [simulation.counts.toApproved, simulation.counts.toRejected],
          ['approved', 'rejected'].map((status) => flips.filter(({ to }) => to === status).length),
        );
        assert.deepEqual(
          placesOf(sample.columns, trial, ['toApproved', 'toRejected']),
          flips.map(({ place }) => place),
        );
        const { flips: few } = await simulated(sample.columns, thresholds, 5, way);
        assert.deepEqual(few, simulation.flips.slice(0, 5));
      });

      it(`tell the same of each check under ${named}`, async () => {
        const known = counted.filter(({ submission: { status } }) => status === 'approved' || status === 'rejected');
        const failing = known.map(({ submission }) =>
          failedUnder(submission, policy, way.asRecorded).map(({ kind }) => kind),
        );
        const { checks } = await simulated(sample.columns, thresholds, 0, way);
        assert.deepEqual(
          checks.map(({ failed, alone }) => [failed, alone]),
          scoredKinds.map((kind) => {
            const of = failing.filter((kinds) => kinds.includes(kind));
            return [of.length, of.filter((kinds) => kinds.length === 1).length];
          }),
        );
      });

      it(`count apart what contradicts itself under ${named}`, async () => {
        const decided = counted.filter(({ submission }) =>
          ['approved', 'rejected'].includes(obviously(submission, policy, way.asRecorded)),
        );
        const { contradictingApproved, contradictingRejected } = (await simulated(sample.columns, thresholds, 0, way))
          .counts;
        const expected = decided.filter(({ submission }) => contradictsItself(submission, way.asRecorded));
        assert.equal(contradictingApproved + contradictingRejected, expected.length);
      });
    }
  }

  for (const asRecorded of [false, true]) {
    it(`draw the same curves${asRecorded ? ' with what has no score as recorded' : ''}`, async () => {
      const few = await sampled(submissions.slice(0, 400));
      const known = placed(few.sample, few.store).filter(
        ({ status }) => status === 'approved' || status === 'rejected',
      );
      const [thresholds = []] = tried;
      const way = { asRecorded, policy: undefined, name: '' };
      const { checks } = await simulated(few.sample.columns, thresholds, 0, way);
      for (const [index, { curve }] of checks.entries()) {
        const expected = Array.from({ length: 101 }, (_, threshold) => {
          const policy = policyWith(thresholds.with(index, threshold));
          return known.filter((submission) => failedUnder(submission, policy, asRecorded).length > 0).length;
        });
        assert.deepEqual(curve, expected);
      }
    }).timeout(30_000);
  }

  it('reproduce under its own policy what came of every record that they can decide, unless it has a finding', () => {
    const wrong = submissions.filter((_, place) => isContradicting(sample.columns, place, false));
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
      submissions.filter((_, place) => isContradicting(sample.columns, place, false)).map(why),
      submissions.filter((submission) => contradictsItself(submission)).map(why),
    );
    // An approval whose score is too low is a finding, and always contradicts.
    const approvedButFailed = submissions.filter((submission) => findingKindsOf(submission).has('approvedButFailed'));
    assert.ok(approvedButFailed.length > 100 && approvedButFailed.every((submission) => contradictsItself(submission)));
  });
});

// Its recorded outcome is not what its own policy makes of its scores.
function contradictsItself(submission: Submission, asRecorded = false): boolean {
  const came = obviously(submission, submission.policy, asRecorded);
  return (came === 'approved' || came === 'rejected') && came !== submission.status;
}

function why(submission: Submission): string {
  const checks = checksOf(submission).map(({ kind, threshold, measured, reported }) =>
    [kind, measured, threshold, reported].join(' '),
  );
  return `${submission.id} ${submission.status}: ${checks.join('; ')}`;
}
