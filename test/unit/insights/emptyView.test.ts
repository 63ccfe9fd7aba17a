import assert from 'node:assert/strict';
import type { Failure } from '../../../src/api/failure.ts';
import { nothingLoaded, nothingToLookAt } from '../../../src/editor/insights/emptyView.ts';
import { usualArrangement } from '../../../src/session/arrangement.ts';
import { Collection } from '../../../src/session/collection.ts';
import type { Loaded } from '../../../src/session/loaded.ts';
import type { State } from '../../../src/session/state.ts';
import type { LoadedFilter } from '../../../src/submissions/model/filter.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { pageOf } from './pages.ts';

async function loaded(records: readonly object[], filter: LoadedFilter = {}, more = false): Promise<Loaded> {
  const collection = new Collection({ ...usualArrangement, filter });
  await collection.addPage(await pageOf(records, more));
  return collection.loaded;
}

function ready(shown: Loaded): State & { kind: 'ready' } {
  return {
    kind: 'ready',
    project: { id: 'p', name: 'Production' },
    days: undefined,
    loaded: shown,
    lookedUp: [],
    unread: false,
    unfinishedLoads: 0,
    readAt: undefined,
  };
}

const deleted = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, at) => ({ auth_id: `id${at}`, delete_check: true }));

describe('the page of insights that have nothing to show', () => {
  it('does not call days empty that were not read yet', () => {
    const { loaded: nothing } = new Collection(usualArrangement);
    assert.equal(nothingLoaded({ ...ready(nothing), unread: true }, unmasked).text, 'Loading submissions…');
  });

  it('leads back from a filter that lets through deleted submissions alone', async () => {
    const some = await loaded([...deleted(3), { auth_id: 'other' }], { deleted: true });
    const { text, buttons } = nothingToLookAt(some, 3);
    assert.match(text, /^What matches the filter is deleted \(3 of 4 loaded\)/);
    assert.deepEqual(
      buttons.map(({ action }) => action),
      ['clearFilters', 'fetchRange'],
    );
  });

  it('leads back from a filter that lets nothing through', async () => {
    const { text, buttons } = nothingToLookAt(await loaded(deleted(2), { kycId: 'a' }), 0);
    assert.equal(text, 'Of what is loaded (2 in all), no submission matches the filter.');
    assert.equal(buttons[0]?.action, 'clearFilters');
  });

  it('says that all are deleted, where there is no filter', async () => {
    const { text, buttons } = nothingToLookAt(await loaded(deleted(2)), 2);
    assert.equal(text, 'What is loaded is deleted (2 in all), and deleted submissions are left out.');
    assert.deepEqual(
      buttons.map(({ action }) => action),
      ['fetchRange'],
    );
  });

  it('says that what came cannot be read', async () => {
    const { text } = nothingLoaded(ready(await loaded([{ auth_status: 'approved' }, {}])), unmasked);
    assert.equal(text, 'None of what was loaded can be read. Broken records, listed in the tree: 2.');
  });

  it('says that there is more', async () => {
    const { text } = nothingLoaded(ready(await loaded([{}], {}, true)), unmasked);
    assert.match(text, /listed in the tree: 1\. There are older submissions, which are not loaded\.$/);
    assert.equal(
      nothingLoaded(ready(await loaded([], {}, true)), unmasked).text,
      'No submission is loaded. There are older submissions, which are not loaded.',
    );
  });

  it('says why the first page did not come, with what helps', async () => {
    const failure: Failure = { kind: 'keyNotAccepted', status: 403, message: 'Forbidden', traceId: 'trace-7' };
    const { text, buttons } = nothingLoaded({ ...ready(await loaded([])), kind: 'failed', failure }, unmasked);
    assert.match(text, /^Nothing is loaded\. .*HTTP 403, Forbidden, trace ID trace-7.* Replace the key/);
    assert.deepEqual(
      buttons.map(({ label }) => label),
      ['Replace API Key…', 'Try Again', 'Switch Project…', 'Copy Details', 'Show Log', 'Fetch a Range…'],
    );
  });

  it('says that there is nothing only where there is nothing, and speaks of days only where some were chosen', async () => {
    const state = ready(await loaded([]));
    assert.equal(nothingLoaded(state, unmasked).text, 'There are no submissions.');
    const days = { from: '2025-10-01', to: '2025-10-02' };
    assert.equal(nothingLoaded({ ...state, days }, unmasked).text, 'There are no submissions for these days.');
  });
});
