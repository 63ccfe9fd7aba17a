import type { Loaded } from '../../session/loaded.ts';
import type { ProjectState, State } from '../../session/state.ts';
import { isEmpty, type LoadedFilter } from '../../submissions/model/filter.ts';

/** What the page is about: the filter of the tree, or one of its own, which it keeps whatever the tree shows. */
export class Scope {
  #kept: { readonly project: string; readonly filter: LoadedFilter; readonly wasTree: boolean } | undefined;
  /** Whether the tree has had another filter since the page kept its own. */
  #departed = false;

  /** Stays at what the page is about now, whatever filter the tree gets. */
  keep({ project, loaded }: ProjectState): void {
    const wasTree = this.#kept?.project !== project.id || this.#kept.wasTree;
    this.#kept = { project: project.id, filter: loaded.arrangement.filter, wasTree };
    this.#departed = false;
  }

  /** Looks at what a filter lets through, while the tree keeps its own. */
  narrow({ project }: ProjectState, filter: LoadedFilter): void {
    this.#kept = { project: project.id, filter, wasTree: false };
    this.#departed = true;
  }

  /** Goes by the filter of the tree again. */
  release(): void {
    this.#kept = undefined;
  }

  /** The filter that the page keeps; undefined where the page uses that of the tree. */
  filterOf(state: State): LoadedFilter | undefined {
    return this.#isKept(state) ? this.#kept?.filter : undefined;
  }

  /**
   * The state with the filter of the page. When the tree is back at the filter that the page keeps, the page follows
   * the tree again.
   */
  of(state: ProjectState): ProjectState {
    const filter = this.filterOf(state);
    if (filter === undefined) {
      return state;
    }
    const { loaded } = state;
    const isBack = isSame(filter, loaded.arrangement.filter);
    if (isBack && this.#departed) {
      this.release();
    }
    this.#departed ||= !isBack;
    return isBack ? state : { ...state, loaded: { ...loaded, arrangement: { ...loaded.arrangement, filter } } };
  }

  /** The filter of the tree where that of the page differs, and whether the tree had the filter of the page before. */
  besides(state: State): { readonly tree: LoadedFilter; readonly wasTree: boolean } | undefined {
    const kept = this.filterOf(state);
    if (state.kind === 'idle' || kept === undefined || isSame(kept, state.loaded.arrangement.filter)) {
      return undefined;
    }
    return { tree: state.loaded.arrangement.filter, wasTree: this.#kept?.wasTree === true };
  }

  #isKept(state: State): boolean {
    return state.kind !== 'idle' && state.project.id === this.#kept?.project;
  }
}

function isSame(one: LoadedFilter, other: LoadedFilter): boolean {
  return one === other || (isEmpty(one) && isEmpty(other));
}

/**
 * Whether the evaluation of the state before still holds for the state of now. It also holds while more is being
 * loaded: to evaluate again at the end of that is soon enough.
 */
export function isStillRight({ loaded: before }: ProjectState, { kind, loaded }: ProjectState): boolean {
  return (
    sameFilter(before, loaded) && (kind === 'loading' || (before.pages === loaded.pages && before.more === loaded.more))
  );
}

function sameFilter(one: Loaded, other: Loaded): boolean {
  const [before, now] = [one.arrangement, other.arrangement];
  return (
    one.store === other.store &&
    before.filter === now.filter &&
    before.zone === now.zone &&
    before.nearness === now.nearness
  );
}
