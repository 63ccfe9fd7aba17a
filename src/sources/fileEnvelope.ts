import { envelopeNames, projectName, projectOf } from '../api/envelope.ts';
import { recordFields } from '../api/fields.ts';
import { isFields } from '../api/values.ts';
import { utf8 } from '../json/bytes.ts';
import { openArray, quote, skipSpace, stringEnd, textIn } from '../json/span.ts';
import { parsed, separatorsAt, wholeEnd } from './fileValues.ts';

/**
 * How far an envelope is searched for its project, in bytes. The project stands behind the records where a program
 * sorted the names; the 2,000 records of the largest page take less than this.
 */
const mostSearched = 16 * 1024 * 1024;

/** For an envelope that is too long to be looked at as a whole: where its records begin, and its project. */
export interface EnvelopeStart {
  readonly at: number;
  readonly project: string | undefined;
  /** Whether more bytes may tell its project, which may stand behind the records. */
  readonly isCut: boolean;
}

/** Looks for the list of records in the object at `start`; undefined for a record, and where no list is found. */
export function envelopeAt(bytes: Uint8Array, start: number): EnvelopeStart | undefined {
  const json = bytes.subarray(0, start + mostSearched);
  const names = new Set<string>();
  let list: number | undefined;
  let project: string | undefined;
  let at = skipSpace(json, start + 1);
  while (json[at] === quote) {
    const nameEnd = stringEnd(json, at);
    const value = skipSpace(json, skipSpace(json, nameEnd) + 1);
    const name = textIn(json, { start: at + 1, end: nameEnd - 1 });
    if (name === 'data' && json[value] === openArray) {
      const isNamed = envelopeNames.some((one) => names.has(one));
      if (!isNamed && recordFields.id.names.some((one) => names.has(one))) {
        return undefined;
      }
      list ??= value + 1;
    }
    if (list !== undefined && project !== undefined) {
      break;
    }
    const end = wholeEnd(json, value) ?? json.length;
    if (name === projectName && end < json.length) {
      project = projectIn(textIn(json, { start: value, end }));
    }
    names.add(name);
    at = separatorsAt(json, end).end;
  }
  const isCut = project === undefined && at >= json.length && json.length < start + mostSearched;
  return list === undefined ? undefined : { at: list, project, isCut };
}

/** The project that its JSON value names, read in the same way as in an answer that is read as a whole. */
function projectIn(value: string): string | undefined {
  const json = `{"${projectName}":${value}}`;
  const element = parsed(json);
  return isFields(element) ? projectOf(element, () => utf8(json)) : undefined;
}
