import assert from 'node:assert/strict';
import { explain } from '../../../src/api/explain.ts';
import { emptinessOf } from '../../../src/session/headline.ts';
import { statusIcon } from '../../../src/session/row.ts';
import { rowsBelow } from '../../../src/session/rows.ts';
import type { State } from '../../../src/session/state.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { mostRows } from '../../../src/submissions/model/split.ts';
import { startService } from '../../service/service.ts';
import { failures } from '../../service/statuses.ts';
import { KEY } from '../api/asking.ts';
import { submissionOf } from '../submissions/fromWire.ts';
import { held, production, sessionAt, sessionOf, shownIn } from './opened.ts';
import { below, everyRow, labels, rowAt } from './tree.ts';

const time = '2026-12-31T20:45:06Z';

async function stateOf(...pages: readonly (readonly unknown[])[]): Promise<State> {
  const { session } = sessionOf(pages);
  await session.open(production);
  return session.state;
}

describe('the first rows', () => {
  it('are none without a project, and one while the first page is being loaded', async () => {
    assert.equal(rowsBelow({ kind: 'idle' }, unmasked).length, 0);
    const { session, states } = sessionOf([[{ auth_id: 'one' }]]);
    await session.open(production);
    assert.deepEqual(labels(below(states[0])), ['Loading…']);
  });

  it('are the statuses in their order, broken records, and the way to older ones', async () => {
    const statuses = ['', 'zebra', 'approved', 'rejected', 'alpha', 'approved'];
    const records = statuses.map((auth_status, index) => ({ auth_id: `id${index}`, auth_status }));
    const state = await stateOf([...records, null, 5], []);
    assert.deepEqual(labels(below(state)), [
      'Rejected 1',
      'Approved 2',
      'alpha 1',
      'zebra 1',
      'No status 1',
      'Broken records 2',
      'Older submissions 6 loaded, more on the service',
    ]);
  });

  it('have what was looked up before all others', async () => {
    const { session } = sessionOf([[{ auth_id: 'one', auth_status: 'approved' }]]);
    await session.open(production);
    session.records.showLookedUp(production, submissionOf({ auth_id: 'two', auth_status: 'rejected' }));
    assert.deepEqual(labels(below(session.state)), ['Looked up 1', 'Approved 1']);
    assert.deepEqual(labels(below(session.state, 'Looked up')), ['two no fail code · no time']);
  });

  it('have no way to older ones when all are loaded', async () => {
    assert.deepEqual(labels(below(await stateOf([{ auth_id: 'one' }]))), ['No status 1']);
  });

  it('are those of the first page that is not empty', async () => {
    assert.deepEqual(labels(below(await stateOf([], [], [{ auth_id: 'one' }]))), ['No status 1']);
  });

  it('say that nothing new came, and not that there is nothing, where five pages were empty and there are more', async () => {
    const state = await stateOf([], [], [], [], [], [{ auth_id: 'one' }]);
    assert.equal(emptinessOf(state), 'none');
    assert.deepEqual(
      below(state).map(({ label }) => label),
      ['The last 5 answers brought nothing new, though the service says that there is more.'],
    );
  });
});

describe('what stands last', () => {
  it('is that the next page is being loaded, while it is', async () => {
    await using service = await startService({ size: 95, broken: false, keys: [KEY] });
    const { session, states } = sessionAt(service.baseUrl);
    await session.open(production);
    const older = below(session.state).at(-1);
    await session.loadOlder();
    const loading = below(states.at(-2)).at(-1);
    assert.deepEqual([older?.kind, older?.expandable], ['older', true]);
    assert.deepEqual([loading?.kind, loading?.expandable, loading?.label], ['loading', false, 'Loading…']);
    assert.equal(new Set([older?.id, loading?.id, below(session.state).at(-1)?.id]).size, 3);
  });

  it('is the failure in the place of the next page, with its remedy', async () => {
    await using service = await startService({ size: 95, broken: false, keys: [KEY] });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    service.inject(failures.denied);
    await session.loadOlder();
    const rows = below(session.state);
    const last = rows.at(-1);
    assert.ok(last?.kind === 'failure');
    assert.equal(last.label, explain(last.failure).summary);
    assert.equal(last.description, explain(last.failure).advice);
    assert.equal(
      rows.some(({ kind }) => kind === 'older'),
      false,
    );
    assert.equal(rows.filter(({ kind }) => kind === 'group').length, shownIn(session.state).loaded.groups.groups.size);
  });

  it('is the failure and what helps, alone, where the first page failed', async () => {
    await using service = await startService({ size: 5, keys: [KEY] });
    service.inject(failures.denied);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const [failed, ...others] = below(session.state);
    assert.ok(failed?.kind === 'failure' && failed.projectId === production.id);
    assert.deepEqual(others, []);
    assert.deepEqual(labels(below(session.state, failed.label)), ['Try Again', 'Copy Details', 'Show Log']);
  });

  it('is the failure of the first page where something looked up stands above it', async () => {
    await using service = await startService({ size: 5, keys: [KEY] });
    service.inject(failures.denied);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    session.records.showLookedUp(production, submissionOf({}));
    assert.deepEqual(
      below(session.state).map(({ kind }) => kind),
      ['lookedUp', 'failure'],
    );
  });

  it('is not there while a refresh of all that there is goes on', async () => {
    await using service = await startService({ size: 5, broken: false, keys: [KEY] });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const { fault, arrived, release } = held();
    service.inject(fault);
    const refreshing = session.refresh();
    await arrived;
    assert.equal(
      below(session.state).every(({ kind }) => kind === 'group'),
      true,
    );
    release();
    await refreshing;
  });
});

describe('the rows below a status', () => {
  it('are its days, newest first, and the way to more of it', async () => {
    const times = ['2026-12-30T00:00:00Z', undefined, time, '2026-12-30T10:00:00Z'];
    const records = times.map((create_time, index) => ({
      auth_id: `id${index}`,
      auth_status: 'rejected',
      create_time,
    }));
    const state = await stateOf(records, []);
    assert.deepEqual(labels(below(state, 'Rejected')), [
      '2026-12-31 1',
      '2026-12-30 2',
      'No time 1',
      'More rejected on the service',
    ]);
    const more = rowAt(state, 'Rejected', 'More rejected on the service');
    assert.ok(more.kind === 'moreOf' && more.status === 'rejected' && more.expandable);
    assert.equal(rowsBelow(state, unmasked, more).length, 0);
  });

  it('have no way to more of it when all are loaded', async () => {
    const state = await stateOf([{ auth_id: 'one', auth_status: 'rejected', create_time: time }]);
    assert.deepEqual(labels(below(state, 'Rejected')), ['2026-12-31 1']);
  });

  for (const [what, times, parts] of [
    ['by hour', ['08:00:00', '20:00:00'], ['20:00 500', '08:00 501']],
    ['by minute within one hour', ['08:00:00', '08:59:00'], ['08:59 500', '08:00 501']],
    [
      'as received within one minute',
      ['08:00:00', '08:00:59'],
      ['1 to 1,000, as received 1,000', '1,001 to 1,001, as received 1'],
    ],
  ] as const) {
    const records = (count: number): readonly object[] =>
      Array.from({ length: count }, (_, index) => ({
        auth_id: `id${index}`,
        auth_status: 'rejected',
        create_time: `2026-12-31T${times[index % 2]}Z`,
      }));

    it(`are split ${what} where a day holds more than 1,000`, async () => {
      const state = await stateOf(records(mostRows + 1));
      const rows = below(state, 'Rejected', '2026-12-31');
      assert.deepEqual(labels(rows), parts);
      const counts = rows.map((row) => rowsBelow(state, unmasked, row).length);
      assert.equal(
        counts.reduce((sum, count) => sum + count, 0),
        mostRows + 1,
      );
    });

    it(`are not split ${what} where a day holds 1,000`, async () => {
      assert.equal(below(await stateOf(records(mostRows)), 'Rejected', '2026-12-31').length, 1000);
    });
  }

  it('lose none, on any level', async () => {
    await using service = await startService({ size: 2000, keys: [KEY] });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    while (shownIn(session.state).loaded.pages.length < 20) {
      await session.loadOlder();
    }
    const rows = everyRow(session.state);
    const { loaded } = shownIn(session.state);
    assert.equal(rows.filter(({ kind }) => kind === 'submission').length, loaded.count);
    assert.equal(rows.filter(({ kind }) => kind === 'broken').length, loaded.broken.length);
    for (const row of rows) {
      if (row.kind === 'group') {
        const leaves = everyRow(session.state, row).filter(({ kind }) => kind === 'submission');
        assert.equal(leaves.length, row.group.count);
        assert.equal(row.description, row.group.count.toLocaleString('en'));
      }
    }
  });
});

describe('the icon of a status', () => {
  it('differs in shape and in colour', () => {
    const icons = ['approved', 'rejected', 'anything'].map(statusIcon);
    assert.equal(new Set(icons.map(({ name }) => name)).size, 3);
    assert.equal(new Set(icons.map(({ color }) => color)).size, 3);
  });

  it('is the same for all that nobody documented', () => {
    assert.deepEqual(statusIcon('unknown'), statusIcon('Approved'));
  });
});
