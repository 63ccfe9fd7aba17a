import assert from 'node:assert/strict';
import { coverageOf } from '../../../src/editor/insights/coverage.ts';
import { usualArrangement } from '../../../src/session/arrangement.ts';
import { Collection } from '../../../src/session/collection.ts';
import type { Loaded } from '../../../src/session/loaded.ts';
import type { ProjectState } from '../../../src/session/state.ts';
import { dayNumber } from '../../../src/submissions/model/days.ts';
import { pageOf } from './pages.ts';
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

/** A list of two days, of whose older pages the service has more. */
async function begun(): Promise<Collection> {
  const collection = new Collection(usualArrangement);
  await collection.addPage(await pageOf([at('2026-06-12T08:00:00Z'), at('2026-06-10T20:00:00Z')], true));
  return collection;
}

function at(create_time: string): object {
  return { auth_id: create_time, create_time };
}

/** The first day that is whole, of the loaded ones. */
function firstWhole(loaded: Loaded): number | undefined {
  return coverageOf({ ...shown(undefined), loaded }, 'utc', now).whole?.from;
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

  it('stay as they are when submissions came ahead of the list', async () => {
    const collection = await begun();
    await collection.addNewer(await pageOf([at('2026-06-15T11:00:00Z')]));
    assert.equal(firstWhole(collection.loaded), day('2026-06-11'));
  });

  it('stay as they are after a page that tells no time', async () => {
    const collection = await begun();
    await collection.addPage(await pageOf([], true));
    await collection.addPage(await pageOf([{}, { auth_id: 'timeless' }], true));
    assert.equal(firstWhole(collection.loaded), day('2026-06-11'));
  });

  it('are none while the service has more and does not send the newest first, or tells no time at all', async () => {
    const ascending = await begun();
    await ascending.addPage(await pageOf([at('2026-06-13T08:00:00Z')], true));
    assert.equal(firstWhole(ascending.loaded), Infinity);
    const timeless = new Collection(usualArrangement);
    await timeless.addPage(await pageOf([{ auth_id: 'timeless' }], true));
    assert.equal(firstWhole(timeless.loaded), Infinity);
    await ascending.addPage(await pageOf([at('2026-06-01T08:00:00Z')]));
    assert.equal(firstWhole(ascending.loaded), -Infinity);
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
