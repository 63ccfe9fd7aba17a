import * as l10n from '@vscode/l10n';
import { shortened } from './shortened.ts';
import { explainAnswer } from './explainAnswer.ts';
import { explainError } from './explainError.ts';
import { explainFile } from './explainFile.ts';
import { explainStop } from './explainStop.ts';
import { explainUnreachable } from './explainUnreachable.ts';
import type { Explanation } from './explanation.ts';
import type { Failure } from './failure.ts';
import type { Zone } from './moment.ts';

/** The longest time-out that the setting `faceauth.requestTimeoutSeconds` allows. */
const mostSeconds = 300;

/** Says in words what happened and what helps. Times are told in the zone; `now` in ms since 1970. */
export function explain(failure: Failure, zone: Zone = 'utc', now = Date.now()): Explanation {
  switch (failure.kind) {
    case 'cancelled':
      return { summary: l10n.t('Cancelled.'), advice: '', remedies: ['tryAgain'] };
    case 'noKey':
      return {
        summary: l10n.t('No API key is stored for this project.'),
        advice:
          failure.host === undefined
            ? l10n.t('Enter the key again.')
            : l10n.t('Enter the key for {0} again.', failure.host),
        remedies: ['enterKey', 'tryAgain', 'switchProject'],
      };
    case 'keyring':
      return explainKeyring(failure);
    case 'badAddress':
      return explainAddress(failure);
    case 'unreachable':
      return explainUnreachable(failure);
    case 'tooSlow':
      return explainSlowness(failure.seconds);
    case 'unexpected':
    case 'damaged':
    case 'unaskableId':
    case 'idIgnored':
    case 'idNotReached':
    case 'unreadableRecord':
      return explainAnswer(failure);
    case 'file':
      return explainFile(failure);
    case 'endless':
    case 'nothingNew':
    case 'noWayOn':
      return explainStop(failure);
    default:
      return explainError(failure, zone, now);
  }
}

function explainKeyring({ cause, host }: Extract<Failure, { kind: 'keyring' }>): Explanation {
  return {
    summary:
      cause === 'silent'
        ? l10n.t('The keyring of this machine does not answer, so the API key cannot be read.')
        : l10n.t('The keyring of this machine cannot be opened, so the API key cannot be read.'),
    advice:
      host === undefined
        ? l10n.t('Unlock it and try again, or enter the key for this window.')
        : l10n.t('Unlock it and try again, or enter the key for {0} for this window.', host),
    remedies: ['enterKey', 'tryAgain', 'switchProject', 'openDemo'],
  };
}

function explainSlowness(seconds: number): Explanation {
  const summary =
    seconds === 1
      ? l10n.t('The service did not answer within 1 second.')
      : l10n.t('The service did not answer within {0} seconds.', seconds);
  return seconds < mostSeconds
    ? {
        summary,
        advice: l10n.t('Try again, or allow more time in the setting faceauth.requestTimeoutSeconds.'),
        remedies: ['tryAgain', 'openTimeoutSetting', 'showLog'],
      }
    : {
        summary,
        advice: l10n.t('Try again, or ask for less at a time: lower the setting faceauth.pageSize.'),
        remedies: ['tryAgain', 'openPageSizeSetting', 'showLog'],
      };
}

function explainAddress({ address, invisible }: Extract<Failure, { kind: 'badAddress' }>): Explanation {
  return {
    summary: l10n.t('The base URL “{0}” cannot be used.', shortened(address)),
    advice:
      invisible === undefined
        ? l10n.t('Use an https address; http is for this machine only.')
        : l10n.t('It holds an invisible character, {0}. Type it anew.', invisible),
    remedies: ['addProject', 'switchProject', 'tryAgain'],
  };
}
