import assert from 'node:assert/strict';
import { commandsIn, manifest } from './declared.ts';

const { keybindings, menus, submenus } = manifest.contributes;
const view = 'faceauth.submissions';

describe('the title of the view', () => {
  const icons = (menus['view/title'] ?? []).filter(({ group }) => group?.startsWith('navigation') === true);

  it('has four icons at most, whatever the list shows', () => {
    const places = new Set(icons.map(({ group }) => group));
    assert.ok(places.size <= 4);
    // Of two icons in one place only one is shown, because their conditions exclude each other.
    for (const place of places) {
      const [one, other, ...more] = icons.filter(({ group }) => group === place);
      assert.equal(more.length, 0);
      const state = /(!?)(faceauth\.\w+)$/.exec(one?.when ?? '');
      assert.ok(
        other === undefined ||
          other.when?.endsWith(`${state?.[1] === '!' ? '' : '!'}${state?.[2]}`) === true ||
          other.when?.endsWith('faceauth.loading'),
      );
    }
  });

  it('shows by the icon of the filter whether one is active', () => {
    assert.deepEqual(
      submenus.map(({ id, icon }) => [id, icon, icons.find((item) => 'submenu' in item && item.submenu === id)?.when]),
      [
        ['faceauth.filter', '$(filter)', `view == ${view} && faceauth.open && !faceauth.filtered`],
        ['faceauth.filtered', '$(filter-filled)', `view == ${view} && faceauth.open && faceauth.filtered`],
      ],
    );
  });
});

describe('the explorer', () => {
  const when = menus['explorer/context']?.map((item) => item.when ?? '').join() ?? '';

  it('offers to open files of submissions however their ending is written, and no folder', () => {
    const pattern = /resourceFilename =~ \/(.*)\/(i?)$/.exec(when);
    const names = new RegExp(pattern?.[1] ?? '', pattern?.[2]);
    const offered = ['a.json', 'A.JSON', 'a.NdJson', 'a.jsonl', 'a.json.gz', 'json', 'a.jsonc', 'a.gz'];
    assert.deepEqual(
      offered.filter((name) => names.test(name)),
      ['a.json', 'A.JSON', 'a.NdJson', 'a.jsonl', 'a.json.gz'],
    );
    assert.ok(when.startsWith('!explorerResourceIsFolder && '));
  });
});

describe('the palette', () => {
  it('offers no command only because something was opened before', () => {
    const states = commandsIn('commandPalette').filter(({ when }) =>
      /faceauth\.(open|loaded|more|filtered|empty|loading)/.test(when ?? ''),
    );
    assert.deepEqual(states, []);
  });

  for (const [start, stop, state] of [
    ['faceauth.toggleMask', 'faceauth.stopMask', 'faceauth.masked'],
    ['faceauth.watch', 'faceauth.stopWatching', 'faceauth.watching'],
  ] as const) {
    it(`says which way it goes: ${start}`, () => {
      const rule = (name: string): string | undefined =>
        commandsIn('commandPalette').find(({ command }) => command === name)?.when;
      assert.deepEqual([rule(start), rule(stop)], [`!${state}`, state]);
    });
  }
});

// Keys that lists and trees of VS Code use themselves: navigation, selection, find, expanding, hovers.
const keysOfTrees =
  /^((ctrl|cmd|shift|alt)\+)*(up|down|left|right|home|end|pageup|pagedown|space|escape|f3|f2|delete)$|^(enter|ctrl\+a|cmd\+a|ctrl\+shift\+enter|cmd\+shift\+enter|ctrl\+alt\+f|cmd\+alt\+f|[a-z0-9])$/;

describe('the keyboard shortcuts', () => {
  it('hold in the view alone, while its rows have the focus', () => {
    assert.ok(keybindings.length >= 5);
    assert.deepEqual(
      [...new Set(keybindings.map(({ when }) => when))],
      [`focusedView == ${view} && listFocus && !inputFocus`],
    );
  });

  it('take no key of the tree itself, and none twice', () => {
    const keys = keybindings.flatMap(({ key, mac }) => [`${key} elsewhere`, `${mac} on a Mac`]);
    assert.equal(new Set(keys).size, keys.length);
    assert.deepEqual(
      keybindings.filter(({ key, mac }) => keysOfTrees.test(key) || keysOfTrees.test(mac)),
      [],
    );
  });

  it('on rows are for those that are selected', () => {
    assert.deepEqual(
      keybindings.filter(({ args }) => args === 'selection').map(({ command }) => command),
      ['faceauth.copyId', 'faceauth.openRecord', 'faceauth.openJson', 'faceauth.compareWith'],
    );
  });
});
