import { longestId } from './idInText.ts';
import { isBase64, isFoundWithin, isUuid, knownIn, wholly, type IdInText, type IsId } from './knownIds.ts';
import { layersOf, type Layer } from './layers.ts';

/** Ids of the record that a text belongs to. They are looked for whether they are known otherwise or not. */
export type OwnIds = readonly OwnId[];

interface OwnId {
  readonly id: string;
  readonly folded: string;
  /** What is looked for within words; undefined for an id that is too short for that. */
  readonly beginning: string | undefined;
}

/** Prepares ids to be looked for in many texts. */
export function ownIds(ids: readonly string[]): OwnIds {
  return ids.flatMap((id) => spellingsOf(id).map((spelling) => ownId(id, folded(spelling))));
}

/** The spellings of an id: itself, Base64 for addresses, and a UUID with `_` or without hyphens, as in code. */
function spellingsOf(id: string): readonly string[] {
  const inAddress = id.replaceAll('+', '-').replaceAll('/', '_');
  return [
    id,
    ...(inAddress !== id && isBase64(id) ? [inAddress] : []),
    ...(isUuid(id) ? [id.replaceAll('-', '_'), id.replaceAll('-', '')] : []),
  ];
}

function ownId(id: string, whole: string): OwnId {
  // Base64 is often written without the signs that fill it up. Of an id that is too long to be asked for, this is enough.
  const bare = whole.replace(/={1,2}$/, '').slice(0, longestId);
  const beginning = isFoundWithin(bare) ? bare : isFoundWithin(whole) ? whole : undefined;
  return { id, folded: whole, beginning };
}

/** Results are kept for up to this many texts of up to this many characters each, because texts come again. */
const mostTexts = 4096;
const longestText = 512;

/** Finds ids in the texts of records, many of which are the same from one record to the next. */
export class IdSearch {
  readonly #isId: IsId;
  readonly #texts = new Map<string, Searched>();

  constructor(isId: IsId) {
    this.#isId = isId;
  }

  /** Whether a text is an id that is known. */
  isId(text: string): boolean {
    return this.#isId(text);
  }

  /** Forgets what was found: other ids may be known by now. */
  renew(): void {
    this.#texts.clear();
  }

  /** The ids in a text, own and known ones, also where it is encoded. Places may overlap. */
  idsIn(text: string, own: OwnIds): readonly IdInText[] {
    const { layers, known } = this.#searched(text);
    let found = known;
    for (const one of own) {
      if (one.id === text && text !== '') {
        return [wholly(text)];
      }
      for (const layer of layers) {
        const places = ownIn(layer, one);
        found = places.length === 0 ? found : [...found, ...places];
      }
    }
    return found;
  }

  #searched(text: string): Searched {
    let searched = this.#texts.get(text);
    if (searched === undefined) {
      searched = search(text, this.#isId);
      if (text.length <= longestText) {
        if (this.#texts.size === mostTexts) {
          this.#texts.clear();
        }
        this.#texts.set(text, searched);
      }
    }
    return searched;
  }
}

interface FoldedLayer extends Layer {
  readonly folded: string;
}

interface Searched {
  readonly layers: readonly FoldedLayer[];
  readonly known: readonly IdInText[];
}

function search(text: string, isId: IsId): Searched {
  const layers = layersOf(text).map((layer) => ({ ...layer, folded: folded(layer.text) }));
  const known = layers.flatMap((layer) =>
    knownIn(layer.text, isId).map(({ id, start, end }) => ({ id, ...layer.spanOf(start, end) })),
  );
  return { layers, known };
}

const none: readonly IdInText[] = [];

/** Every place of an own id, in any case. */
function ownIn({ folded: text, spanOf }: FoldedLayer, { id, folded: whole, beginning }: OwnId): readonly IdInText[] {
  if (beginning === undefined || !text.includes(beginning)) {
    return none;
  }
  const found: IdInText[] = [];
  let start = text.indexOf(beginning);
  while (start !== -1) {
    let length = beginning.length;
    while (length < whole.length && text[start + length] === whole[length]) {
      length++;
    }
    found.push({ id, ...spanOf(start, start + length) });
    // Occurrences may overlap, as those of `aaaa` do. A very long id is not sought at every place: that takes too long.
    start = text.indexOf(beginning, start + (whole.length > longestId ? length : 1));
  }
  return found;
}

/** The text in lower case, except for characters whose lower case is longer: the text keeps its length. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : text.replaceAll(/./gsu, (one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one));
}
