import { knownFields } from '../../api/fields.ts';
import { tokensIn } from '../../json/tokens.ts';
import { idReaders, type ReadId } from './idNames.ts';

/** A string or a number of a JSON text. */
export interface Literal {
  /** `idNumber`: a number that stands where an id does. */
  readonly role: 'name' | 'id' | 'value' | 'idNumber' | 'number';
  readonly value: string;
  /** Where it begins and ends, its quotes included. */
  readonly start: number;
  readonly end: number;
}

const documentedNames = new Set([...Object.values(knownFields).flat(), ...idReaders.keys()]);

/** Whether a literal is a name that the service documents, which is no id, whatever an id may be called. */
export function isDocumented({ role, value }: Literal): boolean {
  return role === 'name' && documentedNames.has(value);
}

/** The strings and numbers of a JSON text, in their order; `name` is that under which the whole text stands. */
export function* literalsIn(json: string, name = ''): Generator<Literal> {
  const outer: (ReadId | undefined)[] = [];
  let readId = idReaders.get(name);
  let last: Omit<Literal, 'role'> | undefined;
  for (const { first, start, end } of tokensIn(json)) {
    if (last !== undefined) {
      // Only what follows a string tells whether it is a name.
      yield { ...last, role: first === ':' ? 'name' : roleOf(last.value, readId) };
      // What stands in a list or an object under the name of an id is one, too, whatever its own name.
      readId = first === ':' ? (outer.at(-1) ?? idReaders.get(last.value)) : readId;
      last = undefined;
    }
    if (first === '"') {
      last = { value: String(JSON.parse(json.slice(start, end))), start, end };
    } else if (/[-\d]/.test(first)) {
      yield { role: readId === undefined ? 'number' : 'idNumber', value: json.slice(start, end), start, end };
    } else if (first === '{' || first === '[') {
      outer.push(readId);
    } else if (first === '}' || first === ']') {
      readId = outer.pop();
    }
  }
  if (last !== undefined) {
    yield { ...last, role: roleOf(last.value, readId) };
  }
}

function roleOf(text: string, readId: ReadId | undefined): 'id' | 'value' {
  return readId?.(text) === undefined ? 'value' : 'id';
}
