import { Painter, type PainterNeeds } from '../../../src/editor/insights/painter.ts';
import type { InsightsState, InsightsToPage } from '../../../src/protocol/insights.ts';
import { usualArrangement } from '../../../src/session/arrangement.ts';
import { Collection } from '../../../src/session/collection.ts';
import type { Project, State } from '../../../src/session/state.ts';
import { unmasked, type Mask } from '../../../src/submissions/privacy/mask.ts';
import { production } from '../session/opened.ts';
import { pageOf } from './pages.ts';

/** Shows an alias for every id. */
export const aliased: Mask = { on: true, id: (id) => `alias of ${id.length}`, text: (text) => text };

/** A project whose records are all loaded. */
export async function loadedState(records: readonly object[], project: Project = production): Promise<State> {
  const collection = new Collection(usualArrangement);
  await collection.addPage(await pageOf(records));
  return {
    kind: 'ready',
    project,
    days: undefined,
    loaded: collection.loaded,
    lookedUp: [],
    unread: false,
    unfinishedLoads: 0,
    readAt: undefined,
  };
}

/** Rejected ones with a score of 80 under a threshold of 85; their ids begin with a name. */
export function lowOnes(count: number, name: string): readonly object[] {
  return Array.from({ length: count }, (_, index) => ({
    auth_id: `${name}-${index}`,
    auth_status: 'rejected',
    create_time: new Date(Date.UTC(2025, 9, 1) + index).toISOString(),
    policy: { faceSimilarity_threshold: 85 },
    result: { face_similarity: 80 },
    fail_code: ['face_compare_underscore'],
  }));
}

/** A painter, what it paints, and what it sent to its page. */
export interface Painting {
  readonly painter: Painter;
  /** To be changed by tests. */
  readonly outside: { state: State; mask: Mask };
  readonly posted: InsightsToPage[];
}

const nothingKept: InsightsState = { tried: [] };

/** A painter of a state, with what its page kept over a reload. */
export function painting(state: State, kept = nothingKept): Painting {
  const outside: Painting['outside'] = { state, mask: unmasked };
  const posted: InsightsToPage[] = [];
  const needs: PainterNeeds = {
    state: () => outside.state,
    mask: () => outside.mask,
    locale: 'en',
    isVisible: () => true,
    post: (message) => {
      posted.push(message);
    },
  };
  return { painter: new Painter(needs, kept), outside, posted };
}

/** The thresholds that are tried on what was sent. */
export function triedIn(message: InsightsToPage | undefined): readonly number[] | undefined {
  return message?.kind === 'empty' ? undefined : message?.simulation.checks.map(({ tried }) => tried);
}
