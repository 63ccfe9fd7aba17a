import { applyEdits, format } from 'jsonc-parser';
import { depthIn, textIn } from '../../json/span.ts';
import { Turn } from '../../json/turn.ts';
import { createLocator } from '../../api/where.ts';
import type { Place } from '../model/submission.ts';

/**
 * Deeper than this, indentation costs more than it helps: the record is shown as it came. At 100 the formatter would
 * write `undefined` into it, in the place of a line break with 200 spaces.
 */
const deepestFormatted = 99;

/** A record as received, formatted: its keys in their order, its numbers digit by digit, nothing dropped. */
export async function recordText(place: Place): Promise<string> {
  const bytes = await place.source.bytes();
  const span = createLocator(bytes)(place);
  const text = textIn(bytes, span);
  return depthIn(bytes, span) > deepestFormatted ? text : formatted(text);
}

/** A record as received, parsed. */
export async function recordValue(place: Place): Promise<unknown> {
  const bytes = await place.source.bytes();
  return JSON.parse(textIn(bytes, createLocator(bytes)(place)));
}

/**
 * What `make` makes of records as received, parsed; in the order given. Each answer is unpacked and looked through once.
 * Undefined when the signal came meanwhile.
 */
export async function madeOfRecords<T>(
  places: readonly Place[],
  make: (raw: unknown) => T,
  signal: AbortSignal,
): Promise<readonly T[] | undefined> {
  const turn = new Turn();
  const made = new Map<number, T>();
  for (const [source, together] of Map.groupBy(places.entries(), ([, place]) => place.source)) {
    const bytes = await source.bytes();
    const locate = createLocator(bytes);
    for (const [index, place] of together) {
      if (turn.over) {
        await turn.pass();
      }
      if (signal.aborted) {
        return undefined;
      }
      made.set(index, make(JSON.parse(textIn(bytes, locate(place)))));
    }
  }
  return [...made].toSorted(([a], [b]) => a - b).map(([, one]) => one);
}

function formatted(text: string): string {
  return `${applyEdits(text, format(text, undefined, { insertSpaces: true, tabSize: 2, eol: '\n' }))}\n`;
}
