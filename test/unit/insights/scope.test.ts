import assert from 'node:assert/strict';
import type { InsightsToPage } from '../../../src/protocol/insights.ts';
import type { State } from '../../../src/session/state.ts';
import { noFilter, type LoadedFilter } from '../../../src/submissions/model/filter.ts';
import { staging } from '../session/opened.ts';
import { loadedState, lowOnes, painting, type Painting } from './painting.ts';

const some = await loadedState(lowOnes(3, 'mine'));
const others = await loadedState(lowOnes(2, 'theirs'), staging);
const one: LoadedFilter = { idPart: 'mine-1' };
const two: LoadedFilter = { idPart: 'mine-2' };

// The same loaded submissions under another filter of the tree.
function filtered(state: State, filter: LoadedFilter): State {
  if (state.kind === 'idle') {
    return state;
  }
  const { loaded } = state;
  return { ...state, loaded: { ...loaded, matching: 1, arrangement: { ...loaded.arrangement, filter } } };
}

/** How many submissions the page is about, what it says of that, and what it offers. */
function scopeIn(message: InsightsToPage | undefined): readonly unknown[] {
  if (message?.kind !== 'insights') {
    return [message?.kind];
  }
  const { codes, filter } = message.view;
  return [codes.rows[0]?.count, filter?.text, filter?.tree, filter?.buttons.map(({ action }) => action)];
}

async function show({ painter, outside }: Painting, state: State): Promise<void> {
  outside.state = state;
  await painter.update();
}

describe('what the insights are about', () => {
  it('stays when a mark sets a filter of the tree, is said, and can follow the tree', async () => {
    const page = painting(some);
    const { painter, posted } = page;
    await painter.update();
    painter.keepScope();
    await painter.update();
    await show(page, filtered(some, one));
    const buttons = ['filterBefore', 'followTree'];
    const tree = 'The tree shows: id contains “mine-1”';
    assert.deepEqual(scopeIn(posted.at(-1)), [3, 'All that is loaded', tree, buttons]);
    assert.deepEqual(painter.filterBefore, {});
    await painter.followTree();
    assert.deepEqual(scopeIn(posted.at(-1)), [1, 'Only id contains “mine-1”', undefined, ['clearFilters']]);
    assert.equal(painter.filterBefore, undefined);
  });

  it('is the filter that the tree had, where it had one, and of its project alone', async () => {
    const page = painting(filtered(some, one));
    const { painter, posted } = page;
    await painter.update();
    painter.keepScope();
    await show(page, some);
    assert.deepEqual(scopeIn(posted.at(-1)).slice(0, 3), [
      1,
      'Only id contains “mine-1”',
      'The tree shows: all that is loaded',
    ]);
    assert.equal(painter.filterBefore, one);
    await show(page, others);
    assert.deepEqual(scopeIn(posted.at(-1)).slice(0, 3), [2, undefined, undefined]);
    assert.equal(painter.filterBefore, undefined);
  });

  it('goes by the tree again once that is back at the filter before', async () => {
    const page = painting(some);
    const { painter, posted } = page;
    await painter.update();
    painter.keepScope();
    await show(page, filtered(some, one));
    await show(page, filtered(some, noFilter));
    assert.deepEqual(scopeIn(posted.at(-1)).slice(0, 3), [3, undefined, undefined]);
    await show(page, filtered(some, two));
    assert.deepEqual(scopeIn(posted.at(-1)).slice(0, 3), [1, 'Only id contains “mine-2”', undefined]);
  });

  it('is not looked at again when only the tree changes: marks of the page still open what they did', async () => {
    const page = painting(some);
    const { painter } = page;
    await painter.update();
    const mark = painter.painted?.view.codes.rows[0]?.mark.key ?? '';
    painter.keepScope();
    await show(page, filtered(some, one));
    assert.equal(painter.painted?.view.codes.rows[0]?.mark.key, mark);
    assert.deepEqual(painter.painted?.marks[0]?.targetOf(mark), {
      kind: 'some',
      filter: { statuses: ['rejected'], failCodes: ['face_compare_underscore'] },
    });
  });
});
