import assert from 'node:assert/strict';
import { isShowing } from '../../../src/editor/insights/isShowing.ts';
import { usualArrangement } from '../../../src/session/arrangement.ts';
import { Collection } from '../../../src/session/collection.ts';
import { production, staging } from '../session/opened.ts';

const days = { from: '2025-10-01', to: '2025-10-31' };
const shown = {
  project: production,
  days,
  loaded: new Collection(usualArrangement).loaded,
  lookedUp: [],
  unread: false,
  unfinishedLoads: 0,
  readAt: undefined,
};

describe('a range that is fetched for the insights goes on after its first page', () => {
  it('while it is what is shown', () => {
    assert.equal(isShowing({ kind: 'ready', ...shown }, production, { ...days }), true);
  });

  it('not when another project was opened meanwhile', () => {
    assert.equal(isShowing({ kind: 'ready', ...shown, project: staging }, production, days), false);
    assert.equal(isShowing({ kind: 'idle' }, production, days), false);
  });

  it('not when other days were chosen meanwhile', () => {
    assert.equal(isShowing({ kind: 'ready', ...shown, days: undefined }, production, days), false);
    assert.equal(isShowing({ kind: 'ready', ...shown, days: { ...days, to: '2025-10-30' } }, production, days), false);
  });

  it('not when the first page failed, or something else is being loaded', () => {
    const failure = { kind: 'tooSlow', seconds: 1 } as const;
    assert.equal(isShowing({ kind: 'failed', ...shown, failure }, production, days), false);
    assert.equal(isShowing({ kind: 'loading', wish: { kind: 'older' }, ...shown }, production, days), false);
  });
});
