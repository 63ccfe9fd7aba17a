import assert from 'node:assert/strict';
import { failed } from '../../../src/api/failure.ts';
import { readPage } from '../../../src/api/page.ts';
import { headline } from '../../../src/session/headline.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { standingIn } from '../submissions/zone.ts';
import { answerOf, production, sessionWith, shownIn } from './opened.ts';

const now = Date.UTC(2027, 0, 15, 12);

describe('the time at which the list was read', () => {
  standingIn('Asia/Seoul');
  const minute = 60_000;

  for (const [zone, clock, day] of [
    ['utc', '12:03', '2027-01-15 12:03'],
    ['local', '21:03', '2027-01-15 21:03'],
  ] as const) {
    it(`stands at the end, in the zone, with its day on another one: ${zone}`, async () => {
      const { session } = sessionWith(page, { arrangement: { zone }, now: () => now + 3 * minute });
      await session.open(production);
      assert.equal(headline(session.state, unmasked, now + 30 * minute), `Production · 1 loaded, all · as of ${clock}`);
      assert.equal(headline(session.state, unmasked, now + 1440 * minute), `Production · 1 loaded, all · as of ${day}`);
    });
  }

  it('is that of the first page, of a refresh, and of each look for newer ones that came to its end', async () => {
    let time = now;
    let fails = false;
    const { session, states } = sessionWith(() => async () => (fails ? failed({ kind: 'noKey' }) : await page()()), {
      now: () => time,
    });
    const readAt = (): number => (shownIn(session.state).readAt ?? 0) - now;
    await session.open(production);
    assert.deepEqual([shownIn(states[0]).readAt, readAt()], [undefined, 0]);
    time += minute;
    await session.loadOlder();
    assert.equal(readAt(), 0);
    await session.refresh();
    assert.equal(readAt(), minute);
    time += minute;
    await session.loadNewer();
    assert.equal(readAt(), 2 * minute);
    time += minute;
    fails = true;
    await session.loadNewer();
    await session.refresh();
    assert.equal(readAt(), 2 * minute);
  });

  it('is told again only when the minute is another one: rows that are painted again disturb', async () => {
    let time = now;
    const { session, states } = sessionWith(page, { now: () => time });
    await session.open(production);
    const told = states.length;
    time += 5000;
    await session.loadNewer();
    assert.equal(states.length, told);
    time += minute;
    await session.loadNewer();
    assert.equal(states.length, told + 1);
  });

  function page() {
    return async () => await readPage(answerOf([{ data: [{ auth_id: 'one' }] }]));
  }
});
