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
    const buttons = ['showInTree', 'followTree'];
    const tree = 'The tree shows: id contains “mine-1”';
    assert.deepEqual(scopeIn(posted.at(-1)), [3, 'All that is loaded', tree, buttons]);
    assert.deepEqual(painter.filter, {});
    await painter.followTree();
    assert.deepEqual(scopeIn(posted.at(-1)), [
      1,
      'Only id contains “mine-1”',
      undefined,
      ['clearFilters', 'lookAtAll'],
    ]);
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
    assert.equal(painter.filter, one);
    await show(page, others);
    assert.deepEqual(scopeIn(posted.at(-1)).slice(0, 3), [2, undefined, undefined]);
    assert.deepEqual(painter.filter, {});
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

  it('can be all that is loaded, or a filter of its own, while the tree keeps its own', async () => {
    const page = painting(filtered(some, { ...one, statuses: ['rejected'] }));
    const { painter, posted } = page;
    await painter.update();
    const chips = () => {
      const last = posted.at(-1);
      return last?.kind === 'insights' ? last.view.filter?.conditions.map(({ remove }) => remove) : undefined;
    };
    assert.deepEqual(chips(), ['Remove: id contains “mine-1”', 'Remove: Rejected']);
    await painter.lookAt({ statuses: ['rejected'] });
    const tree = 'The tree shows: id contains “mine-1”, Rejected';
    const buttons = ['showInTree', 'followTree', 'lookAtAll'];
    assert.deepEqual(scopeIn(posted.at(-1)), [3, 'Only Rejected', tree, buttons]);
    assert.deepEqual(chips(), ['Remove: Rejected']);
    await painter.lookAt(noFilter);
    assert.deepEqual(scopeIn(posted.at(-1)), [3, 'All that is loaded', tree, ['showInTree', 'followTree']]);
    await show(page, some);
    await show(page, filtered(some, two));
    assert.deepEqual(scopeIn(posted.at(-1)).slice(0, 3), [1, 'Only id contains “mine-2”', undefined]);
  });

  it('can be the submissions checked under the newest policy, where there is another one', async () => {
    const older = { ...lowOnes(2, 'older')[0], auth_id: 'older', create_time: '2025-01-01T00:00:00Z', policy: {} };
    const page = painting(await loadedState([...lowOnes(3, 'mine'), older]));
    const { painter, posted } = page;
    await painter.update();
    assert.deepEqual(scopeIn(posted.at(-1)), [4, 'All that is loaded', undefined, ['lookAtNewestPolicy']]);
    await painter.lookAtNewestPolicy();
    const buttons = ['showInTree', 'followTree'];
    assert.deepEqual(scopeIn(posted.at(-1)), [3, 'Only one policy', 'The tree shows: all that is loaded', buttons]);
    const mark = painter.painted?.view.codes.rows[0]?.mark.key ?? '';
    const target = painter.painted?.marks[0]?.targetOf(mark);
    assert.ok(target?.kind === 'some' && target.filter.policy !== undefined);
  });
});
