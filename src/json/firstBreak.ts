type Expected = 'value' | 'firstItem' | 'firstName' | 'name' | 'colon' | 'next' | 'nothing';

const space = /[ \t\r\n]*/y;
const plain = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const string = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;

/**
 * Where a text stops being JSON, in UTF-16 units: the beginning of the token that cannot stand there, or the end of a text
 * that ends too early. Undefined for JSON. Takes time in proportion to its length, however deep it is nested.
 */
export function firstBreak(json: string): number | undefined {
  const closings: ('}' | ']')[] = [];
  let expected: Expected = 'value';
  for (let at = matched(space, json, 0); at < json.length; at = matched(space, json, at)) {
    const first = json.charAt(at);
    const closing = closings.at(-1);
    if (isValue(expected) && (first === '{' || first === '[')) {
      closings.push(first === '{' ? '}' : ']');
      expected = first === '{' ? 'firstName' : 'firstItem';
      at++;
      continue;
    }
    if (first === closing && (expected === 'next' || expected === 'firstName' || expected === 'firstItem')) {
      closings.pop();
      expected = afterValue(closings);
      at++;
      continue;
    }
    const end = endOfToken(json, at, expected);
    if (end === at) {
      return at;
    }
    expected = following(expected, closings);
    at = end;
  }
  return expected === 'nothing' ? undefined : json.length;
}

/** The first unit after the token at `at`; `at` itself when no such token may stand there. */
function endOfToken(json: string, at: number, expected: Expected): number {
  switch (expected) {
    case 'value':
    case 'firstItem':
      return json.charAt(at) === '"' ? matched(string, json, at) : matched(plain, json, at);
    case 'firstName':
    case 'name':
      return matched(string, json, at);
    case 'colon':
      return json.charAt(at) === ':' ? at + 1 : at;
    case 'next':
      return json.charAt(at) === ',' ? at + 1 : at;
    case 'nothing':
      return at;
  }
}

function following(expected: Expected, closings: readonly string[]): Expected {
  switch (expected) {
    case 'firstName':
    case 'name':
      return 'colon';
    case 'colon':
      return 'value';
    case 'next':
      return closings.at(-1) === '}' ? 'name' : 'value';
    default:
      return afterValue(closings);
  }
}

function afterValue(closings: readonly string[]): Expected {
  return closings.length === 0 ? 'nothing' : 'next';
}

function isValue(expected: Expected): boolean {
  return expected === 'value' || expected === 'firstItem';
}

function matched(pattern: RegExp, json: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(json) ? pattern.lastIndex : at;
}
