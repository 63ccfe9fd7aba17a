import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { ProjectList, type Edit } from '../../../../src/editor/project/projectList.ts';
import { SharedState } from './sharedState.ts';

const named = (id: string) => ({ id, name: id.toUpperCase(), address: 'https://host.example/v3' });
const adding =
  (id: string): Edit =>
  (projects) =>
    projects.some((one) => one.id === id) ? projects : [...projects, named(id)];

describe('The list of two windows', () => {
  let state: SharedState;
  const lists: ProjectList[] = [];

  const open = (): ProjectList => {
    const guard = async (work: () => Promise<void> | void): Promise<void> => {
      await work();
    };
    const list = new ProjectList(state.window(), guard, [5, 5, 5]);
    lists.push(list);
    return list;
  };

  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) {
      state.spread();
      await setTimeout(8);
    }
  };

  const ids = (list: ProjectList): readonly string[] => list.all().map(({ id }) => id);

  beforeEach(() => {
    state = new SharedState();
  });

  afterEach(() => {
    for (const list of lists.splice(0)) list.dispose();
  });

  it('has both projects when both add one at once', async () => {
    const [one, other] = [open(), open()];
    await Promise.all([one.change(adding('a')), other.change(adding('b'))]);
    await settled();
    assert.deepEqual(ids(one).toSorted(), ['a', 'b']);
    assert.deepEqual(ids(other).toSorted(), ['a', 'b']);
    assert.deepEqual(ids(open()).toSorted(), ['a', 'b']);
  });

  it('has what one adds and not what the other removes', async () => {
    const [one, other] = [open(), open()];
    await one.change(adding('a'));
    await settled();
    await Promise.all([one.change(adding('b')), other.remove('a')]);
    await settled();
    assert.deepEqual([ids(one), ids(other)], [['b'], ['b']]);
  });

  it('shows a change at once in its own window, also while it is lost', async () => {
    const [one, other] = [open(), open()];
    await one.change(adding('a'));
    await other.change(adding('b'));
    state.spread();
    assert.deepEqual(ids(one).toSorted(), ['a', 'b']);
  });

  it('does not bring back what another window removes later', async () => {
    const [one, other] = [open(), open()];
    await one.change(adding('a'));
    state.spread();
    await other.remove('a');
    await settled();
    assert.deepEqual([ids(one), ids(other)], [[], []]);
  });

  it('keeps of a removed project nothing that tells its name', async () => {
    const one = open();
    await one.change(adding('acme-bank-1'));
    await one.remove('acme-bank-1');
    await settled();
    assert.ok(!/acme/i.test(JSON.stringify(state.values)));
  });

  it('keeps no name either of what was removed before only marks were kept, which stays removed', async () => {
    await state.window().update('faceauth.projectList', [named('acme-bank-1'), named('b')]);
    await state.window().update('faceauth.removedProjects', ['acme-bank-1']);
    const one = open();
    assert.deepEqual(ids(one), ['b']);
    await one.change(adding('c'));
    await settled();
    assert.ok(!/acme/i.test(JSON.stringify(state.values)));
  });

  it('loses no project to an entry that cannot be read', async () => {
    await state.window().update('faceauth.projectList', [named('a'), { id: 7 }, null, named('b')]);
    assert.deepEqual(ids(open()), ['a', 'b']);
  });
});
