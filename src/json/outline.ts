import { tokensIn, type Token } from './tokens.ts';

/** A field or an item of a JSON text, with the nodes in it. Places are in UTF-16 units. */
export interface Node {
  /** The name of a field as it is read; undefined for an item of a list, and for the whole. */
  readonly name: string | undefined;
  /** Where the name begins; of an item, its value. */
  readonly start: number;
  /** Where the name ends; of an item, where its value begins. */
  readonly nameEnd: number;
  readonly valueStart: number;
  end: number;
  /** The first character of the value. */
  readonly first: string;
  readonly parts: readonly Node[];
}

/** Deeper parts are left out: nobody reads them, and the code that draws an outline is recursive. */
const deepest = 100;

/** The outline of a text that is known to be JSON; undefined for a text without a value. */
export function outlineOf(json: string): Node | undefined {
  const open: (Node & { parts: Node[] })[] = [];
  let root: Node | undefined;
  let depth = 0;
  let before: Place | undefined;
  let name: Place | undefined;
  for (const token of tokensIn(json)) {
    const { first, start, end } = token;
    if (first === '}' || first === ']') {
      depth--;
      const closed = open.length > depth ? open.pop() : undefined;
      if (closed !== undefined) {
        closed.end = end;
      }
    } else if (first === ':') {
      name = before;
    } else if (first !== ',') {
      const within = open.at(-1);
      const isShown = open.length === depth;
      const isOpening = first === '{' || first === '[';
      // In an object a text is a value only behind a colon.
      if (isShown && (within?.first !== '{' || name !== undefined)) {
        const node = nodeOf(json, name, token);
        within?.parts.push(node);
        root ??= node;
        if (isOpening && depth < deepest) {
          open.push(node);
        }
      }
      depth += isOpening ? 1 : 0;
      name = undefined;
      before = { start, end };
    }
  }
  return root;
}

/** A large record has tens of thousands of nodes, so each is as small as possible. */
function nodeOf(json: string, name: Place | undefined, { first, start, end }: Token): Node & { parts: Node[] } {
  const parts = first === '{' || first === '[' ? [] : nothing;
  return name === undefined
    ? { name, start, nameEnd: start, valueStart: start, end, first, parts }
    : { name: nameIn(json, name), start: name.start, nameEnd: name.end, valueStart: start, end, first, parts };
}

const nothing: Node[] = [];

interface Place {
  readonly start: number;
  readonly end: number;
}

function nameIn(json: string, { start, end }: Place): string {
  const name = json.slice(start + 1, end - 1);
  return name.includes('\\') ? String(JSON.parse(json.slice(start, end))) : name;
}
