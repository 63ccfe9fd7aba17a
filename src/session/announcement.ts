import * as l10n from '@vscode/l10n';
import type { Wait } from '../api/retry.ts';
import { clockOf, type TimeZone } from '../submissions/model/days.ts';
import type { Mask } from '../submissions/privacy/mask.ts';
import { failureSentences, failureWords } from '../submissions/words/failureWords.ts';
import { countWords } from './headline.ts';
import type { State } from './state.ts';

/**
 * What a screen reader says when one state follows another: that a wait begins or ends, how loading ended, what failed.
 * Undefined for everything else, so that nothing is said while seconds run down and pages come.
 */
export function announcement(before: State, now: State, mask: Mask): string | undefined {
  switch (now.kind) {
    case 'idle':
      return undefined;
    case 'failed': {
      if (before.kind === 'failed' && before.failure === now.failure) {
        return undefined;
      }
      return failureSentences(failureWords(now.failure, mask, now.loaded.arrangement.zone));
    }
    case 'ready':
      return before.kind === 'loading' ? countWords(now) : undefined;
    case 'loading': {
      const earlier = before.kind === 'loading' && before.project.id === now.project.id ? before.wait : undefined;
      return now.wait === undefined
        ? earlier && l10n.t('The service answers again. Loading goes on.')
        : waitWords(now.wait, earlier, now.loaded.arrangement.zone);
    }
  }
}

/** One sentence for each wait that the service asks for, but only one for all short waits between attempts in a row. */
function waitWords(wait: Wait, earlier: Wait | undefined, zone: TimeZone): string | undefined {
  if (wait.failure.kind === 'rateLimited') {
    return wait.until === earlier?.until
      ? undefined
      : l10n.t('The service asks to wait. Next try at {0}.', clockOf(wait.until, zone));
  }
  return earlier === undefined ? l10n.t('The request failed. It is tried again.') : undefined;
}
