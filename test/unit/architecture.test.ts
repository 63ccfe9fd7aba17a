import assert from 'node:assert/strict';
import { importsIn, sources, targetOf, withoutComments, type SourceFile } from './sources.ts';

const src = sources('src/**/*.ts');
const pages = sources('media/**/*.{ts,tsx}');

// Each part of `src` and the other parts that it may import. Every part may import its own files.
const below: Readonly<Record<string, readonly string[]>> = {
  json: [],
  api: ['json'],
  submissions: ['api', 'json'],
  sources: ['demo', 'api', 'json'],
  session: ['submissions', 'sources', 'api', 'json'],
  insights: ['submissions', 'api', 'json'],
  export: ['submissions', 'api', 'json'],
  demo: [],
  protocol: ['insights', 'submissions', 'api'],
  editor: ['session', 'export', 'insights', 'submissions', 'sources', 'api', 'protocol', 'json'],
  'inspector.ts': ['editor', 'session', 'submissions', 'api', 'shell.ts'],
  'shell.ts': ['editor', 'inspector.ts'],
  'extension.ts': ['shell.ts', 'inspector.ts'],
  'everything.ts': ['shell.ts', 'inspector.ts'],
};

const packages = new Set(['zod/mini', '@vscode/l10n', 'csv-stringify/sync', 'vscode']);

function partOf(path: string): string {
  return path.split('/')[1] ?? '';
}

// One line for each breach of a rule. Tests compare the lines with an empty list, so that a report names them all.
function offences(files: readonly SourceFile[], broken: (file: SourceFile) => readonly string[]): readonly string[] {
  return files.flatMap((file) => broken(file).map((what) => `${file.path}: ${what}`));
}

function importing(files: readonly SourceFile[], name: RegExp): readonly string[] {
  return offences(files, ({ imports }) => imports.map(({ from }) => from).filter((from) => name.test(from)));
}

describe('the imports that are looked at', () => {
  it('are all of them, whatever their form', () => {
    const text = `import a from 'a';
import * as b from './b.ts';
import type { C } from 'c';
import {
  d,
  type D,
} from '../d.ts';
import './e.css';
export { f } from './f.ts';
export type { G } from './g.ts';
const h = await import('./h.ts');
const text = "import x from 'no';";
`;
    assert.deepEqual(
      importsIn(text).map(({ from, kind }) => `${from} ${kind}`),
      [
        'a value',
        './b.ts value',
        'c type',
        '../d.ts value',
        './e.css value',
        './f.ts value',
        './g.ts type',
        './h.ts dynamic',
      ],
    );
  });

  it('lead to files that exist', () => {
    const known = new Set([...src, ...pages, ...sources('media/**/*.css')].map(({ path }) => path));
    const lost = offences([...src, ...pages], (file) =>
      file.imports
        .map((one) => targetOf(file, one))
        .filter((target) => /^(src|media)\//.test(target) && !known.has(target)),
    );
    assert.deepEqual(lost, []);
    assert.ok(src.length > 50 && pages.length > 5);
  });
});

describe('the direction of the parts', () => {
  it('is known for every part', () => {
    assert.deepEqual([...new Set(src.map(({ path }) => partOf(path)))].toSorted(), Object.keys(below).toSorted());
  });

  for (const [part, allowed] of Object.entries(below)) {
    it(`of ${part} is ${allowed.join(', ') || 'to none'}`, () => {
      const found = offences(
        src.filter(({ path }) => partOf(path) === part),
        (file) =>
          file.imports
            .map((one) => targetOf(file, one))
            .filter((target) => target.startsWith('src/') && ![part, ...allowed].includes(partOf(target))),
      );
      assert.deepEqual(found, []);
    });
  }

  it('of the pages is to types of src alone, and never back', () => {
    const values = offences(pages, (file) =>
      file.imports
        .filter(({ kind }) => kind !== 'type')
        .map((one) => targetOf(file, one))
        .filter((target) => !target.startsWith('media/') && !/^preact(\/|$)/.test(target)),
    );
    assert.deepEqual(values, []);
    assert.deepEqual(importing(src, /media\//), []);
  });
});

describe('what stands outside', () => {
  it('is VS Code only for the editor part and the files that join everything', () => {
    assert.deepEqual(
      importing(
        src.filter(({ path }) => !/^src\/(editor\/|(inspector|shell|extension|everything)\.ts$)/.test(path)),
        /^vscode$/,
      ),
      [],
    );
  });

  it('is Node.js only for the editor part, each of its modules in one file', () => {
    assert.deepEqual(
      importing(
        src.filter(({ path }) => !path.startsWith('src/editor/')),
        /^node:/,
      ),
      [],
    );
    const used = src.flatMap(({ imports }) =>
      imports.map(({ from }) => from).filter((from) => from.startsWith('node:')),
    );
    assert.equal(new Set(used).size, used.length);
  });

  it('is the words for users only for the files of api that explain, and for the table of fields', () => {
    assert.deepEqual(
      importing(
        src.filter(({ path }) => /^src\/(api|json)\/(?!explain|fields\.ts)/.test(path)),
        /^@vscode\/l10n$/,
      ),
      [],
    );
  });

  it('is a short list of packages, in their small form', () => {
    assert.deepEqual(
      offences(src, ({ imports }) =>
        imports
          .map(({ from }) => from)
          .filter((from) => !from.startsWith('.') && !from.startsWith('node:') && !packages.has(from)),
      ),
      [],
    );
  });
});

describe('the files of src and of the pages', () => {
  it('import each other without a circle, types too', () => {
    const files = new Map([...src, ...pages].map((file) => [file.path, file]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      const file = files.get(path);
      if (file === undefined || done.has(path)) {
        return;
      }
      for (const one of file.imports.filter(({ kind }) => kind !== 'dynamic')) {
        visit(targetOf(file, one), [...trail, path]);
      }
      done.add(path);
    };
    for (const path of files.keys()) {
      visit(path, []);
    }
    assert.deepEqual(circles, []);
  });

  it('are at most 220 lines long, without comments and empty lines', () => {
    const long = offences([...src, ...pages], ({ text }) => {
      const lines = withoutComments(text)
        .split('\n')
        .filter((line) => line.trim() !== '').length;
      return lines > 220 ? [`${lines} lines`] : [];
    });
    assert.deepEqual(long, []);
  });
});

describe('what nobody may write', () => {
  for (const [what, pattern] of [
    ['HTML as text into a page', /innerHTML|dangerouslySetInnerHTML|outerHTML|insertAdjacentHTML|document\.write/],
    ['another verb than GET', /(['"`])(POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\1|\bmethod:(?!\s*'GET')/],
    ['another way to the network', /XMLHttpRequest|sendBeacon|WebSocket|EventSource|\beval\(|new Function\(/],
    ['a followed redirect', /\bredirect:(?!\s*'manual')/],
    ['a suppressed check', /@ts-|oxlint-disable|eslint-disable|\bas any\b|: any\b/],
  ] as const) {
    it(`is ${what}`, () => {
      const found = offences([...src, ...pages], ({ text }) => {
        const match = pattern.exec(withoutComments(text));
        return match === null ? [] : [match[0]];
      });
      assert.deepEqual(found, []);
    });
  }

  it('is a call of fetch in a second place', () => {
    const calling = [...src, ...pages].filter(({ text }) => /(?<![.#\w])fetch\(/.test(withoutComments(text)));
    assert.deepEqual(
      calling.map(({ path }) => path),
      ['src/sources/service.ts'],
    );
  });
});
