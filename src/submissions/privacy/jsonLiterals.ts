import { knownFields } from '../../api/fields.ts';
import { idFrom } from '../../api/values.ts';
import { tokensIn } from '../../json/tokens.ts';
import { idNames } from './idNames.ts';

/** A string or a number of a JSON text. */
export interface Literal {
  /** `idNumber`: a number that stands where an id does. */
  readonly role: 'name' | 'id' | 'value' | 'idNumber' | 'number';
  /** The text of a string or number. A whole number is written in digits alone, as an id is: `1.2e1` gives `12`. */
  readonly value: string;
  /** Where it begins and ends, its quotes included. */
  readonly start: number;
  readonly end: number;
}

const documentedNames = new Set([...Object.values(knownFields).flat(), ...idNames]);

/** Whether a literal is a name that the service documents. Such a name is no id, even if an id has the same text. */
export function isDocumented({ role, value }: Literal): boolean {
  return role === 'name' && documentedNames.has(value);
}

/** The strings and numbers of a JSON text, in their order; `name` is the name of the field whose value the text is. */
export function* literalsIn(json: string, name = ''): Generator<Literal> {
  const outer: boolean[] = [];
  let isId = idNames.has(name);
  let last: Omit<Literal, 'role'> | undefined;
  for (const { first, start, end } of tokensIn(json)) {
    if (last !== undefined) {
      // Only what follows a string tells whether it is a name.
      yield { ...last, role: first === ':' ? 'name' : roleOf(last.value, isId) };
      // Every value in a list or an object under the name of an id is an id too, whatever its own name.
      isId = first === ':' ? outer.at(-1) === true || idNames.has(last.value) : isId;
      last = undefined;
    }
    if (first === '"') {
      last = { value: String(JSON.parse(json.slice(start, end))), start, end };
    } else if (/[-\d]/.test(first)) {
      yield { role: isId ? 'idNumber' : 'number', value: numberText(json.slice(start, end)), start, end };
    } else if (first === '{' || first === '[') {
      outer.push(isId);
    } else if (first === '}' || first === ']') {
      isId = outer.pop() === true;
    }
  }
  if (last !== undefined) {
    yield { ...last, role: roleOf(last.value, isId) };
  }
}

/** Digits that a number cannot hold stay as they are. */
function numberText(digits: string): string {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? String(number) : digits;
}

function roleOf(text: string, isId: boolean): 'id' | 'value' {
  return isId && idFrom(text) !== undefined ? 'id' : 'value';
}
