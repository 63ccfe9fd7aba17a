import * as l10n from '@vscode/l10n';
import type { EmptyView } from '../../protocol/insights.ts';
import type { Loaded } from '../../session/loaded.ts';
import type { Shown, State } from '../../session/state.ts';
import { countText } from '../../submissions/words/countText.ts';
import { isEmpty } from '../../submissions/model/filter.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import {
  failureSentences,
  failureWords,
  remedyTitle,
  type FailureWords,
} from '../../submissions/words/failureWords.ts';

/** The buttons that are no remedy of a failure. */
type PageAction = 'clearFilters' | 'fetchRange';

/** What stands in the place of insights where nothing is loaded. */
export function nothingLoaded(state: State, mask: Mask): EmptyView {
  switch (state.kind) {
    case 'idle':
      return noProject();
    case 'loading':
      return empty(l10n.t('Loading submissions…'), []);
    case 'failed':
      return failedView(failureWords(state.failure, mask, state.loaded.arrangement.zone));
    case 'ready':
      return state.unread ? empty(l10n.t('Loading submissions…'), []) : empty(noneOf(state), ['fetchRange']);
  }
}

function noProject(): EmptyView {
  const view = empty(
    l10n.t('Insights look at the submissions of a project. Add one, or look around in the demo data.'),
    [],
  );
  const actions = ['addProject', 'openDemo'] as const;
  return { ...view, buttons: actions.map((action) => ({ action, label: remedyTitle(action) })) };
}

function failedView(words: FailureWords): EmptyView {
  const { buttons, ...view } = empty(`${l10n.t('Nothing is loaded.')} ${failureSentences(words)}`, ['fetchRange']);
  return { ...view, buttons: [...words.remedies, ...buttons] };
}

function noneOf({ loaded: { broken, more }, days }: Shown): string {
  const rest = more ? ` ${l10n.t('There are older submissions, which are not loaded.')}` : '';
  if (broken.length > 0) {
    const count = countText(broken.length);
    return `${l10n.t('None of what was loaded can be read. Broken records, listed in the tree: {0}.', count)}${rest}`;
  }
  if (more) {
    return l10n.t('No submission is loaded.') + rest;
  }
  return days === undefined ? l10n.t('There are no submissions.') : l10n.t('There are no submissions for these days.');
}

/**
 * What stands in the place of insights where the filter lets nothing through, or only deleted submissions, which are
 * left out.
 */
export function nothingToLookAt({ arrangement, count }: Loaded, deleted: number): EmptyView {
  const loaded = countText(count);
  if (isEmpty(arrangement.filter)) {
    return empty(l10n.t('What is loaded is deleted ({0} in all), and deleted submissions are left out.', loaded), [
      'fetchRange',
    ]);
  }
  const text =
    deleted === 0
      ? l10n.t('Of what is loaded ({0} in all), no submission matches the filter.', loaded)
      : l10n.t(
          'What matches the filter is deleted ({0} of {1} loaded), and deleted submissions are left out.',
          countText(deleted),
          loaded,
        );
  return empty(text, ['clearFilters', 'fetchRange']);
}

function empty(text: string, actions: readonly PageAction[]): EmptyView {
  return { title: l10n.t('Insights'), text, buttons: actions.map((action) => ({ action, label: labelOf(action) })) };
}

function labelOf(action: PageAction): string {
  switch (action) {
    case 'clearFilters':
      return l10n.t('Clear Filters');
    case 'fetchRange':
      return l10n.t('Fetch a Range…');
  }
}
