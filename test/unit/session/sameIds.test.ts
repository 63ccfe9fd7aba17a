import assert from 'node:assert/strict';
import { readPage } from '../../../src/api/page.ts';
import type { Session } from '../../../src/session/session.ts';
import { valueOf } from '../api/asking.ts';
import { answerOf, production, sessionWith, shownIn } from './opened.ts';

/** A session with one answer of two projects, each with a record `one`. `set` changes the status of the second one. */
async function opened(): Promise<{ readonly session: Session; readonly set: (status: string) => void }> {
  let status = 'rejected';
  const { session } = sessionWith(
    () => async () =>
      await readPage(
        answerOf([
          { faceAuth_projectId: 'p', data: [{ auth_id: 'one', auth_status: 'approved' }] },
          { faceAuth_projectId: 'q', data: [{ auth_id: 'one', auth_status: status }, { auth_id: 'two' }] },
        ]),
      ),
  );
  await session.open(production);
  const set = (now: string): void => {
    status = now;
  };
  return { session, set };
}

describe('what came since, where two projects of one answer have the same id,', () => {
  it('is nothing when nothing has changed', async () => {
    const { session } = await opened();
    assert.deepEqual((await session.loadNewer()).news, []);
    assert.equal(shownIn(session.state).loaded.changed, 0);
  });

  it('is the submission of the project in which it changed', async () => {
    const { session, set } = await opened();
    set('pending');
    const { news } = await session.loadNewer();
    assert.deepEqual(
      news.map(({ status }) => status),
      ['pending'],
    );
  });
});

describe('what was looked up, where two projects of one answer have the same id,', () => {
  it('is each of the two, and each is asked for again as its own', async () => {
    const { signal } = new AbortController();
    const { session } = sessionWith(
      () => async (query) =>
        await readPage(
          answerOf(
            query.authId === undefined
              ? [{ faceAuth_projectId: 'p', data: [{ auth_id: 'other' }] }]
              : [
                  { faceAuth_projectId: 'p', data: [{ auth_id: 'one', auth_status: 'approved' }] },
                  { faceAuth_projectId: 'q', data: [{ auth_id: 'one', auth_status: 'rejected' }] },
                ],
          ),
        ),
    );
    await session.open(production);
    for (const project of ['q', 'p']) {
      const one = valueOf(await session.records.ask(production, 'one', signal, project));
      assert.ok(one !== undefined);
      session.records.showLookedUp(production, one);
    }
    const statuses = () => shownIn(session.state).lookedUp.map(({ status }) => status);
    assert.deepEqual(statuses(), ['approved', 'rejected']);
    await session.refresh();
    assert.deepEqual(statuses(), ['approved', 'rejected']);
    valueOf(await session.records.ask(production, 'one', signal));
    assert.deepEqual(statuses(), ['approved', 'rejected']);
  });
});
