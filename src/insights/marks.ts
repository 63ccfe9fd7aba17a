import * as l10n from '@vscode/l10n';
import { countText } from '../submissions/words/countText.ts';
import type { LoadedFilter } from '../submissions/model/filter.ts';
import type { Store } from '../submissions/store/store.ts';
import type { Mark } from './insightsParts.ts';

/** What a mark opens: some of the loaded submissions, or the one of an id. */
export type MarkTarget =
  | { readonly kind: 'some'; readonly filter: LoadedFilter }
  /** Submissions that are searched for only when the mark is opened. */
  | { readonly kind: 'found'; readonly find: () => LoadedFilter }
  | { readonly kind: 'one'; readonly id: string };

/** Gives out marks and remembers what they open: the page never names a submission or a filter. */
export class Marks {
  readonly #store: Store;
  readonly #generation: number;
  readonly #targets = new Map<string, MarkTarget>();
  #some = 0;

  /**
   * For submissions of a store. A key of one `generation` opens nothing in another, which may be about other
   * submissions.
   */
  constructor(store: Store, generation: number) {
    this.#store = store;
    this.#generation = generation;
  }

  /** A mark for the submissions that a filter lets through; `what` says in words which. */
  some(filter: LoadedFilter, count: number, what: string): Mark {
    return { key: this.#add(`some-${this.#some++}`, { kind: 'some', filter }), label: showText(count, what) };
  }

  /**
   * A mark for submissions that only a walk over all can find; `find` runs when the mark is opened. `name` tells the
   * mark from all others.
   */
  found(name: string, find: () => LoadedFilter, count: number, what: string): Mark {
    return { key: this.#add(`found-${name}`, { kind: 'found', find }), label: showText(count, what) };
  }

  /**
   * A mark for one submission, by its number in the store. Its key is the same in everything that is made of the same
   * submissions.
   */
  one(number: number, label: string): Mark {
    return { key: this.#add(`one-${number}`, { kind: 'one', id: this.#store.at(number).id }), label };
  }

  /** What a mark opens; undefined for a mark of another generation. */
  targetOf(key: string): MarkTarget | undefined {
    return this.#targets.get(key);
  }

  #add(name: string, target: MarkTarget): string {
    const key = `${this.#generation}-${name}`;
    this.#targets.set(key, target);
    return key;
  }
}

function showText(count: number, what: string): string {
  return count === 1
    ? l10n.t('Show 1 submission: {0}', what)
    : l10n.t('Show {0} submissions: {1}', countText(count), what);
}
