import { Turn } from '../json/turn.ts';
import { IdSet } from '../submissions/store/idSet.ts';
import type { Store } from '../submissions/store/store.ts';

/**
 * The ids of all that was loaded before: what is open may still name them, and must not show them in screen-share mode
 * because the list behind it is another one now.
 */
export class EarlierIds {
  readonly #seen = new IdSet();
  /** Those that are still being read: a million ids take longer than a thread may be held. */
  readonly #leaving = new Set<Store>();

  /** Whether a text is one of them. */
  has(text: string): boolean {
    return this.#seen.has(text) || [...this.#leaving].some((store) => store.isId(text));
  }

  /** Remembers the ids of what is about to go. */
  async take(store: Store): Promise<void> {
    const turn = new Turn();
    this.#leaving.add(store);
    for (const id of store.ids()) {
      this.#seen.add(id);
      if (turn.over) {
        await turn.pass();
      }
    }
    this.#leaving.delete(store);
  }
}
