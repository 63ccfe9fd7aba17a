import * as l10n from '@vscode/l10n';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { root } from '../../host/folders.ts';

const texts = z.record(z.string(), z.string());

/** How much longer the words are than the English ones. */
const longer = 0.4;

/**
 * The English words in a language that nobody speaks: in brackets, in wide letters and longer. What is still in narrow
 * letters did not go through the translation, and a text without its last bracket was cut.
 */
function pseudo(text: string): string {
  const letters = text.replaceAll(/\{\d+\}|[!-~]/g, (sign) =>
    sign.length > 1 || !/[A-Za-z]/.test(sign) ? sign : String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfe_e0),
  );
  return `⟦${letters}${'~'.repeat(Math.ceil(text.length * longer))}⟧`;
}

/** Lets the tests of a suite see all words in the pseudo-language. */
export function speakPseudo(): void {
  before(() => {
    const english = texts.parse(JSON.parse(readFileSync(join(root, 'l10n', 'bundle.l10n.json'), 'utf8')));
    l10n.config({ contents: Object.fromEntries(Object.keys(english).map((key) => [key, pseudo(key)])) });
  });
  after(() => {
    l10n.config({ contents: {} });
  });
}

/** The texts in a model of a view, joined where they are pieces of a sentence; `hidden` are the fields that nobody sees. */
export function textsIn(model: unknown, hidden: ReadonlySet<string>): readonly string[] {
  if (typeof model === 'string') {
    return [model];
  }
  if (Array.isArray(model)) {
    return model.flatMap((part: unknown) => textsIn(part, hidden));
  }
  return typeof model !== 'object' || model === null
    ? []
    : Object.entries(model).flatMap(([name, part]) => {
        const found = hidden.has(name) ? [] : textsIn(part, hidden);
        return name === 'sentence' ? [found.join('')] : found;
      });
}

/** The narrow words in a text, names with underscores being one word. Markdown writes those with a backslash. */
function narrowWords(text: string): readonly string[] {
  return text.replaceAll('\\_', '_').match(/[A-Za-z]\w+/g) ?? [];
}

/** The texts that are not all translated, or are cut: those with words that are neither wide nor among the data. */
export function untranslated(shown: readonly string[], data: ReadonlySet<string>): readonly string[] {
  return shown.filter(
    (text) => narrowWords(text).some((word) => !data.has(word)) || text.split('⟦').length !== text.split('⟧').length,
  );
}

/** The words of data, which no language changes, and `UTC`. */
export function wordsOf(...data: readonly unknown[]): ReadonlySet<string> {
  return new Set([...narrowWords(JSON.stringify(data)), 'UTC']);
}
