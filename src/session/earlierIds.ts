import { Turn } from '../json/turn.ts';
import { IdSet } from '../submissions/store/idSet.ts';
import type { Store } from '../submissions/store/store.ts';

/**
 * The ids of all that was loaded before. Open documents may still name them, and screen-share mode must hide them
 * although another list is loaded now.
 */
export class EarlierIds {
  readonly #seen = new IdSet();
  /** The stores whose ids are still being read, in turns: a million ids would hold the thread for too long. */
  readonly #leaving = new Set<Store>();

  /** Whether a text is one of them. */
  has(text: string): boolean {
    return this.#seen.has(text) || [...this.#leaving].some((store) => store.isId(text));
  }

  /** Remembers the ids of a store that is about to be dropped. */
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
