import assert from 'node:assert/strict';
import type { Ask } from '../../../src/api/client.ts';
import { startService } from '../../service/service.ts';
import { asking, KEY } from '../api/asking.ts';
import { production, sessionWith, shownIn } from './opened.ts';

/** A session whose request number `broken` meets an error of ours. */
function sessionBreakingAt(baseUrl: string, broken: number) {
  const { client } = asking(baseUrl);
  let requests = 0;
  const ask: Ask = async (query, signal) => {
    requests++;
    if (requests === broken) {
      throw new TypeError('Cannot read properties of undefined');
    }
    return await client(query, signal);
  };
  return { ...sessionWith(() => ask), requests: () => requests };
}

describe('an error of ours while pages are loaded', () => {
  for (const [what, broken, before] of [
    ['the first page', 1, 0],
    ['a later page', 2, 20],
  ] as const) {
    it(`reaches whoever asked for ${what}, passes neither for the end nor for a failure of the network, and trying again goes on`, async () => {
      await using service = await startService({ size: 50, keys: [KEY] });
      const { session } = sessionBreakingAt(service.baseUrl, broken);
      const load = async (): Promise<void> => {
        await session.open(production);
        await session.loadOlder();
      };
      await assert.rejects(load, /Cannot read properties/);
      assert.ok(session.state.kind === 'failed' && session.state.failure.kind === 'cancelled');
      assert.equal(shownIn(session.state).loaded.count, before);
      await session.tryAgain();
      assert.equal(session.state.kind, 'ready');
      assert.equal(shownIn(session.state).loaded.count, before + 20);
    });
  }

  it('reaches whoever looked for one record', async () => {
    await using service = await startService({ size: 50, keys: [KEY] });
    const { session } = sessionBreakingAt(service.baseUrl, 2);
    await session.open(production);
    const look = async () =>
      await session.records.ask(production, service.records.id(40), new AbortController().signal);
    await assert.rejects(look, /Cannot read properties/);
    assert.equal(session.state.kind, 'ready');
  });
});
