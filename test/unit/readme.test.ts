import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { installedPage } from '../../scripts/installedPage.ts';
import { root } from '../host/folders.ts';

const manifestShape = z.object({
  scripts: z.record(z.string(), z.string()),
  contributes: z.object({
    commands: z.array(z.object({ title: z.string() })),
    configuration: z.object({ properties: z.record(z.string(), z.object({ default: z.unknown() })) }),
  }),
});

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const readme = read('README.md');
const { scripts, contributes } = manifestShape.parse(JSON.parse(read('package.json')));
const texts = z.record(z.string(), z.string()).parse(JSON.parse(read('package.nls.json')));

/** The cells of the rows below a heading, up to the next heading. */
function tableBelow(heading: string): readonly (readonly string[])[] {
  const [, part = ''] = readme.split(`\n${heading}\n`);
  const [section = ''] = part.split(/\n#/);
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, ...cells]) => cells);
}

describe('The page for users', () => {
  it('lists all commands by their titles, and no other', () => {
    const titles = contributes.commands.map(({ title }) => texts[title.replaceAll('%', '')] ?? title);
    assert.deepEqual(
      tableBelow('## Commands').map(([title]) => title),
      titles,
    );
  });

  it('lists all settings with their defaults, and no other', () => {
    assert.deepEqual(
      tableBelow('## Settings').map(([name, value]) => [name, value]),
      Object.entries(contributes.configuration.properties).map(([name, setting]) => [
        `\`${name}\``,
        `\`${String(setting.default)}\``,
      ]),
    );
  });

  it('names no command in its text that does not exist', () => {
    const known = new Set(Object.values(texts));
    const named = Array.from(
      readme.matchAll(/\*\*(?:FaceAuth: )?([A-Z][^*.]*…|FaceAuth: [^*]+)\*\*/g),
      ([, name = '']) => name.replace('FaceAuth: ', ''),
    );
    assert.ok(named.length > 5);
    assert.deepEqual(
      named.filter((name) => !known.has(name) && name !== 'Extensions: Install from VSIX…'),
      [],
    );
  });

  it('shows pictures that exist, each with words for who cannot see it, and leaves none out', () => {
    const pictures = Array.from(readme.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g), ([, words = '', path = '']) => {
      assert.ok(words.length > 10, path);
      return path;
    });
    assert.deepEqual(pictures.toSorted(), globSync('media/pictures/*.png', { cwd: root }).toSorted());
  });

  // Each row of the table, and a test of each column that shows it.
  const shown: Readonly<Record<string, readonly [string, string]>> = {
    'Demo data, records, JSON, insights, simulator': ['test/e2e/insights.test.ts', 'test/e2e/browserAlone.test.ts'],
    'Files, and what stands in an editor': ['test/editor/files.test.ts', 'test/e2e/browserAlone.test.ts'],
    'A FaceAuth service': ['test/e2e/mainJob.test.ts', 'test/e2e/browserAlone.test.ts'],
    Exports: ['test/e2e/exports.test.ts', 'test/e2e/browserAlone.test.ts'],
    'Ids in text editors': ['test/editor/linksOfIds.test.ts', 'test/e2e/browserAlone.test.ts'],
    'Ids in terminals and debuggers, links from outside': ['test/e2e/deepLinks.test.ts', ''],
    'Tools for the language model of a chat': ['test/editor/modelTools.test.ts', ''],
  };

  it('says where what works, and tests show it there', () => {
    const rows = tableBelow('## Where it works');
    assert.deepEqual(
      rows.map(([what]) => what),
      Object.keys(shown),
    );
    for (const [what = '', ...places] of rows) {
      for (const [index, place] of places.slice(0, 2).entries()) {
        const test = shown[what]?.[index] ?? '';
        assert.ok(place === 'not tried' ? test === '' : existsSync(join(root, test)), `${what}: ${place}`);
      }
    }
  });

  it('names files and folders that exist', () => {
    const paths = Array.from(
      readme.matchAll(/`((?:src|test|media|l10n|scripts)\/[\w./-]*)`/g),
      ([, path = '']) => path,
    );
    assert.ok(paths.length > 20);
    assert.deepEqual(
      paths.filter((path) => !existsSync(join(root, path))),
      [],
    );
  });

  it('names scripts that exist', () => {
    const named = Array.from(readme.matchAll(/npm (?:run )?(start|test|(?<=run )\w+)/g), ([, name = '']) => name);
    assert.deepEqual(
      named.filter((name) => scripts[name] === undefined),
      [],
    );
  });
});

describe('The page of the installed extension', () => {
  const page = installedPage(readme);

  it('has what users need, and nothing for who builds it', () => {
    const headings = Array.from(page.matchAll(/^## (.*)$/gm), ([, heading]) => heading);
    assert.deepEqual(headings.slice(0, 3), ['What it is for', 'Where it works', 'The first five minutes']);
    assert.ok(headings.includes('Privacy') && headings.includes('Limits'));
    assert.doesNotMatch(page, /npm |vsix|copy of this repository|media\/pictures/);
  });

  it('ends no sentence where a picture stood', () => {
    const blocks = page.split(/\n\n+/);
    const open = blocks.filter((block, at) => block.endsWith(':') && !/^(- |\d+\. |\||```)/.test(blocks[at + 1] ?? ''));
    assert.deepEqual(open, []);
    assert.doesNotMatch(page, /\n- [^\n]*:\n(\n- |\n?#)/);
  });
});
