import { isEmpty, isFields, isList, objectFrom, type Fields } from './values.ts';

/** What an error object says about itself; every text is remote, of at most 500 characters. */
export interface ErrorWords {
  readonly traceId?: string;
  readonly errorCode?: string;
  readonly message?: string;
}

/** How many characters are kept of each text that the service says about itself. */
const longest = 500;

/**
 * The service, gateways and serverless platforms name these fields differently; the names are as `folded` writes them.
 */
const names = {
  traceId: ['traceid'],
  errorCode: ['errorcode', 'code', 'errortype', 'type', 'statuscode', 'status'],
  message: [
    'message',
    'errormessage',
    'error',
    'errors',
    'exception',
    'msg',
    'faultstring',
    'detail',
    'title',
    'reason',
  ],
};

/** Names of objects that hold the words of an error; `body` is the answer of a function that nobody unpacked. */
const innerNames = ['error', 'errors', 'fault', 'body'];

/** Codes that stand for a success. */
const successful = /^(0+|2\d\d|ok|succe(ss(ful)?|ed(ed)?))$/i;

/** Texts that say nothing; other services send no text instead. */
const saysNothing = /^\s*(none|null|nil|undefined|false|n\/a)?\s*$/i;

/** How many fields of an object are read; an error has fewer. */
const mostFields = 100;

/** How many texts are read of a message that is a list. */
const mostTexts = 5;

/**
 * Reads the words of an error object; without any when it has none. `hide` takes the key out of each text. It is
 * applied to the decoded text, so that a key that was written with escapes is found too.
 */
export function errorWords(value: unknown, hide: (text: string) => string): ErrorWords {
  const fields = fieldsIn(value);
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, spellings]) => {
      const text = textIn(fields, spellings);
      return text === undefined ? [] : [[name, hide(text).slice(0, longest)]];
    }),
  );
}

/** Whether the object names an error, and not only a message, which a success can have as well. */
export function namesError(value: object): boolean {
  const fields = fieldsIn(value);
  const code = textIn(fields, ['errorcode', 'code', 'errortype', 'statuscode']);
  return (
    (code !== undefined && !successful.test(code)) ||
    Number(fields['status']) >= 400 ||
    fields['success'] === false ||
    fields['ok'] === false ||
    fields['error'] === true ||
    /exception$|error$/i.test(textOf(fields['type']) ?? '') ||
    /^(error|fail(ed|ure)?)$/i.test(textOf(fields['status']) ?? '') ||
    textIn(fields, ['errormessage', 'error', 'errors', 'exception', 'faultstring']) !== undefined ||
    innerOf(fields, ['error', 'errors', 'fault']) !== undefined
  );
}

/** Whether the object names a success. Then a message in it is no error message. */
export function namesSuccess(value: object): boolean {
  const code = textIn(fieldsIn(value), ['errorcode', 'code', 'statuscode', 'status']);
  return code !== undefined && successful.test(code);
}

/** The HTTP status of a failure that an error names as its own; undefined for any other code. */
export function statusIn(value: object): number | undefined {
  const fields = fieldsIn(value);
  return ['statuscode', 'status', 'errorcode', 'code']
    .map((name) => Number(textOf(fields[name])))
    .find((status) => Number.isInteger(status) && status >= 400 && status < 600);
}

/** The fields of an error. The fields of an error object inside it replace those of the same name around it. */
function fieldsIn(value: unknown): Fields {
  const outer = isFields(value) ? folded(value) : {};
  return { ...outer, ...folded(innerOf(outer, innerNames) ?? {}) };
}

/** The fields that say something, by their names in small letters, without `_` and `-`. */
function folded(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields)
      .slice(0, mostFields)
      .filter(([, value]) => !isEmpty(value))
      .map(([name, value]) => [name.toLowerCase().replaceAll(/[_-]/g, ''), value]),
  );
}

/** The error of `{error: {…}}`, `{errors: [{…}]}` and the like, also as JSON text. */
function innerOf(fields: Fields, among: readonly string[]): Fields | undefined {
  for (const name of among) {
    const value = fields[name];
    const inner = objectFrom(isList(value) ? value[0] : value);
    if (inner !== undefined) {
      return inner;
    }
  }
  return undefined;
}

function textIn(fields: Fields, spellings: readonly string[]): string | undefined {
  return spellings.map((spelling) => textOf(fields[spelling])).find((found) => found !== undefined);
}

/** The text in a text, in a number, or in a list of texts, which some services send as their message. */
function textOf(value: unknown): string | undefined {
  if (isList(value)) {
    const texts = value.slice(0, mostTexts).filter((item) => typeof item === 'string' && !saysNothing.test(item));
    return texts.length === 0 ? undefined : texts.join('; ');
  }
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && !saysNothing.test(text) ? text : undefined;
}
