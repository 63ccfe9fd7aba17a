import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import * as vscode from 'vscode';
import { LookUps } from '../../src/editor/lookUp/lookUps.ts';
import { LiveRecords } from '../../src/editor/record/liveRecords.ts';
import { demoProject } from '../../src/sources/demo.ts';
import type { Submission } from '../../src/submissions/model/submission.ts';
import { send, type When } from '../service/exchange.ts';
import { startService, type Service } from '../service/service.ts';
import { held } from '../unit/session/opened.ts';
import { openRooms, Person, type Rooms } from './support/rooms.ts';
import { until } from './support/window.ts';

const key = 'key-0123456789';

describe('A look-up', () => {
  let service: Service;
  let rooms: Rooms;
  let person: Person;
  let live: LiveRecords;
  let lookUps: LookUps;

  before(async () => {
    service = await startService({ keys: [key], size: 100, broken: false });
  });

  after(async () => {
    await service.close();
  });

  const project = () => ({ id: 'a-1', name: 'A', address: service.baseUrl });
  const idAt = (index: number): string => service.allIds()[index] ?? '';

  beforeEach(async () => {
    person = new Person();
    rooms = openRooms();
    const { core } = rooms;
    await core.store.add(project(), key);
    core.session.choose(project());
    live = new LiveRecords(core);
    lookUps = new LookUps(core, live);
    rooms.open(() => live);
    rooms.open(() => lookUps);
  });

  afterEach(async () => {
    person.restore();
    rooms.dispose();
    await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs));
  });

  it('looks up all of several ids also where the panel is left for another submission before the first has come', async () => {
    const ids = [idAt(0), idAt(1), idAt(2)];
    await lookUps.run(project(), ids);
    const followed = live.follow({ projectId: 'a-1', id: idAt(0) }, () => undefined);
    void followed.record.read();
    followed.dispose();
    await until('all stand under Looked up, in their order', () => {
      const { state } = rooms.core.session;
      return state.kind !== 'idle' && state.lookedUp.map(({ id }) => id).join() === ids.join();
    });
  });

  it('keeps the later answer for the first of several ids, and that there is none any more', async () => {
    const { records } = rooms.core.session;
    const [first, second] = [idAt(70), idAt(71)];
    const before = await records.ask(project(), first, new AbortController().signal);
    assert.ok(before.ok && before.value !== undefined);
    const earlier = before.value;
    // The answer for the first comes before that for the second.
    const lookUp = async (hasCome: (shown?: Submission) => boolean): Promise<readonly Submission[]> => {
      records.showLookedUp(project(), earlier);
      const { fault, release } = held();
      service.inject(fault, { when: ({ query }) => query['authId'] === second, times: 1 });
      const looking = lookUps.run(project(), [first, second]);
      await until('the first has come', () => hasCome(records.lookedUpIn('a-1').find(({ id }) => id === first)));
      release();
      await looking;
      return records.lookedUpIn('a-1');
    };
    const [now] = await lookUp((shown) => shown !== earlier);
    assert.ok(now?.id === first && now.source.order > earlier.source.order);
    const isFirst: When = ({ query }) => query['authId'] === first;
    service.inject(
      async ({ reply }) => {
        await Promise.resolve();
        send(reply, 200, '[]');
      },
      { when: isFirst, times: 1 },
    );
    assert.deepEqual(
      (await lookUp((shown) => shown === undefined)).map(({ id }) => id),
      [second],
    );
  });

  it('shows the other project in which several ids are looked up', async () => {
    const { files, session } = rooms.core;
    const ids = ['fa_1', 'fa_2', 'fa_3'];
    const other = files.openText(ids.map((id) => `{"auth_id":"${id}"}\n`).join(''), 'others.ndjson', 'in memory');
    await files.keep(other.id);
    person.answer = async (text) =>
      await Promise.resolve(
        text === 'Look in Another Project'
          ? 'others.ndjson'
          : text.startsWith('The project “A” has no')
            ? 'Look in Another Project…'
            : undefined,
      );
    await lookUps.run(project(), [idAt(0), ...ids]);
    const first = live.follow({ projectId: 'a-1', id: idAt(0) }, () => undefined);
    await first.record.read();
    first.dispose();
    await until('the other is shown', () => rooms.core.shown.current?.id === other.id);
    const second = live.follow({ projectId: other.id, id: 'fa_1' }, () => undefined);
    await second.record.read();
    second.dispose();
    await until('all stand under Looked up, in their order', () => {
      const { state } = session;
      return state.kind !== 'idle' && state.lookedUp.map(({ id }) => id).join() === ids.join();
    });
  });

  it('ends a look-up whose project is left, and goes on with it on request', async () => {
    const { session } = rooms.core;
    const [first, second, third] = [idAt(80), idAt(81), idAt(82)];
    const { fault, release, arrived } = held();
    service.inject(fault, { when: ({ query }) => query['authId'] === third, times: 1 });
    const isAskedFor = (id: string): boolean => service.requests.some(({ query }) => query['authId'] === id);
    const asked = Promise.withResolvers<undefined>();
    const answered = Promise.withResolvers<string>();
    person.answer = async (text) => {
      if (!text.includes('no longer shown')) return undefined;
      asked.resolve(undefined);
      return await answered.promise;
    };
    await lookUps.run(project(), [first, second, third]);
    const followed = live.follow({ projectId: 'a-1', id: first }, () => undefined);
    await followed.record.read();
    followed.dispose();
    await arrived;
    session.choose(demoProject);
    release();
    await asked.promise;
    assert.ok(!isAskedFor(second));
    answered.resolve('Go On There');
    await until('the others stand under Looked up', () => {
      const { state } = session;
      return state.kind !== 'idle' && state.lookedUp.map(({ id }) => id).join() === [second, third].join();
    });
  });

  it('gives a single look-up up with its panel', async () => {
    await lookUps.run(project(), [idAt(0)]);
    const followed = live.follow({ projectId: 'a-1', id: idAt(0) }, () => undefined);
    const before = service.requests.length;
    const read = followed.record.read();
    followed.dispose();
    await read;
    await setImmediate();
    assert.equal(service.requests.length, before);
  });

  it('looks up also what a later look-up took the panel from', async () => {
    await lookUps.run(project(), [idAt(0), idAt(1), idAt(2)]);
    await lookUps.run(project(), [idAt(3)]);
    const { state } = rooms.core.session;
    assert.ok(state.kind !== 'idle');
    assert.deepEqual(state.lookedUp.map(({ id }) => id).toSorted(), [idAt(0), idAt(1), idAt(2)].toSorted());
  });

  it('keeps nothing of a project that went while the service was asked', async () => {
    await lookUps.run(project(), [idAt(0)]);
    const followed = live.follow({ projectId: 'a-1', id: idAt(0) }, () => undefined);
    const read = followed.record.read();
    await rooms.core.store.remove(['a-1']);
    await read;
    followed.dispose();
    assert.deepEqual(await rooms.core.history.ids('a-1'), []);
  });
});
