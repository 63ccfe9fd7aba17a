import assert from 'node:assert/strict';
import type { Ask } from '../../../src/api/client.ts';
import { readPage } from '../../../src/api/page.ts';
import { recordText } from '../../../src/submissions/store/recordText.ts';
import type { Project } from '../../../src/session/state.ts';
import type { Submission } from '../../../src/submissions/model/submission.ts';
import { valueOf } from '../api/asking.ts';
import { answerOf, production, sessionWith, shownIn, staging, type Opened } from './opened.ts';

const { signal } = new AbortController();
const all = async (): Promise<boolean> => await Promise.resolve(true);

/** A session whose two projects hold the same two records; `set` changes a field of `one`. */
function changing(): Opened & { readonly set: (change: object) => void } {
  let one: object = { auth_id: 'one', auth_status: 'pending' };
  const ask: Ask = async ({ authId, after }) => {
    const two = { auth_id: 'two', auth_status: 'approved' };
    if (authId !== undefined) {
      return await readPage(answerOf([{ data: authId === 'one' ? [one] : [] }]));
    }
    return await readPage(
      answerOf(after === undefined ? [{ data: [one], nextPage_key: { authId: '1' } }] : [{ data: [two, one] }]),
    );
  };
  const set = (change: object): void => {
    one = { ...one, ...change };
  };
  return { ...sessionWith(() => ask), set };
}

/** Follows the states as a tab does that shows one record, and returns what it shows. */
function follow({ session, states }: Opened, project: Project, first: Submission) {
  let shown = first;
  let seen = states.length;
  return (): Submission => {
    if (states.length > seen) {
      seen = states.length;
      shown = session.records.later(project.id, shown.id, shown) ?? shown;
    }
    return shown;
  };
}

describe('a record that is open', () => {
  for (const [how, load] of [
    ['a refresh', async ({ session }: Opened) => await session.refresh()],
    ['a look for newer ones', async ({ session }: Opened) => void (await session.loadNewer())],
    ['a look-up', async ({ session }: Opened) => void (await session.records.ask(production, 'one', signal))],
    ['opening the project again', async ({ session }: Opened) => await session.open(production)],
    ['Load All, on a later page', async ({ session }: Opened) => await session.loadAll(signal, all)],
  ] as const) {
    it(`of the list follows ${how}`, async () => {
      const opened = changing();
      await opened.session.open(production);
      const first = opened.session.records.known(production, 'one');
      assert.ok(first !== undefined);
      const shown = follow(opened, production, first);
      opened.set({ auth_status: 'approved' });
      await load(opened);
      assert.equal(shown().status, 'approved');
    });
  }

  it('follows a look-up also where only a field has changed that no row tells', async () => {
    const opened = changing();
    const { session, set } = opened;
    await session.open(production);
    const first = session.records.known(production, 'one');
    assert.ok(first !== undefined);
    const shown = follow(opened, production, first);
    set({ reject_comment: 'later' });
    await session.records.ask(production, 'one', signal);
    assert.match(new TextDecoder().decode(await recordText(shown())), /later/);
    assert.equal(session.records.known(production, 'one')?.source, shown().source);
    await session.refresh();
    const listed = session.records.loaded(production, 'one');
    assert.equal(session.records.known(production, 'one')?.source, listed?.source);
    assert.equal(shown().source, listed?.source);
  });

  for (const [which, open] of [
    ['of a project that is not shown', staging],
    ['while no project is shown', undefined],
  ] as const) {
    it(`${which} follows when another tab asks for it`, async () => {
      const opened = changing();
      const { session, set } = opened;
      await session.open(open);
      const first = valueOf(await session.records.find(production, 'one', signal));
      assert.ok(first !== undefined);
      const shown = follow(opened, production, first);
      set({ auth_status: 'rejected' });
      await session.records.find(production, 'one', signal);
      assert.equal(shown().status, 'rejected');
      assert.equal(session.records.later(production.id, 'one', shown()), undefined);
    });
  }

  it('of the list that was left stays as it is: an answer from before is no later one', async () => {
    const opened = changing();
    const { session, set } = opened;
    await session.records.ask(production, 'one', signal);
    set({ auth_status: 'approved' });
    await session.open(production);
    const first = session.records.known(production, 'one');
    assert.equal(first?.status, 'approved');
    const shown = follow(opened, production, first);
    await session.open(staging);
    assert.equal(shown(), first);
  });

  it('of one project never follows the same id of another one', async () => {
    const opened = changing();
    const { session, set } = opened;
    const first = valueOf(await session.records.find(production, 'one', signal));
    assert.ok(first !== undefined);
    const shown = follow(opened, production, first);
    set({ auth_status: 'approved' });
    await session.open(staging);
    await session.records.ask(staging, 'one', signal);
    assert.equal(shown(), first);
  });

  it('of one project in an answer never follows the same id of another one in it', async () => {
    const projects = [
      { faceAuth_projectId: 'p', data: [{ auth_id: 'one', auth_status: 'approved' }] },
      { faceAuth_projectId: 'q', data: [{ auth_id: 'one', auth_status: 'pending' }] },
    ];
    const opened = sessionWith(() => async () => await readPage(answerOf(projects)));
    const { session } = opened;
    await session.open(production);
    const { store } = shownIn(session.state).loaded;
    const shown = follow(opened, production, store.at(store.numberOf(store.keyOf('one', 'q')) ?? 0));
    projects[1] = { faceAuth_projectId: 'q', data: [{ auth_id: 'one', auth_status: 'rejected' }] };
    await session.refresh();
    assert.equal(shown().status, 'rejected');
  });

  it('that was looked up follows a refresh', async () => {
    const opened = changing();
    const { session, set } = opened;
    await session.open(production, { from: '2027-01-01', to: '2027-01-01' });
    const first = valueOf(await session.records.ask(production, 'one', signal));
    assert.ok(first !== undefined);
    session.records.showLookedUp(production, first);
    const shown = follow(opened, production, first);
    set({ auth_status: 'rejected' });
    await session.refresh();
    assert.equal(shown().status, 'rejected');
  });
});

describe('what was looked up can be taken off the list', () => {
  it('one by one, or all of it, and every time the views are told', async () => {
    const { session, states } = changing();
    await session.open(production);
    const one = session.records.known(production, 'one');
    assert.ok(one !== undefined);
    for (const id of ['a', 'b', 'c']) {
      session.records.showLookedUp(production, { ...one, id });
    }
    const ids = (): string =>
      shownIn(session.state)
        .lookedUp.map(({ id }) => id)
        .join();
    const told = states.length;
    session.records.forget(['b', 'never there']);
    assert.deepEqual([ids(), states.length], ['c,a', told + 1]);
    session.records.forgetAll();
    assert.deepEqual([ids(), states.length, session.state.kind], ['', told + 2, 'ready']);
    assert.equal(session.records.isId('b'), true);
  });
});
