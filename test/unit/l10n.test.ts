import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { exportedStrings } from '../../scripts/l10n/strings.ts';
import { root } from '../host/folders.ts';

const texts = z.record(z.string(), z.string());

function textsOf(...path: readonly string[]): readonly (readonly [key: string, text: string])[] {
  return Object.entries(texts.parse(JSON.parse(readFileSync(join(root, ...path), 'utf8'))));
}

const bundle = textsOf('l10n', 'bundle.l10n.json');
const manifest = textsOf('package.nls.json');

/** A text without what is not prose: names of settings and commands, and the targets of links. */
function prose(text: string): string {
  return text
    .replaceAll(/`[^`]*`/g, '')
    .replaceAll(/\*\*[^*]*\*\*/g, '')
    .replaceAll(/\]\([^)]*\)/g, ']');
}

// In a title, as VS Code writes commands and buttons, every word has a capital, except these after the first word.
const small = new Set(['a', 'an', 'and', 'as', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);
const names = new Set([
  ...['API', 'Base', 'CSV', 'FaceAuth', 'ID', 'Inspector', 'JSON', 'NDJSON', 'UTC', 'URL'],
  ...['VS', 'Code', 'Code’s', "Code's"],
]);

function isTitleCase(text: string): boolean {
  const words = text.replace(/…$/, '').split(/[\s-]+/);
  return words.every((word, index) => /^[A-Z]/.test(word) || (index > 0 && small.has(word)) || serviceWords.has(word));
}

function wronglyCapital(paragraph: string): readonly string[] {
  return paragraph
    .split(/(?<=[.:?!])\s+/)
    .flatMap((sentence) => sentence.split(/\s+/).slice(1))
    .map((word) => word.replaceAll(/^["“(]|[”").,:;?!]+$/g, ''))
    .filter((word) => /^[A-Z]/.test(word) && !names.has(word));
}

// Names that the service and the tool have in the world outside; they are written as there.
const serviceWords = new Set(['authId', 'cURL', 'FaceAuth']);

describe('the words for translators', () => {
  it('are all in the exported bundle, and nothing else is (npm run l10n exports it)', async function () {
    // The exporter reads every source with a full grammar.
    this.timeout(60_000);
    assert.deepEqual(texts.parse(await exportedStrings()), Object.fromEntries(bundle));
  });

  it('number their placeholders from 0, in the order of reading', () => {
    const wrong = bundle.filter(([, text]) => {
      const found = [...new Set(Array.from(text.matchAll(/\{(\w*)\}/g), ([, name]) => name))];
      return found.some((name, index) => name !== String(index));
    });
    assert.deepEqual(wrong, []);
  });
});

/** The parts that no translation of a text may change: placeholders, code, targets of links, icons, marks of bold. */
function fixedParts(text: string): readonly string[] {
  return (text.match(/\{\w*\}|`[^`]*`|\]\([^)]*\)|\$\([\w~-]+\)|\*\*|\n|https?|faceauth\.\w+/g) ?? []).toSorted();
}

const edges = /^\s*|\s*$/g;

for (const [folder, name] of [
  ['l10n', 'bundle.l10n'],
  ['.', 'package.nls'],
] as const) {
  const english = textsOf(folder, `${name}.json`);
  for (const path of globSync(`${name}.*.json`, { cwd: join(root, folder) }).toSorted()) {
    const translated = textsOf(folder, path);
    const translations = new Map(translated);

    describe(`the translations in ${path}`, () => {
      it('lack nothing, have nothing stale and keep the order of the English', () => {
        const keys = english.map(([key]) => key);
        const order = (some: readonly string[]) => (name === 'package.nls' ? some.toSorted() : some);
        assert.deepEqual(order(translated.map(([key]) => key)), order(keys));
      });

      it('keep the placeholders, code, links and spaces at the edges of the English', () => {
        const wrong = english.filter(([key, text]) => {
          const translation = translations.get(key) ?? '';
          return (
            String(fixedParts(text)) !== String(fixedParts(translation)) ||
            String(text.match(edges)) !== String(translation.match(edges))
          );
        });
        assert.deepEqual(wrong, []);
      });

      it('are not the English, but where there is nothing to translate', () => {
        const untouched = new Set(['KYC', 'UTC']);
        const same = translated.filter(
          ([key, text]) =>
            text === new Map(english).get(key) &&
            !untouched.has(text.replaceAll(/\{\d\}/g, '').trim()) &&
            /\p{L}/u.test(text.replaceAll(/\{\d\}/g, '')),
        );
        assert.deepEqual(same, []);
      });
    });
  }
}

/** The texts in a part of the manifest that VS Code shows to people, with where they stand. */
function shownIn(part: unknown, path = ''): readonly string[] {
  if (typeof part === 'string') {
    return /\/(title|label|displayName|userDescription|description|markdownDescription|\w*[dD]escriptions|contents)(\/\d+)?$/.test(
      path,
    )
      ? [`${path}: ${part}`]
      : [];
  }
  return typeof part === 'object' && part !== null
    ? Object.entries(part).flatMap(([name, one]) => shownIn(one, `${path}/${name}`))
    : [];
}

describe('the words of the manifest', () => {
  it('all stand in package.nls.json, but for the name of the product and what a language model reads', () => {
    const shown = shownIn(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    assert.ok(shown.length > 80);
    assert.deepEqual(
      shown.filter(
        (one) => !/: %[\w.]+%$|: FaceAuth( Inspector)?$|^\/contributes\/languageModelTools\/\d+\/inputSchema/.test(one),
      ),
      [],
    );
  });

  it('name no code: settings stand in backticks', () => {
    const camelCase = /\b[a-z]+[A-Z]\w*/g;
    const found = manifest.flatMap(([key, text]) =>
      (prose(text).match(camelCase) ?? []).filter((word) => !serviceWords.has(word)).map((word) => `${key}: ${word}`),
    );
    assert.deepEqual(found, []);
  });

  it('write commands and buttons as VS Code does, with capitals', () => {
    const commands = manifest.filter(([key]) => /^(command\.|view\.|tool\.\w+$)/.test(key)).map(([, text]) => text);
    const buttons = manifest.flatMap(([, text]) =>
      Array.from(text.matchAll(/\[([^\]]+)\]\(/g), ([, label = '']) => label),
    );
    assert.ok(commands.length > 10 && buttons.length > 7);
    assert.deepEqual(
      [...commands, ...buttons].filter((text) => !isTitleCase(text)),
      [],
    );
  });

  const sentences = manifest
    .filter(([key]) => !/^(command\.|view\.|tool\.\w+$)/.test(key))
    .flatMap(([key, text]) =>
      text
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('['))
        .map((line) => [key, prose(line)] as const),
    );

  it('write everything else as sentences that begin with a capital and end, titles without the full stop', () => {
    assert.deepEqual(
      sentences.filter(
        ([key, line]) => !(key.endsWith('.title') ? /^[A-Z].*[^.]$/ : /^[A-Z].*[.?!]$/).test(line.trim()),
      ),
      [],
    );
  });

  it('write no other word with a capital but names', () => {
    assert.deepEqual(
      sentences.flatMap(([key, line]) => wronglyCapital(line).map((word) => `${key}: ${word}`)),
      [],
    );
  });
});
