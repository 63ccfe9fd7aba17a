import assert from 'node:assert/strict';
import { sources, targetOf, withoutComments } from './sources.ts';

const src = sources('src/**/*.ts');
const files = new Map(src.map((file) => [file.path, file]));

// Everything that is loaded together with a file, except what it loads later. Packages go by their names.
function loadedWith(path: string): readonly string[] {
  const reached = new Set([path]);
  for (const one of reached) {
    const file = files.get(one);
    for (const found of file?.imports ?? []) {
      if (file !== undefined && found.kind === 'value') reached.add(targetOf(file, found));
    }
  }
  return [...reached];
}

describe('what VS Code runs at start', () => {
  it('loads little: neither schemas nor a session', () => {
    const loaded = loadedWith('src/extension.ts');
    assert.deepEqual(
      loaded.filter((path) => path !== 'vscode' && !/^src\/((extension|shell)\.ts$|editor\/)/.test(path)),
      [],
    );
    assert.ok(loaded.length < 10);
  });

  it('loads nothing of Node.js, also all at once: a browser has none', () => {
    const loaded = loadedWith('src/everything.ts');
    assert.ok(loaded.length > 200);
    assert.deepEqual(
      loaded.filter((path) => path.startsWith('node:')),
      [],
    );
  });
});

describe('what only Node.js has', () => {
  it('is used where that was asked first', () => {
    const used = src.filter(({ text }) => /\bBuffer\.|\bprocess\.(env|versions|platform)/.test(withoutComments(text)));
    assert.ok(used.length > 0);
    assert.deepEqual(
      used.filter(({ text }) => !/\btypeof (Buffer|process) === '/.test(text)).map(({ path }) => path),
      [],
    );
  });
});
