import assert from 'node:assert/strict';
import { demoRecords } from '../../../../src/demo/records.ts';
import { matcherOf } from '../../../../src/submissions/model/filter.ts';
import { findingKindTitle } from '../../../../src/submissions/words/filterWords.ts';
import {
  findingKinds,
  findingKindsOf,
  findingsOf,
  type FindingKind,
} from '../../../../src/submissions/model/findings.ts';
import { openDetail } from '../../../../src/submissions/store/openDetail.ts';
import type { Submission } from '../../../../src/submissions/model/submission.ts';
import { fields } from '../../demo/reading.ts';
import { fromWire, submissionOf } from '../fromWire.ts';

// The kinds of findings that the record's own page tells, under the names that the filter uses.
async function openedKinds(submission: Submission): Promise<string> {
  const kinds = findingsOf(await openDetail(submission)).map(({ kind }): FindingKind =>
    kind === 'endsBeforeStart' || kind === 'createdBeforeStartClick' ? 'timesOutOfOrder' : kind,
  );
  return [...new Set(kinds)].toSorted().join();
}

function quickKinds(submission: Submission): string {
  return [...findingKindsOf(submission)].toSorted().join();
}

function timed(
  create_time: string,
  startButtonClickTime: string,
  processes: readonly (readonly [string, string])[] = [],
): Submission {
  const cameraProcessInfo = processes.map(([processStartTime, processEndTime]) => ({
    processStartTime,
    processEndTime,
  }));
  return submissionOf({ create_time, signals: { startButtonClickTime, cameraProcessInfo } });
}

describe('the kinds of findings', () => {
  it('are those of the whole record, for every record of the demo', async () => {
    const met = new Map<string, number>();
    for (const seed of [1, 2]) {
      const demo = demoRecords({ seed, size: 2500, newest: Date.UTC(2027, 0, 15), broken: false });
      for (let index = 0; index < demo.size; index++) {
        const [submission] = fromWire(fields(demo.record(index)));
        assert.ok(submission);
        const quick = quickKinds(submission);
        assert.equal(quick, await openedKinds(submission), submission.id);
        met.set(quick, (met.get(quick) ?? 0) + 1);
      }
    }
    for (const kind of findingKinds) {
      assert.ok(
        [...met.keys()].some((kinds) => kinds.includes(kind)),
        `the demo has none of ${kind}`,
      );
    }
  });

  it('are those of the whole record at every edge of a score and its threshold', async () => {
    const thresholds = [undefined, 0, false, true, 0.5, 1, 5, 85, 100, 101, 'strict'];
    const scores = [undefined, -1, 0, 0.5, 1, 2, 84.9, 85, 85.1, 100, 100.1, true, 'high'];
    for (const liveness_threshold of thresholds) {
      for (const livenessScore of scores) {
        for (const auth_status of ['approved', 'rejected', 'pending']) {
          for (const fail_code of [[], ['Face_cover_fail'], ['liveness_fail']]) {
            const checked = { policy: { liveness_threshold }, result: { livenessScore } };
            const submission = submissionOf({ auth_status, fail_code, ...checked });
            const about = JSON.stringify({ liveness_threshold, livenessScore, auth_status, fail_code });
            assert.equal(quickKinds(submission), await openedKinds(submission), about);
          }
        }
      }
    }
  });

  for (const [what, submission, untimely] of [
    ['times in order', timed('2025-10-02T02:15:17.554Z', '2025-10-02T02:15:10.000Z'), false],
    ['a creation before the click', timed('2025-10-02T02:15:17.554Z', '2025-10-02T02:15:17.555Z'), true],
    ['a creation at the click', timed('2025-10-02T02:15:17.554Z', '2025-10-02T02:15:17.554Z'), false],
    ['times of different forms', timed('2025-10-02T02:15:17Z', '2025-10-02T02:15:17.500Z'), true],
    ['times of different zones', timed('2025-10-02T11:15:17+09:00', '2025-10-02T02:15:16Z'), false],
    ['a placeholder of the very form of a time', timed('2025-10-02T02:15:17.554Z', 'YYYY-MM-DDTHH:MM:SS.SSSZ'), false],
    ['a time that no calendar has', timed('2025-10-02T02:15:17.554Z', '2025-13-02T02:15:17.554Z'), false],
    ['the documented placeholders', timed('YYYY-MM-DD-HH-MM-SS-ZZZ', 'YYYY-MM-DD-HH-MM-SS-ZZZ'), false],
    ['midnight in its two forms', timed('2025-10-01T24:00:00.000Z', '2025-10-02T00:00:00.000Z'), false],
    [
      'a second process that ends before it starts',
      timed('2025-10-02T02:15:17.554Z', '', [
        ['2025-10-02T02:15:01.000Z', '2025-10-02T02:15:02.000Z'],
        ['2025-10-02T02:15:04.000Z', '2025-10-02T02:15:03.000Z'],
      ]),
      true,
    ],
    [
      'a process that ends at a placeholder',
      timed('2025-10-02T02:15:17.554Z', '', [['YYYY-MM-DDTHH:MM:SS.SSSZ', '2025-10-02T02:15:02.000Z']]),
      false,
    ],
  ] as const) {
    it(`tell ${untimely ? '' : 'nothing wrong with '}${what}`, async () => {
      assert.equal(findingKindsOf(submission).has('timesOutOfOrder'), untimely);
      assert.equal(quickKinds(submission), await openedKinds(submission));
    });
  }

  it('are what a filter asks for', () => {
    const submission = submissionOf({ auth_status: 'rejected' });
    assert.deepEqual(
      findingKinds.filter((kind) => matcherOf({ findings: [kind] }, 5)(submission)),
      ['rejectedWithoutCode'],
    );
  });

  it('have a title each', () => {
    assert.equal(new Set(findingKinds.map(findingKindTitle)).size, findingKinds.length);
  });
});
