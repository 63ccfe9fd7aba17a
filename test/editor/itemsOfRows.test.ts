import assert from 'node:assert/strict';
import { TreeBinding } from '../../src/editor/list/treeBinding.ts';
import { everyRow } from '../unit/session/tree.ts';
import { openRooms, type Rooms } from './support/rooms.ts';

const halfCharacters = ['\\ud800', '\\ud801'];
const ids = ['fa_9f31c7e2a4', 'fa_1', ...halfCharacters];

describe('The items by which VS Code knows the rows of the list', () => {
  const windows: Rooms[] = [];

  afterEach(() => {
    for (const one of windows.splice(0)) one.dispose();
  });

  const open = async (): Promise<Rooms> => {
    const rooms = openRooms();
    windows.push(rooms);
    rooms.open((core) => new TreeBinding(core));
    const { core } = rooms;
    const text = ids.map((id) => `{"auth_id":"${id}","auth_status":"rejected"}`).join('\n');
    await core.shown.open(core.files.openText(text, 'capture.ndjson', 'in memory'));
    return rooms;
  };

  const itemIds = ({ core: { session, shell } }: Rooms): readonly (string | undefined)[] =>
    everyRow(session.state).map((row) => shell.tree.getTreeItem(row).id);

  it('have ids of their own, of which none tells the id of a submission: VS Code writes them into its log', async () => {
    const [one, other] = [itemIds(await open()), itemIds(await open())];
    assert.ok(one.length > ids.length);
    assert.equal(new Set([...one, ...other]).size, one.length + other.length);
    assert.ok(one.every((id) => id !== undefined && /^[\da-f]{32}$/.test(id)));
  });

  it('keep their ids as long as the window is open, so that what is expanded and selected stays so', async () => {
    const rooms = await open();
    const before = itemIds(rooms);
    await rooms.core.session.refresh();
    assert.deepEqual(itemIds(rooms), before);
  });
});
