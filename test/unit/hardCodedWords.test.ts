import assert from 'node:assert/strict';
import { sources } from './sources.ts';

// Comments, regular expressions, and strings of all three kinds, whose text is in a group.
const tokens = new RegExp(
  [
    /\/\*[\s\S]*?\*\//,
    /(?<=^|\s)\/\/[^\n]*/,
    /(?<=[=([,:&|?!]\s*)\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/,
    /'((?:[^'\\\n]|\\.)*)'/,
    /"((?:[^"\\\n]|\\.)*)"/,
    /`((?:[^`\\]|\\.)*)`/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** Strings of a source that read as English prose: two words and more, or one with a capital. */
function proseIn(text: string): readonly string[] {
  return [...text.matchAll(tokens)].flatMap(({ index, 1: single, 2: double, 3: template }) => {
    const found = (single ?? double ?? template ?? '').replaceAll(/\$\{[^}]*\}/g, '0');
    const isProse = /[A-Za-z]{2,} [A-Za-z]|0 [a-z]{2,}|[a-z]{2,} 0|^[A-Z][a-z]{2,}$/.test(found);
    // Leave out texts that l10n translates, and texts of our own errors, which go to the log.
    const before = text.slice(Math.max(0, index - 80), index);
    return isProse && !/(l10n\.t|Error)\(\s*$/.test(before) ? [found] : [];
  });
}

describe('the words in the sources', () => {
  // What is said to a machine or in the log, and names that are the same in all languages.
  const fixed = new Set([
    'src/api/body.ts: The body broke off',
    'src/api/classify.ts: explicit deny',
    'src/api/classify.ts: faceauth_project not found',
    'src/api/classify.ts: Message',
    'src/api/connectionFailure.ts: unknown error',
    'src/editor/document/submissionFiles.ts: FaceAuth submissions',
    'src/editor/window/askForFile.ts: Downloads',
    'src/editor/window/log.ts: FaceAuth Inspector',
    'src/editor/window/log.ts: 0 records',
    'src/editor/window/log.ts: 0 ms',
    'src/editor/window/log.ts: attempt 0',
    'src/editor/window/scrubbed.ts: An error of the type 0',
    'src/editor/window/scrubbed.ts: (the text is left out)',
    'src/sources/demo.ts: Demo data',
  ]);
  const code = /^src\/(api\/(curl|fields|excerpt)|export\/json|editor\/window\/pageHtml|demo\/)/;

  it('are found whatever the quotes, and not where they are translated, thrown or only told in a comment', () => {
    const text = `
// it's 'Not found' here
const a = 'Not found';
const b = /["'/]/.test(x) ? "Found it" : \`\${count} more\`;
throw new Error('There is no such thing.');
const c = [l10n.t('Try again'), l10n.t(
  'Two lines, {0}', d), 'faceauth.refresh', 'Approved'];
`;
    assert.deepEqual(proseIn(text), ['Not found', 'Found it', '0 more', 'Approved']);
  });

  it('all go through the translation', () => {
    const found = sources('src/**/*.ts').flatMap(({ path, text }) =>
      code.test(path) ? [] : proseIn(text).map((words) => `${path}: ${words}`),
    );
    assert.deepEqual(
      found.filter((one) => !fixed.has(one)),
      [],
    );
  });

  it('are not in the pages, which get all of theirs as messages', () => {
    const found = sources('media/**/*.{ts,tsx}').flatMap(({ path, text }) => {
      const spoken = [
        ...text.matchAll(
          /\b(?:aria-(?:label|description|valuetext|roledescription)|title|alt|placeholder|label|summary)="([^"]*[A-Za-z]{2}[^"]*)"/g,
        ),
        ...text.matchAll(/[\w"}]>\s*([^<>{}=;()]*\p{L}[^<>{}=;()]*)<\//gu),
      ].map(([, words = '']) => words.trim());
      return spoken.filter((words) => !/^(true|false|polite)$/.test(words)).map((words) => `${path}: ${words}`);
    });
    assert.deepEqual(found, []);
  });
});
