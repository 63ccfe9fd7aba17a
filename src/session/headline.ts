import * as l10n from '@vscode/l10n';
import { countText } from '../submissions/words/countText.ts';
import { isEmpty } from '../submissions/model/filter.ts';
import { failureSentences, failureWords } from '../submissions/words/failureWords.ts';
import { filterWords } from '../submissions/words/filterWords.ts';
import type { Mask } from '../submissions/privacy/mask.ts';
import { plain } from '../submissions/words/plain.ts';
import { clockOf, dayNumber, dayOf, type TimeZone } from '../submissions/model/days.ts';
import { projectName } from './projectName.ts';
import type { Days, Project, Shown, State } from './state.ts';

/**
 * Beside the view's title: whose submissions, which of them, how many are loaded, whether that is all, and as of when.
 * `now` in ms since 1970.
 */
export function headline(state: State, mask: Mask, now = Date.now()): string {
  if (state.kind === 'idle') {
    return '';
  }
  const { project, days, loaded, readAt } = state;
  const { filter, zone } = loaded.arrangement;
  return [
    scopeOf(project, days, mask),
    ...filterWords(filter, mask),
    loaded.pages.length > 0 ? countWords(state) : undefined,
    loaded.changed > 0 ? l10n.t('{0} changed', countText(loaded.changed)) : undefined,
    loaded.duplicates > 0 ? l10n.t('{0} sent twice', countText(loaded.duplicates)) : undefined,
    readAt === undefined ? undefined : l10n.t('as of {0}', clockFrom(now, readAt, zone).slice(0, -':00'.length)),
    mask.on ? l10n.t('screen-share mode') : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** How many are loaded. A filter over loaded rows must not look as if nothing else existed. */
export function countWords({ project, loaded }: Shown): string {
  const { arrangement, matching, count, more } = loaded;
  const all = countText(count);
  if (isEmpty(arrangement.filter)) {
    return more ? moreWords(project, all) : l10n.t('{0} loaded, all', all);
  }
  if (!more) {
    return l10n.t('{0} of {1} match, all loaded', countText(matching), all);
  }
  return project.file === undefined
    ? l10n.t('{0} of {1} loaded match, more on the service', countText(matching), all)
    : l10n.t('{0} of {1} loaded match, more in the file', countText(matching), all);
}

/** How many are loaded where there are more. */
export function moreWords({ file }: Project, count: string): string {
  return file === undefined
    ? l10n.t('{0} loaded, more on the service', count)
    : l10n.t('{0} loaded, more in the file', count);
}

/**
 * The same for the message above the rows, and what went wrong. VS Code hides the text beside the title while the view
 * is alone in its container, and a row has no room for a sentence.
 */
export function subtitle(state: State, mask: Mask, now = Date.now()): string {
  // A message would hide the welcome view of an empty tree.
  if (emptinessOf(state) !== 'none') {
    return '';
  }
  if (state.kind !== 'failed') {
    return headline(state, mask, now);
  }
  const words = failureWords(state.failure, mask, state.loaded.arrangement.zone);
  return `${headline(state, mask, now)}. ${failureSentences(words)}`;
}

/** Above the rows while the service asks to wait; `now` in ms since 1970. Undefined when there is nothing to say. */
export function waiting(state: State, zone: TimeZone, now: number): string | undefined {
  if (state.kind !== 'loading' || state.wait === undefined || state.wait.until <= now) {
    return undefined;
  }
  const seconds = Math.ceil((state.wait.until - now) / 1000);
  return state.wait.failure.kind === 'rateLimited'
    ? l10n.t('The service asks to wait. Next try in {0} s, at {1}.', seconds, clockFrom(now, state.wait.until, zone))
    : l10n.t('The request failed. Next try in {0} s.', seconds);
}

/** The time of day, with its day unless that is today. */
function clockFrom(now: number, time: number, zone: TimeZone): string {
  const clock = clockOf(time, zone);
  return dayNumber(time, zone) === dayNumber(now, zone) ? clock : `${dayOf(time, zone)} ${clock}`;
}

function scopeOf(project: Project, days: Days | undefined, mask: Mask): string {
  const name = plain(projectName(project, mask), 40);
  if (days === undefined) {
    return name;
  }
  return `${name} · ${daysText(days)}`;
}

/** `2025-10-01 to 2025-10-31 UTC`, or the one day. */
export function daysText({ from, to }: Days): string {
  return from === to ? l10n.t('{0} UTC', from) : l10n.t('{0} to {1} UTC', from, to);
}

/** What the welcome view of the empty tree says. Its `when` conditions use these names. */
export type Emptiness = 'noProject' | 'nothing' | 'noMatch' | 'none';

/** Why the tree is empty; `none` when it is not. */
export function emptinessOf(state: State): Emptiness {
  if (state.kind === 'idle') {
    return 'noProject';
  }
  const { loaded, lookedUp } = state;
  // What is being loaded, and what went wrong, are rows: only there the service's own words and all remedies have room.
  if (state.kind !== 'ready') {
    return 'none';
  }
  if (loaded.matching > 0 || loaded.broken.length > 0 || loaded.more || lookedUp.length > 0) {
    return 'none';
  }
  return loaded.count > 0 ? 'noMatch' : 'nothing';
}
