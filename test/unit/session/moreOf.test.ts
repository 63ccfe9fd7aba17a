import assert from 'node:assert/strict';
import { pagesAtATime } from '../../../src/session/walk.ts';
import { failures } from '../../service/statuses.ts';
import { when } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { KEY } from '../api/asking.ts';
import { outcomeOf, production, sessionAt, sessionOf, shownIn } from './opened.ts';

// A page of one record each, with these statuses.
function pages(...statuses: readonly string[]): readonly (readonly object[])[] {
  return statuses.map((auth_status, index) => [{ auth_id: `id${index}`, auth_status }]);
}

describe('more of one status', () => {
  it('loads until its group gained a submission', async () => {
    const { session, asked } = sessionOf(pages('rejected', 'approved', 'approved', 'rejected', 'approved'));
    await session.open(production);
    await session.loadOlderOf('rejected');
    assert.equal(asked.length, 4);
    assert.equal(shownIn(session.state).loaded.groups.groups.get('rejected')?.count, 2);
    assert.equal(outcomeOf(session.state), 'ready');
  });

  it('loads at most five pages', async () => {
    const { session, asked } = sessionOf(pages('rejected', ...Array.from({ length: 20 }, () => 'approved')));
    await session.open(production);
    await session.loadOlderOf('rejected');
    assert.equal(asked.length, 1 + pagesAtATime);
    assert.equal(shownIn(session.state).loaded.more, true);
    assert.equal(outcomeOf(session.state), 'ready');
    assert.equal(pagesAtATime, 5);
  });

  it('ends where the service has no more', async () => {
    const { session, asked } = sessionOf(pages('rejected', 'approved', 'approved'));
    await session.open(production);
    await session.loadOlderOf('rejected');
    await session.loadOlderOf('rejected');
    assert.equal(asked.length, 3);
    assert.equal(outcomeOf(session.state), 'ready');
  });

  it('may be of a status that nobody has seen yet', async () => {
    const { session, asked } = sessionOf(pages('rejected', 'approved', 'new', 'approved'));
    await session.open(production);
    await session.loadOlderOf('new');
    assert.equal(asked.length, 3);
  });

  it('does not count what came before', async () => {
    const one = { auth_id: 'one', auth_status: 'rejected' };
    const { session, asked } = sessionOf([[one], [one], [one], [{ ...one, auth_id: 'two' }], [one]]);
    await session.open(production);
    await session.loadOlderOf('rejected');
    assert.equal(asked.length, 4);
    assert.equal(shownIn(session.state).loaded.duplicates, 2);
  });

  it('ends with a failure, and keeps the pages before it', async () => {
    await using service = await startService({ size: 95, broken: false, keys: [KEY] });
    service.inject(failures.forbidden, { when: when.page(3), times: 1 });
    const { session, states } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlderOf('a status that there is not');
    assert.equal(outcomeOf(session.state), 'keyNotAccepted');
    assert.equal(shownIn(session.state).loaded.pages.length, 2);
    await session.loadOlder();
    assert.equal(outcomeOf(session.state), 'ready');
    assert.equal(shownIn(session.state).loaded.count, 60);
    assert.ok(states.length >= 6);
  });
});
