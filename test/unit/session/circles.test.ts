import assert from 'node:assert/strict';
import { cursorLoop } from '../../service/cursors.ts';
import { startService } from '../../service/service.ts';
import { KEY } from '../api/asking.ts';
import { outcomeOf, production, sessionAt, shownIn } from './opened.ts';

const OPTIONS = { size: 95, broken: false, keys: [KEY] };

describe('pages', () => {
  it('that go in circles end with a failure, after what came was shown', async () => {
    await using service = await startService(OPTIONS);
    service.inject(cursorLoop());
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlder();
    assert.equal(outcomeOf(session.state), 'ready');
    await session.loadOlder();
    assert.equal(outcomeOf(session.state), 'endless');
    assert.equal(shownIn(session.state).loaded.count, 40);
    assert.equal(service.requests.length, 2);
  });

  it('that went in circles never say that all is loaded, whoever asks for more', async () => {
    await using service = await startService(OPTIONS);
    service.inject(cursorLoop());
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlder();
    await session.loadOlder();
    for (const more of [
      async () => await session.loadOlderOf('rejected'),
      async () => await session.loadAll(new AbortController().signal, async () => await Promise.resolve(true)),
    ]) {
      await more();
      assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.more], ['endless', true]);
    }
  });
});
