import assert from 'node:assert/strict';
import type { State } from '../../../src/session/state.ts';
import { startService } from '../../service/service.ts';
import { shape } from '../../service/shapes.ts';
import { KEY } from '../api/asking.ts';
import { standingIn } from '../submissions/zone.ts';
import { held, outcomeOf, production, sessionAt, sessionOf, shownIn } from './opened.ts';

describe('another time zone', () => {
  const late = { auth_id: 'one', auth_status: 'approved', create_time: '2026-12-31T20:00:00Z' };
  const daysIn = (state: State): readonly string[] =>
    [...shownIn(state).loaded.groups.groups.values()].flatMap(({ groups }) => [...groups.keys()]);

  standingIn('Asia/Seoul');

  it('sorts what is loaded into other days and keeps every count', async () => {
    const { session, asked } = sessionOf([[late, { ...late, auth_id: 'two' }, null]]);
    await session.open(production);
    const before = session.state;
    assert.deepEqual(daysIn(before), ['2026-12-31']);
    await session.arrange({ zone: 'local' });
    assert.deepEqual(daysIn(session.state), ['2027-01-01']);
    assert.deepEqual(daysIn(before), ['2026-12-31']);
    const { count, groups, pages, broken } = shownIn(session.state).loaded;
    assert.deepEqual([count, groups.count, pages.length, broken.length], [2, 2, 1, 1]);
    assert.equal(asked.length, 1);
  });

  it('holds for the pages that come after it', async () => {
    const { session } = sessionOf([[late], [{ ...late, auth_id: 'two' }]]);
    await session.open(production);
    await session.arrange({ zone: 'local' });
    await session.loadOlder();
    assert.deepEqual(daysIn(session.state), ['2027-01-01']);
  });

  it('holds also for what a refresh was reading when it changed', async () => {
    await using service = await startService({ size: 5, keys: [KEY] });
    const { session } = sessionAt(service.baseUrl);
    service.inject(shape([late]));
    await session.open(production);
    const { fault, arrived, release } = held(shape([late]));
    service.inject(fault, { times: 1 });
    const refreshing = session.refresh();
    await arrived;
    await session.arrange({ zone: 'local' });
    release();
    await refreshing;
    assert.deepEqual(daysIn(session.state), ['2027-01-01']);
    assert.equal(outcomeOf(session.state), 'ready');
  });
});
