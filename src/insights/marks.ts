import * as l10n from '@vscode/l10n';
import { countText } from '../submissions/countText.ts';
import type { LoadedFilter } from '../submissions/filter.ts';
import type { Mark } from './insightsParts.ts';

/** What a mark opens: some of the loaded submissions, or the one of a number. */
export type MarkTarget =
  { readonly kind: 'some'; readonly filter: LoadedFilter } | { readonly kind: 'one'; readonly number: number };

/** Gives out marks and remembers what they open: the page never names a submission or a filter. */
export class Marks {
  readonly #name: string;
  readonly #targets: MarkTarget[] = [];

  /** Marks of another name have other keys. */
  constructor(name: string) {
    this.#name = name;
  }

  /** A mark for the submissions that a filter lets through; `what` says in words which. */
  some(filter: LoadedFilter, count: number, what: string): Mark {
    const label =
      count === 1
        ? l10n.t('Show 1 submission: {0}', what)
        : l10n.t('Show {0} submissions: {1}', countText(count), what);
    return { key: this.#add({ kind: 'some', filter }), label };
  }

  /** A mark for one submission. */
  one(number: number, label: string): Mark {
    return { key: this.#add({ kind: 'one', number }), label };
  }

  /** What a mark opens; undefined for one of an earlier view. */
  targetOf(key: string): MarkTarget | undefined {
    return key.startsWith(this.#name) ? this.#targets[Number(key.slice(this.#name.length))] : undefined;
  }

  #add(target: MarkTarget): string {
    return `${this.#name}${this.#targets.push(target) - 1}`;
  }
}
