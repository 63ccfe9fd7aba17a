import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Failure } from '../../../src/api/failure.ts';
import { nextPause, usualPatience } from '../../../src/api/retry.ts';
import { everyFailure } from './everyFailure.ts';

const now = Date.UTC(2027, 0, 15);

/** A failure with `Retry-After` in seconds. */
function asking(seconds: number, kind: 'rateLimited' | 'serviceDown' = 'rateLimited'): Failure {
  return { kind, status: 429, retryAt: now + seconds * 1000 };
}

describe('the next pause', () => {
  const exporting = { ...usualPatience, attempts: 8, longestPause: 600_000 };
  const down: Failure = { kind: 'serviceDown', status: 503 };

  for (const [what, failure, attempt, patience, random, expected] of [
    ['a service that is down', down, 1, usualPatience, 1, 500],
    ['a service that is down, at the least', down, 1, usualPatience, 0, 250],
    ['a second failure', down, 2, usualPatience, 1, 1000],
    ['a third failure', down, 3, usualPatience, 1, 2000],
    ['the last attempt', down, 4, usualPatience, 1, undefined],
    ['a wait of no time', asking(0), 1, usualPatience, 1, 250],
    ['a wait that is over', asking(-5), 1, usualPatience, 1, 250],
    ['a wait of a second', asking(1), 1, usualPatience, 1, 1250],
    ['a wait just below the limit', asking(59), 1, usualPatience, 1, 59_250],
    ['a wait at the limit', asking(60), 1, usualPatience, 1, 60_250],
    ['a wait at the limit of an outage', asking(60, 'serviceDown'), 3, usualPatience, 1, 61_000],
    ['a wait just over the limit', asking(60.001), 1, usualPatience, 1, undefined],
    ['a wait at the limit of an export', asking(600), 1, exporting, 0, 600_125],
    ['a wait over the limit of an export', asking(601), 1, exporting, 0, undefined],
    ['a backoff beyond the limit', down, 7, { ...exporting, longestPause: 5000 }, 1, 5000],
  ] as const) {
    it(`after ${what} is ${expected ?? 'none'}`, () => {
      assert.equal(nextPause(failure, attempt, patience, now, random), expected);
    });
  }

  it('is there for what may pass by itself, and for nothing else', () => {
    const passing = Object.entries(everyFailure)
      .filter(([, failure]) => nextPause(failure, 1, { ...usualPatience, longestPause: Infinity }) !== undefined)
      .map(([reason]) => reason);
    assert.deepEqual(passing, [
      'rateLimited',
      'serviceDown',
      'unreachable.name',
      'unreachable.refused',
      'unreachable.reset',
      'unreachable.network',
    ]);
    assert.ok(nextPause({ ...everyFailure.errorAnswer, timedOut: true } as Failure, 1, usualPatience) !== undefined);
  });

  it('is never shorter than the service asks for, and there for every wait up to the limit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: 1, max: 3 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (wait, attempt, random) => {
          const pause = nextPause(asking(wait / 1000), attempt, usualPatience, now, random);
          assert.ok(pause !== undefined && pause >= wait && pause <= wait + 2000);
        },
      ),
    );
  });

  it('may be none after fewer attempts for some failures', () => {
    const patience = { ...usualPatience, attemptsFor: ({ kind }: Failure) => (kind === 'serviceDown' ? 2 : undefined) };
    const pauses = (failure: Failure): readonly boolean[] =>
      [1, 2, 3, 4].map((attempt) => nextPause(failure, attempt, patience) !== undefined);
    assert.deepEqual(pauses(everyFailure.serviceDown), [true, false, false, false]);
    assert.deepEqual(pauses(everyFailure['unreachable.reset']), [true, true, true, false]);
  });
});
