import { closeArray, closeObject, comma, skipSpace, stringEnd, textIn, ValueWalk, type Span } from './span.ts';
import { Turn } from './turn.ts';

/** How many bytes are walked over between two looks at the clock. */
const stretch = 1024 * 1024;

/** The item at `index` of the array at `start`; undefined when the array is too short. Lets other tasks run. */
export async function locateItem(json: Uint8Array, start: number, index: number): Promise<Span | undefined> {
  const turn = new Turn();
  let at = skipSpace(json, start + 1);
  for (let left = index; at < json.length && json[at] !== closeArray; left--) {
    const end = await walkedOver(json, at, turn);
    if (left === 0 || end === at) {
      return left === 0 ? { start: at, end } : undefined;
    }
    at = next(json, end);
  }
  return undefined;
}

/**
 * The value of a field in the object that begins at `start`; where several fields have this name, the last counts. Lets
 * other tasks run.
 */
export async function locateField(json: Uint8Array, start: number, name: string): Promise<Span | undefined> {
  const turn = new Turn();
  let found: Span | undefined;
  let at = skipSpace(json, start + 1);
  while (at < json.length && json[at] !== closeObject) {
    const nameEnd = stringEnd(json, at);
    const value = skipSpace(json, skipSpace(json, nameEnd) + 1);
    const end = await walkedOver(json, value, turn);
    if (JSON.parse(textIn(json, { start: at, end: nameEnd })) === name) {
      found = { start: value, end };
    }
    at = next(json, end);
  }
  return found;
}

async function walkedOver(json: Uint8Array, start: number, turn: Turn): Promise<number> {
  const walk = new ValueWalk(json, start);
  while (!walk.done) {
    walk.advance(stretch);
    if (turn.over) {
      await turn.pass();
    }
  }
  return walk.at;
}

function next(json: Uint8Array, end: number): number {
  const at = skipSpace(json, end);
  return json[at] === comma ? skipSpace(json, at + 1) : at;
}
