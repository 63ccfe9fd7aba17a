/** What an error object says about itself; every text is remote, of at most 500 characters. */
export interface ErrorWords {
  readonly traceId?: string;
  readonly errorCode?: string;
  readonly message?: string;
}

/** Longer than this, in characters, nothing is kept of what the service says about itself. */
const longest = 500;

/** The service, gateways and serverless platforms each have their own names for the same. */
const names = {
  traceId: ['traceId', 'trace_id'],
  errorCode: ['errorCode', 'error_code', 'code', 'errorType'],
  message: ['message', 'Message', 'errorMessage', 'error_message', 'error'],
};

/** Codes that stand for a success. */
const successful = /^(0|200|ok|success)$/i;

/**
 * Reads the words of an error object; none of them is there when it has none. `hide` takes the key out of each: it is
 * applied to the decoded text, where a key that was written with escapes is found too.
 */
export function errorWords(value: unknown, hide: (text: string) => string): ErrorWords {
  if (typeof value !== 'object' || value === null) {
    return {};
  }
  const fields: Readonly<Record<string, unknown>> = { ...value, ...innerError(value) };
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, spellings]) => {
      const text = spellings.map((spelling) => textOf(fields[spelling])).find((found) => found !== undefined);
      return text === undefined ? [] : [[name, hide(text).slice(0, longest)]];
    }),
  );
}

/** Whether the object names an error, and not only a message, which a success can have as well. */
export function namesError(value: object): boolean {
  const fields: Readonly<Record<string, unknown>> = { ...value, ...innerError(value) };
  return (
    Object.keys(innerError(value)).length > 0 ||
    ['errorMessage', 'error_message', 'error'].some((name) => textOf(fields[name]) !== undefined) ||
    names.errorCode.some((name) => !successful.test(textOf(fields[name]) ?? 'ok'))
  );
}

/** The error of `{error: {…}}` and `{errors: [{…}]}`. */
function innerError(value: object): object {
  const inner: unknown =
    'error' in value
      ? value.error
      : 'errors' in value && Array.isArray(value.errors)
        ? (value.errors as readonly unknown[])[0]
        : undefined;
  return typeof inner === 'object' && inner !== null ? inner : {};
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}
