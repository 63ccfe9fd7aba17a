import { firstBreak } from '../json/firstBreak.ts';
import { isFields } from '../api/values.ts';
import { parsed } from './fileValues.ts';

/**
 * What a text is that starts with a brace but is no whole object. `object`: the text is the beginning of an object.
 * `line`: it breaks at the character `length`, and only this line is lost. `broken`: it is an object that breaks on a
 * later line.
 */
export interface Beginning {
  readonly kind: 'object' | 'line' | 'broken';
  readonly length: number;
}

/**
 * Tells what a text is. `isByLine` where values stand on lines of their own, `isAll` where the file has no more text.
 */
export function beginningOf(text: string, isByLine: boolean, isAll: boolean): Beginning {
  const length = firstBreak(text);
  if (length === undefined || isUnfinished(text, length)) {
    return { kind: isByLine && isAll && length !== undefined ? 'line' : 'object', length: text.length };
  }
  const [first = '', second = ''] = text.split('\n', 2);
  return { kind: isByLine || length <= first.length || isFields(parsed(second)) ? 'line' : 'broken', length };
}

/** Whether a text may break only because there is no more of it: at its end, or in the token that it ends with. */
function isUnfinished(text: string, broken: number): boolean {
  return unfinished.test(text.slice(broken));
}

const unfinished = /^(?:"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\.)*\\?|[\w.+-]*)$/u;
