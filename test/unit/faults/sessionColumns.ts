import assert from 'node:assert/strict';
import { reasonOf } from '../../../src/api/failure.ts';
import type { Session } from '../../../src/session/session.ts';
import type { State } from '../../../src/session/state.ts';
import { outcomeOf, production, sessionWith, shownIn } from '../session/opened.ts';
import { below, everyRow } from '../session/tree.ts';
import { pageSize, type Disturbed } from './disturbed.ts';
import { sorted, type Column, type Outcome, type Shown } from './outcome.ts';

/** A list whose first page meets the fault. */
export const firstPage: Column = {
  place: 'first page',
  before: 0,
  walk: async (disturbed) => {
    const session = sessionOn(disturbed);
    await disturbed.begin();
    await session.open(production);
    return await walkToEnd(session, disturbed);
  },
};

/** A list whose second page meets the fault. */
export const laterPage: Column = {
  place: 'later page',
  before: pageSize,
  walk: async (disturbed) => {
    const session = sessionOn(disturbed);
    await session.open(production);
    await disturbed.begin();
    await session.loadOlder();
    return await walkToEnd(session, disturbed);
  },
};

/** A session that shows the service. */
export function sessionOn({ ask }: Disturbed): Session {
  return sessionWith((_, wanted) => ask(wanted), { pageSize }).session;
}

/** The ids that the tree shows, repeated ones included. There must be as many as are loaded. */
export function idsShown(state: State): readonly string[] {
  const ids = everyRow(state).flatMap((row) => (row.kind === 'submission' ? [row.submission.id] : []));
  assert.equal(ids.length, shownIn(state).loaded.count);
  return ids;
}

async function walkToEnd(session: Session, disturbed: Disturbed): Promise<Outcome> {
  await loadAll(session);
  const shown = shownBy(session.state, disturbed);
  if (shown !== undefined) {
    await disturbed.end();
    await session.tryAgain();
    assert.equal(outcomeOf(session.state), 'ready');
    await loadAll(session);
  }
  const dropped = shownIn(session.state).loaded.duplicates;
  return { shown, ids: idsShown(session.state), wanted: disturbed.service.allIds(), dropped };
}

async function loadAll(session: Session): Promise<void> {
  for (let steps = 0; session.state.kind === 'ready' && session.state.loaded.more; steps++) {
    assert.ok(steps < 200, 'comes to no end');
    await session.loadOlder();
  }
}

function shownBy(state: State, { service, tries }: Disturbed): Shown | undefined {
  if (state.kind !== 'failed') {
    return undefined;
  }
  const ids = idsShown(state);
  assert.equal(sorted(ids), sorted(service.allIds().slice(0, ids.length)));
  const reason = reasonOf(state.failure);
  return { reason, tries: tries(), kept: ids.length, words: wordsIn(state) };
}

/** The words of the row that stands in the place of the next page. */
function wordsIn(state: State): string {
  const last = below(state).at(-1);
  assert.equal(last?.kind, 'failure');
  return `${last.label} ${last.description}`;
}
