import type { Labelled } from './recordParts.ts';

/** Why there is no record in a document: what happened, and what helps. */
export interface Reason<Action extends string> {
  readonly summary: string;
  readonly advice: string;
  readonly remedies: readonly Labelled<Action>[];
}

/** The text of a document without a record, as a JSON comment, and where the remedies stand in it. */
export interface ReasonText<Action extends string> {
  readonly text: string;
  /** Zero-based lines and columns, in UTF-16 code units. */
  readonly remedies: readonly (Labelled<Action> & {
    readonly line: number;
    readonly start: number;
    readonly end: number;
  })[];
}

const sign = '// ';

/** Longer lines are broken between words, in UTF-16 code units. */
const width = 80;

/** Writes a reason so that it can be read in an editor, each remedy on a line of its own. */
export function reasonText<Action extends string>({ summary, advice, remedies }: Reason<Action>): ReasonText<Action> {
  const words = [summary, advice].filter((text) => text !== '').flatMap(broken);
  const lines = remedies.length === 0 ? words : [...words, '', ...remedies.map(({ label }) => label)];
  const first = lines.length - remedies.length;
  return {
    text: lines.map((line) => `${`${sign}${line}`.trimEnd()}\n`).join(''),
    remedies: remedies.map((remedy, at) => ({
      ...remedy,
      line: first + at,
      start: sign.length,
      end: sign.length + remedy.label.length,
    })),
  };
}

function broken(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
