import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { commandNames } from '../../src/editor/commandNames.ts';
import type { Emptiness } from '../../src/session/headline.ts';
import { commandsIn, conditions, declarations, manifest, stepEvents, texts } from './declared.ts';
import { sources, textOf } from './sources.ts';

const { commands, keybindings, menus, views, viewsContainers, viewsWelcome } = manifest.contributes;
const declared = commands.map(({ command }) => command);
const view = 'faceauth.submissions';

// The names in a condition that begin with `faceauth.`, the view's own aside.
function keysIn(condition: string): readonly string[] {
  return [...condition.matchAll(/(?<!')\bfaceauth\.[\w.]+/g)].map(([name]) => name).filter((name) => name !== view);
}

// The values with which a name is compared anywhere in the conditions, also those of a pattern of alternatives.
function valuesOf(name: string): ReadonlySet<string> {
  const compared = new RegExp(String.raw`\b${name} (?:[!=]= '?([\w.]*)'?|=~ /\^\(([^)]*)\)\$/)`, 'g');
  return new Set(
    conditions
      .flatMap((condition) => [...condition.matchAll(compared)])
      .flatMap(([, value, pattern]) => value ?? pattern?.split('|') ?? []),
  );
}

describe('the declared commands', () => {
  it('are those of the code', () => {
    assert.deepEqual(declared.toSorted(), commandNames.toSorted());
  });

  it('are each registered in one room, beside their work', () => {
    const rooms = sources('src/editor/**/*.ts')
      .map(({ path }) => textOf(path))
      .join('\n');
    const registered = [...rooms.matchAll(/\b(?:register\(|on\(|onProject\(core, )'(faceauth\.\w+)'/g)].map(
      ([, name = '']) => name,
    );
    assert.deepEqual(registered.toSorted(), commandNames.toSorted());
  });

  for (const { command, title, category, icon } of commands) {
    it(`have a title, a category and a rule for the palette: ${command}`, () => {
      assert.equal(title, `%command.${command.replace('faceauth.', '')}%`);
      assert.equal(category, 'FaceAuth');
      assert.equal(commandsIn('commandPalette').filter((item) => item.command === command).length, 1);
      assert.match(icon ?? '$(none)', /^\$\([a-z]+(-[a-z]+)*\)$/);
    });
  }

  it('are the only ones in the menus', () => {
    const used = [...Object.keys(menus).flatMap(commandsIn), ...keybindings].map(({ command }) => command);
    assert.deepEqual(
      used.filter((command) => !declared.includes(command)),
      [],
    );
  });

  it('have an icon wherever the view shows icons', () => {
    const shown = [...commandsIn('view/title'), ...commandsIn('view/item/context')]
      .filter(({ group }) => /^(navigation|inline)/.test(group ?? ''))
      .map(({ command }) => command);
    assert.ok(shown.length > 3);
    const bare = commands.filter(({ command, icon }) => shown.includes(command) && icon === undefined);
    assert.deepEqual(
      bare.map(({ command }) => command),
      [],
    );
  });

  it('are the only ones that the code runs', () => {
    const run = sources('src/**/*.ts').flatMap(({ text }) =>
      [...text.matchAll(/(?:executeCommand\(|command: )'(faceauth\.[\w.]+)'/g)].map(([, name = '']) => name),
    );
    assert.ok(run.length > 0);
    assert.deepEqual(
      run.filter((name) => !declared.includes(name) && name !== `${view}.focus`),
      [],
    );
  });

  it('appear in each menu once for each place', () => {
    for (const [menu, items] of Object.entries(menus)) {
      const places = items.map((item) => `${menu} ${JSON.stringify(item)}`);
      assert.equal(new Set(places).size, places.length);
    }
  });
});

describe('the conditions', () => {
  const set = new Set(
    sources('src/editor/**/*.ts').flatMap(({ text }) =>
      [...text.matchAll(/setContext(?:\(|', )'([^']+)'/g)].map(([, name = '']) => name),
    ),
  );

  it('use only names that the code sets, and all of them', () => {
    const used = new Set(conditions.flatMap(keysIn));
    assert.ok(set.size > 3);
    assert.deepEqual([...used].toSorted(), [...set].toSorted());
  });

  it('compare the emptiness of the view only with kinds of it that there are', () => {
    const kinds: Readonly<Record<Emptiness, true>> = {
      noProject: true,
      nothing: true,
      noMatch: true,
      none: true,
    };
    assert.deepEqual(
      [...valuesOf('faceauth.empty')].filter((value) => !Object.hasOwn(kinds, value)),
      [],
    );
  });

  it('compare the kind of a row only with kinds of rows that there are', () => {
    const kinds = [
      ...textOf('src/session/row.ts').matchAll(/readonly kind: ([^;]+);/g),
      ...textOf('src/editor/list/submissionsTree.ts').matchAll(/function menuKind\(.*/g),
    ].join(' ');
    const values = [...valuesOf('viewItem')];
    assert.ok(values.includes('submission'));
    assert.deepEqual(
      values.filter((value) => !kinds.includes(`'${value}'`)),
      [],
    );
  });

  it('of the items of a view name the view', () => {
    const items = [...(menus['view/title'] ?? []), ...(menus['view/item/context'] ?? [])];
    assert.deepEqual(
      items.filter(({ when }) => when?.startsWith(`view == ${view}`) !== true),
      [],
    );
  });
});

describe('the texts of the manifest', () => {
  it('are all there, and all used', () => {
    const used = new Set([...declarations.matchAll(/%([\w.]+)%/g)].map(([, name = '']) => name));
    assert.deepEqual([...used].toSorted(), Object.keys(texts).toSorted());
  });

  it('run only commands that there are, and open only settings that there are', () => {
    const settings = new Set([...Object.keys(manifest.contributes.configuration.properties), 'http.proxy']);
    let links = 0;
    for (const text of Object.values(texts)) {
      for (const [, command = '', query = ''] of text.matchAll(/\]\(command:([\w.]+)(?:\?([^)]*))?\)/g)) {
        links++;
        if (command === 'workbench.action.openSettings') {
          const names: unknown = JSON.parse(decodeURIComponent(query));
          assert.ok(Array.isArray(names) && names.every((name) => settings.has(String(name))), text);
        } else {
          assert.ok([...declared, `${view}.focus`].includes(command), `${command} in ${text}`);
        }
      }
    }
    assert.ok(links > 7);
  });
});

describe('the empty view', () => {
  it('tells of no project, of no submissions, of none on these days, and of none that match', () => {
    const emptiness = viewsWelcome.map(({ when }) => when);
    assert.deepEqual(emptiness, [
      "faceauth.empty == 'noProject'",
      "faceauth.empty == 'nothing' && !faceauth.onDays",
      "faceauth.empty == 'nothing' && faceauth.onDays",
      "faceauth.empty == 'noMatch'",
    ]);
  });
});

describe('the first steps', () => {
  const [walkthrough] = manifest.contributes.walkthroughs;

  it('are each done by the action itself', () => {
    assert.equal(stepEvents.length, walkthrough?.steps.length);
    const commandsDone = stepEvents.filter(({ kind }) => kind === 'onCommand').map(({ name }) => name);
    assert.ok(commandsDone.every((name) => declared.includes(name)));
  });

  it('have pictures in the colours of the theme, and none in a style, which VS Code would drop', () => {
    for (const { media } of walkthrough?.steps ?? []) {
      const picture = textOf(media.svg);
      assert.doesNotMatch(picture, /#[\da-f]{3,8}\b|rgb|<style|style=|class=/i, media.svg);
      assert.match(picture, /var\(--vscode-/);
    }
  });
});

describe('what the manifest says about VS Code', () => {
  it('wakes the extension only for what VS Code does not announce by itself', () => {
    const [, scheme] = /scheme = '(\w+)'/.exec(textOf('src/editor/document/submissionFiles.ts')) ?? [];
    const panels = ['src/editor/record/panels.ts', 'src/editor/insights/insightsPanels.ts'].map(
      (path) => /ViewType = '([\w.]+)'/.exec(textOf(path))?.[1],
    );
    assert.deepEqual(manifest.activationEvents, [
      `onFileSystem:${scheme}`,
      ...panels.map((panel) => `onWebviewPanel:${panel}`),
      'onUri',
    ]);
  });

  it('names the view, its container and their icons', () => {
    assert.deepEqual(
      viewsContainers.activitybar.map(({ id }) => id),
      ['faceauth'],
    );
    assert.deepEqual(
      views['faceauth']?.map(({ id }) => id),
      [view],
    );
    assert.ok(viewsWelcome.every((one) => one.view === view));
    assert.match(textOf('src/shell.ts'), /createTreeView\('faceauth\.submissions'/);
    for (const icon of [manifest.icon, ...viewsContainers.activitybar.map((one) => one.icon)]) {
      assert.ok(existsSync(new URL(`../../${icon}`, import.meta.url)), icon);
    }
  });

  it('holds in a virtual workspace, and in one that is not trusted, whose settings send nothing', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.deepEqual(untrustedWorkspaces, {
      // VS Code restricts the settings below only for an extension whose support is limited.
      supported: 'limited',
      description: '%untrusted%',
      restrictedConfigurations: ['faceauth.baseUrl', 'faceauth.autoRefreshSeconds'],
    });
    assert.equal(virtualWorkspaces, true);
  });

  it('runs where the person sits, and on the other machine only where nothing else can run it', () => {
    // So the key is sent from the same place in every window, and the settings that count are the person's own.
    assert.deepEqual(manifest.extensionKind, ['ui', 'workspace']);
  });

  it('asks for the version whose types the code is checked with', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  });

  it('has a version whose changes are told first', () => {
    assert.equal(/^## (.*)$/m.exec(textOf('CHANGELOG.md'))?.[1], manifest.version);
  });
});
