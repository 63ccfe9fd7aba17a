import * as l10n from '@vscode/l10n';
import type { Explanation } from './explanation.ts';
import type { Failure } from './failure.ts';

/** Why a walk through the pages stopped although the service has more. */
export function explainStop(failure: Extract<Failure, { kind: 'endless' | 'nothingNew' | 'noWayOn' }>): Explanation {
  switch (failure.kind) {
    case 'endless':
      return {
        summary:
          failure.pages === 1
            ? l10n.t('The service sent the same next page twice.')
            : l10n.t('The service sent the same next page twice, after {0} pages.', failure.pages),
        advice: l10n.t(
          'Loading stopped so that it does not run for ever. What was loaded stays; narrow the dates to see the rest.',
        ),
        remedies: ['tryAgain', 'showLog'],
      };
    case 'nothingNew':
      return {
        summary: l10n.t(
          'The last {0} answers brought nothing new, though the service says that there is more.',
          failure.answers,
        ),
        advice: l10n.t(
          'Loading stopped so that it does not run for ever. Try again to go on from here, or narrow the dates.',
        ),
        remedies: ['tryAgain', 'showLog'],
      };
    case 'noWayOn':
      return {
        summary: l10n.t(
          'There is more, but no way to it: the key of the next page cannot be read ({0}).',
          failure.where,
        ),
        advice: l10n.t('What came is kept. Try again, or narrow the dates to see the rest.'),
        remedies: ['tryAgain', 'copyDetails', 'showLog'],
      };
  }
}
