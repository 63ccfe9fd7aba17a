import assert from 'node:assert/strict';
import type { Arrangement } from '../../../src/session/arrangement.ts';
import type { State } from '../../../src/session/state.ts';
import { groupings } from '../../../src/submissions/model/groups.ts';
import { startService } from '../../service/service.ts';
import { KEY } from '../api/asking.ts';
import { standingIn } from '../submissions/zone.ts';
import { production, sessionAt, sessionOf, shownIn } from './opened.ts';
import { below, everyRow, labels, rowAt } from './tree.ts';

const records = [
  { auth_id: 'a', auth_status: 'approved', create_time: '2027-01-15T10:00:00Z', kyc_submission_id: 'k1' },
  {
    auth_id: 'b',
    auth_status: 'rejected',
    create_time: '2027-01-15T09:00:00Z',
    kyc_submission_id: 'k1',
    fail_code: ['x', 'y'],
  },
  { auth_id: 'c', auth_status: 'rejected', create_time: '2027-01-14T23:00:00Z', fail_code: ['y'] },
  { auth_id: 'd', auth_status: 'pending', create_time: '2027-01-14T08:00:00Z', kyc_submission_id: 'k2' },
  { auth_id: 'e', auth_status: 'rejected', fail_code: ['z'], delete_check: true },
];

async function arranged(arrangement: Partial<Arrangement>, ...pages: readonly (readonly unknown[])[]): Promise<State> {
  const { session } = sessionOf(pages.length === 0 ? [records] : pages, arrangement);
  await session.open(production);
  return session.state;
}

describe('the rows by status', () => {
  it('are statuses, below them days, below them submissions', async () => {
    const state = await arranged({});
    assert.deepEqual(labels(below(state)), ['Rejected 3', 'Approved 1', 'pending 1']);
    assert.deepEqual(labels(below(state, 'Rejected')), ['2027-01-15 1', '2027-01-14 1', 'No time 1']);
    assert.deepEqual(labels(below(state, 'Rejected', '2027-01-14')), ['c 23:00:00 · y']);
  });
});

describe('the rows by day', () => {
  it('are days, the newest first, below them statuses in their order, below them submissions', async () => {
    const state = await arranged({ grouping: 'day' });
    assert.deepEqual(labels(below(state)), ['2027-01-15 2', '2027-01-14 2', 'No time 1']);
    assert.deepEqual(labels(below(state, '2027-01-15')), ['Rejected 1', 'Approved 1']);
    assert.deepEqual(labels(below(state, '2027-01-14')), ['Rejected 1', 'pending 1']);
    assert.deepEqual(labels(below(state, '2027-01-15', 'Approved')), ['a 10:00:00']);
    assert.deepEqual(labels(below(state, 'No time', 'Rejected')), ['e no time · deleted']);
  });

  it('have the icons of days and of statuses', async () => {
    const state = await arranged({ grouping: 'day' });
    assert.equal(rowAt(state, '2027-01-15').icon?.name, 'calendar');
    assert.equal(rowAt(state, '2027-01-15', 'Rejected').icon?.name, 'error');
  });

  it('offer more of a status only where the statuses stand at the top', async () => {
    const days = await arranged({ grouping: 'day' }, records, []);
    const statuses = await arranged({}, records, []);
    const kinds = (state: State): readonly string[] => everyRow(state).map(({ kind }) => kind);
    assert.equal(kinds(days).includes('moreOf'), false);
    assert.equal(kinds(statuses).filter((kind) => kind === 'moreOf').length, 3);
    assert.equal(below(days).at(-1)?.kind, 'older');
  });
});

describe('the rows by day in local time', () => {
  standingIn('Asia/Seoul');

  it('are the days of the machine', async () => {
    const state = await arranged({ grouping: 'day', zone: 'local' });
    assert.deepEqual(labels(below(state)), ['2027-01-15 3', '2027-01-14 1', 'No time 1']);
    assert.deepEqual(labels(below(state, '2027-01-15', 'Approved')), ['a 19:00:00']);
  });
});

describe('the rows by fail code', () => {
  it('are codes, the most frequent first, those without one last, below them submissions', async () => {
    const state = await arranged({ grouping: 'code' });
    assert.deepEqual(labels(below(state)), ['y 2', 'x 1', 'No fail code 3']);
    assert.deepEqual(labels(below(state, 'y')), ['b x, y · 2027-01-15 09:00:00', 'c y · 2027-01-14 23:00:00']);
    assert.deepEqual(labels(below(state, 'No fail code')), [
      'a 2027-01-15 10:00:00',
      'd pending · 2027-01-14 08:00:00',
      'e deleted · no time',
    ]);
  });

  it('tell what has a code from what has none by their icons', async () => {
    const state = await arranged({ grouping: 'code' });
    assert.deepEqual([rowAt(state, 'y').icon?.name, rowAt(state, 'No fail code').icon?.name], ['tag', 'circle-slash']);
  });

  it('keep a hostile code plain and short, and codes that imitate each other apart', async () => {
    const codes = ['a/b', 'a%2Fb', '\u202eabc', 'x'.repeat(10_000), ''];
    const state = await arranged(
      { grouping: 'code' },
      codes.map((code, index) => ({ auth_id: `id${index}`, fail_code: [code] })),
    );
    const rows = below(state);
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    assert.ok(rows.every(({ id, label }) => id.length < 1000 && label.length <= 200 && !label.includes('\u202e')));
  });
});

describe('the rows of any grouping', () => {
  for (const grouping of groupings) {
    it(`by ${grouping} have ids that differ and stay over further pages and a refresh`, async () => {
      await using service = await startService({ size: 400, keys: [KEY] });
      const { session } = sessionAt(service.baseUrl, { arrangement: { grouping } });
      await session.open(production);
      const idsNow = (): readonly string[] =>
        everyRow(session.state)
          .filter(({ kind }) => kind === 'group' || kind === 'submission' || kind === 'attempts')
          .map(({ id }) => id);
      const first = idsNow();
      await session.loadOlder();
      await session.loadOlder();
      const later = idsNow();
      assert.equal(new Set(later).size, later.length);
      const known = new Set(later);
      // When a KYC submission gains a second attempt, its row and the row of its first attempt keep their ids.
      assert.ok(first.every((id) => known.has(id)));
      await session.refresh();
      assert.equal(idsNow().join(), later.join());
    });

    it(`by ${grouping} show every loaded submission`, async () => {
      await using service = await startService({ size: 400, keys: [KEY] });
      const { session } = sessionAt(service.baseUrl, { arrangement: { grouping } });
      await session.open(production);
      for (let page = 0; page < 6; page++) {
        await session.loadOlder();
      }
      const ids = everyRow(session.state).flatMap((row) => (row.kind === 'submission' ? [row.submission.id] : []));
      const { count } = shownIn(session.state).loaded;
      assert.equal(new Set(ids).size, count);
      // Only by code may one stand in several places.
      assert.equal(grouping === 'code' ? ids.length >= count : ids.length === count, true);
    });

    it(`by ${grouping} show what a filter lets through and nothing else`, async () => {
      await using service = await startService({ size: 400, keys: [KEY] });
      const { session } = sessionAt(service.baseUrl);
      await session.open(production);
      await session.loadOlder();
      await session.arrange({ grouping, filter: { statuses: ['rejected'], deleted: false } });
      await session.loadOlder();
      const shown = everyRow(session.state).flatMap((row) => (row.kind === 'submission' ? [row.submission] : []));
      assert.ok(shown.every(({ status, deleted }) => status === 'rejected' && !deleted));
      assert.equal(new Set(shown.map(({ id }) => id)).size, shownIn(session.state).loaded.matching);
    });
  }
});
