import * as l10n from '@vscode/l10n';
import { explain } from '../api/explain.ts';
import { plain } from '../submissions/plain.ts';
import { clockOf, type TimeZone } from '../submissions/days.ts';
import type { Days, Project, State } from './state.ts';
import { countText } from '../submissions/countText.ts';

/** Beside the view's title: whose submissions, which days, how many are loaded and whether that is all. */
export function headline(state: State): string {
  if (state.kind === 'idle') {
    return '';
  }
  const { project, days, loaded } = state;
  const count = countText(loaded.count);
  return [
    scopeOf(project, days),
    loaded.more
      ? l10n.t('{0} loaded, more on the service', count)
      : loaded.pages.length > 0
        ? l10n.t('{0} loaded, all', count)
        : undefined,
    loaded.duplicates > 0 ? l10n.t('{0} sent twice', loaded.duplicates) : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/**
 * The same above the rows, and what went wrong: VS Code hides what stands beside the title while the view is alone in
 * its container, and a row has no room for a sentence.
 */
export function subtitle(state: State): string {
  // A message would hide the welcome view of an empty tree.
  if (emptinessOf(state) !== 'none') {
    return '';
  }
  if (state.kind !== 'failed') {
    return headline(state);
  }
  const { summary, advice } = explain(state.failure);
  return `${headline(state)}. ${summary} ${advice}`;
}

/** Above the rows while the service asks to wait; `now` in ms since 1970. Undefined when there is nothing to say. */
export function waiting(state: State, zone: TimeZone, now: number): string | undefined {
  if (state.kind !== 'loading' || state.wait === undefined || state.wait.until <= now) {
    return undefined;
  }
  const seconds = Math.ceil((state.wait.until - now) / 1000);
  return state.wait.failure.kind === 'rateLimited'
    ? l10n.t('The service asks to wait. Next try in {0} s, at {1}.', seconds, clockOf(state.wait.until, zone))
    : l10n.t('The service did not answer well. Next try in {0} s.', seconds);
}

function scopeOf(project: Project, days: Days | undefined): string {
  const name = plain(project.name, 40);
  if (days === undefined) {
    return name;
  }
  const range = days.from === days.to ? l10n.t('{0} UTC', days.from) : l10n.t('{0} to {1} UTC', days.from, days.to);
  return `${name} · ${range}`;
}

/** What the empty view says, as its conditions name it. */
export type Emptiness = 'noProject' | 'nothing' | 'failed' | 'loading' | 'none';

/** Why the tree is empty; `none` when it is not. */
export function emptinessOf(state: State): Emptiness {
  if (state.kind === 'idle') {
    return 'noProject';
  }
  if (
    state.loaded.pages.length > 0 &&
    (state.loaded.count > 0 || state.loaded.broken.length > 0 || state.loaded.more)
  ) {
    return 'none';
  }
  if (state.lookedUp.length > 0) {
    return 'none';
  }
  return state.kind === 'ready' ? 'nothing' : state.kind;
}
