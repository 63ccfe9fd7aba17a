import assert from 'node:assert/strict';
import { registerFilters } from '../../src/editor/list/filterCommands.ts';
import { askForFilter } from '../../src/editor/list/filterLoaded.ts';
import { registerProjects } from '../../src/editor/project/projectCommands.ts';
import { usualArrangement } from '../../src/session/arrangement.ts';
import { Collection } from '../../src/session/collection.ts';
import { isEmpty } from '../../src/submissions/model/filter.ts';
import { unmasked } from '../../src/submissions/privacy/mask.ts';
import { filterWords } from '../../src/submissions/words/filterWords.ts';
import { startService, type Service } from '../service/service.ts';
import { until } from './support/window.ts';
import { openRooms, Person, type Rooms } from './support/rooms.ts';

const key = 'key-0123456789';
const gone = /^This project is no longer in VS Code, so nothing was done\./;

describe('A question that was open while the world changed', () => {
  let service: Service;
  let rooms: Rooms;
  let person: Person;

  before(async () => {
    service = await startService({ keys: [key, 'new-key-0123456789'], size: 100, broken: false });
  });

  after(async () => {
    await service.close();
  });

  const projectOf = (name: string) => ({ id: `${name}-1`, name, address: service.baseUrl });

  beforeEach(async () => {
    person = new Person();
    rooms = openRooms();
    for (const name of ['a', 'b']) await rooms.core.store.add(projectOf(name), key);
    await rooms.core.shown.open(projectOf('a'));
    rooms.open(registerProjects);
    rooms.open(registerFilters);
  });

  afterEach(() => {
    person.restore();
    rooms.dispose();
  });

  /** Once this is asked, `change` happens, and only then it is answered. */
  const meanwhile = (asked: string, change: () => Promise<void>, answers: Readonly<Record<string, string>>): void => {
    person.answer = async (text) => {
      if (text === asked) await change();
      return answers[text];
    };
  };

  const remove = async (): Promise<void> => {
    await rooms.core.store.remove(['a-1']);
  };

  it('does not filter another project than the one that it was about', async () => {
    meanwhile('Deleted', async () => await rooms.core.shown.open(projectOf('b')), {
      'Filter Loaded Submissions': 'Deleted…',
      Deleted: 'Only deleted submissions',
    });
    await rooms.run('faceauth.filterLoaded');
    assert.ok(isEmpty(rooms.core.session.arrangement.filter));
    assert.match(person.heard.at(-1) ?? '', /^Another project is shown by now/);
  });

  it('shows no project that was removed', async () => {
    meanwhile('Switch Project', async () => void (await rooms.core.store.remove(['b-1'])), { 'Switch Project': 'b' });
    await rooms.run('faceauth.switchProject');
    assert.equal(rooms.core.shown.current?.id, 'a-1');
    assert.match(person.heard.at(-1) ?? '', gone);
  });

  it('leaves a project that another window removed, also where nobody looks', async () => {
    const names: string[] = [];
    rooms.open(() =>
      rooms.core.onDidChangeState((state) => {
        names.push(state.kind === 'idle' ? '' : state.project.name);
      }),
    );
    await remove();
    await until('the other is shown', () => names.at(-1) === 'b');
  });

  it('shows a project that was renamed by its new name', async () => {
    meanwhile('Switch Project', async () => void (await rooms.core.store.rename('b-1', 'B')), {
      'Switch Project': 'b',
    });
    await rooms.run('faceauth.switchProject');
    assert.equal(rooms.core.shown.current?.name, 'B');
  });

  it('removes nothing that another window removed first', async () => {
    meanwhile('Remove Project', remove, { 'Remove Project': 'a' });
    await rooms.run('faceauth.removeProject');
    assert.match(person.heard.at(-1) ?? '', gone);
  });

  it('stays with a project that was added while all were removed', async () => {
    const added = { ...projectOf('c'), id: 'c-1' };
    const question = 'Remove all projects and keys from VS Code?';
    meanwhile(question, async () => void (await rooms.core.store.add(added, key)), { [question]: 'Remove All' });
    await rooms.run('faceauth.removeAllKeys');
    assert.deepEqual(
      rooms.core.store.all().map(({ id }) => id),
      ['c-1'],
    );
    assert.equal(rooms.core.shown.current?.id, 'c-1');
  });

  it('asks no service when a file is removed, until somebody looks', async () => {
    const { files, shown, session } = rooms.core;
    const file = files.openText('{"auth_id":"fa_1"}', 'one.ndjson', 'in memory');
    await files.keep(file.id);
    await shown.open(file);
    const before = service.requests.length;
    person.answer = async (text) => await Promise.resolve(text === 'Remove Project' ? 'one.ndjson' : undefined);
    await rooms.run('faceauth.removeProject');
    assert.equal(shown.current?.id, 'a-1');
    assert.ok(session.state.kind === 'ready' && session.state.unread);
    assert.equal(service.requests.length, before);
  });

  it('keeps the days of a project that was switched to while the filters of another were cleared', async () => {
    const { shown, session, onDidChangeState } = rooms.core;
    const days = { from: '2027-01-14', to: '2027-01-15' };
    await shown.open(projectOf('a'), days);
    await session.arrange({ filter: { deleted: true } });
    const cleared = onDidChangeState((state) => {
      if (state.kind !== 'idle' && isEmpty(state.loaded.arrangement.filter)) {
        cleared.dispose();
        session.choose(projectOf('b'), days);
      }
    });
    await rooms.run('faceauth.clearFilters');
    assert.equal(shown.current?.id, 'b-1');
    assert.deepEqual(session.state.kind === 'idle' ? undefined : session.state.days, days);
  });

  it('replaces no key of a project that was removed while the box was open', async () => {
    const replaced = rooms.run('faceauth.replaceKey', { projectId: 'a-1' });
    await until('the box is open', () => person.box !== undefined);
    await remove();
    await person.enter('new-key-0123456789');
    await replaced;
    assert.ok(!(await rooms.secrets.keys()).includes('faceauth.key.a-1'));
    assert.match(person.heard.at(-1) ?? '', gone);
  });

  it('gives no name to a project that was removed while the box was open', async () => {
    const renamed = rooms.run('faceauth.renameProject');
    await until('the box is open', () => person.box !== undefined);
    await remove();
    await person.enter('another name');
    await renamed;
    assert.match(person.heard.at(-1) ?? '', gone);
  });

  it('does not load days of a project that was removed', async () => {
    const filtered = rooms.run('faceauth.filterDates');
    await until('the list is open', () => person.list !== undefined);
    await remove();
    await person.accept();
    await filtered;
    assert.equal(rooms.core.shown.current?.id, 'b-1');
    assert.match(person.heard.at(-1) ?? '', gone);
  });
});

describe('What is filtered and has no list of its own', () => {
  it('can be taken off, whatever it is', async () => {
    const person = new Person();
    const filter = { statuses: ['rejected'], picked: { ids: new Set(['fa_1']), name: 'two flips' } };
    const { loaded } = new Collection(usualArrangement);
    person.answer = async () => await Promise.resolve('Remove: two flips');
    try {
      const left = await askForFilter({
        loaded,
        filter,
        mask: () => unmasked,
        isKey: async () => await Promise.resolve(false),
      });
      assert.deepEqual(left && filterWords(left, unmasked), filterWords({ statuses: ['rejected'] }, unmasked));
    } finally {
      person.restore();
    }
  });
});
