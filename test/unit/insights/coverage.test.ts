import assert from 'node:assert/strict';
import { coverageOf } from '../../../src/editor/insights/coverage.ts';
import type { ProjectState } from '../../../src/session/state.ts';
import { dayNumber } from '../../../src/submissions/model/days.ts';
import { loadedState, lowOnes } from './painting.ts';

const state = await loadedState(lowOnes(1, 'one'));
const now = Date.UTC(2026, 5, 15, 12);
const today = dayNumber(now, 'utc');
const day = (text: string): number => Date.parse(text) / 86_400_000;

function shown(days: ProjectState['days'], more = false): ProjectState {
  if (state.kind === 'idle') {
    throw new Error('Nothing is shown.');
  }
  return { ...state, days, loaded: { ...state.loaded, more } };
}

describe('the days of which all submissions are known', () => {
  it('are all but today where everything is loaded', () => {
    assert.deepEqual(coverageOf(shown(undefined), 'utc', now), {
      asked: undefined,
      whole: { from: -Infinity, to: today - 1 },
    });
  });

  it('begin after the oldest loaded submission where the service has more', () => {
    // The records of the test are of 1 October 2025.
    assert.equal(coverageOf(shown(undefined, true), 'utc', now).whole?.from, day('2025-10-02'));
  });

  it('are the days that were asked for, as far as they are over', () => {
    const days = { from: '2026-06-01', to: '2026-06-10' };
    const range = { from: day('2026-06-01'), to: day('2026-06-10') };
    assert.deepEqual(coverageOf(shown(days), 'utc', now), { asked: range, whole: range });
    assert.deepEqual(coverageOf(shown({ ...days, to: '2026-06-30' }), 'utc', now), {
      asked: { ...range, to: today },
      whole: { ...range, to: today - 1 },
    });
  });

  it('are none of those yet to come', () => {
    assert.equal(coverageOf(shown({ from: '2027-01-01', to: '2027-01-02' }), 'utc', now).asked, undefined);
  });

  it('leave out the days of the zone that the days of the service begin or end within', () => {
    const days = { from: '2026-06-01', to: '2026-06-10' };
    const { asked, whole } = coverageOf(shown(days), 'local', now);
    assert.ok(asked && whole);
    const cut = (time: number): number => (dayNumber(time - 1, 'local') === dayNumber(time, 'local') ? 1 : 0);
    assert.deepEqual(
      [whole.from - asked.from, asked.to - whole.to],
      [cut(Date.parse('2026-06-01')), cut(Date.parse('2026-06-11'))],
    );
  });
});
