import assert from 'node:assert/strict';
import type { Query } from '../../../src/api/address.ts';
import { failed, type Result } from '../../../src/api/failure.ts';
import { readPage, type Page } from '../../../src/api/page.ts';
import { startService } from '../../service/service.ts';
import { KEY } from '../api/asking.ts';
import { answerOf, outcomeOf, production, sessionAt, sessionWith, shownIn } from './opened.ts';

const OPTIONS = { size: 95, broken: false, keys: [KEY] };

describe('trying again', () => {
  it('leaves a list alone that did not fail: a key that was replaced counts at the next request', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.tryAgain();
    await session.open(production);
    const { state } = session;
    await session.tryAgain();
    assert.deepEqual([session.state === state, service.requests.length], [true, 1]);
  });

  it('waits for what is being loaded with the key of before, and repeats it where that fails', async () => {
    const gate = Promise.withResolvers<undefined>();
    let isValid = false;
    const { session } = sessionWith(() => async (query) => {
      const wasValid = isValid;
      await gate.promise;
      return wasValid ? await numbered(query) : failed({ kind: 'noKey' });
    });
    const opening = session.open(production);
    isValid = true;
    const again = session.tryAgain();
    gate.resolve(undefined);
    await Promise.all([opening, again]);
    assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.count], ['ready', 1]);
  });

  it('keeps all that is loaded when the key was replaced after it was refused', async () => {
    let isValid = true;
    const { session } = sessionWith(
      () => async (query) => (isValid ? await numbered(query) : failed({ kind: 'noKey' })),
    );
    await session.open(production);
    isValid = false;
    await session.loadOlder();
    assert.equal(outcomeOf(session.state), 'noKey');
    isValid = true;
    await session.tryAgain();
    assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.count], ['ready', 2]);
  });
});

async function numbered({ after }: Query): Promise<Result<Page>> {
  const number = Number(after?.id ?? 0);
  const body = [{ data: [{ auth_id: `id${number}` }], nextPage_key: { authId: String(number + 1) } }];
  return await readPage(answerOf(body));
}
