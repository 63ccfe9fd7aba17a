import * as l10n from '@vscode/l10n';
import { explain } from '../../api/explain.ts';
import type { Remedy } from '../../api/explanation.ts';
import type { Failure } from '../../api/failure.ts';
import type { TimeZone } from '../model/days.ts';
import type { Mask } from '../privacy/mask.ts';
import { plain } from './plain.ts';
import type { Labelled } from './recordParts.ts';

/** A failure as every view tells it. The texts are plain and of bounded length, ids are masked in them. */
export interface FailureWords {
  /** What happened, with the service's own words and trace ID where it sent them. */
  readonly summary: string;
  /** What helps; empty where nothing is to be said. */
  readonly advice: string;
  /** The buttons, what helps most first. */
  readonly remedies: readonly Labelled<Remedy>[];
}

/** Longer texts are cut, in characters. */
const longest = 600;

/** The words for a failure and the buttons beside them: the same wherever it is shown. Times are told in the zone. */
export function failureWords(failure: Failure, mask: Mask, zone: TimeZone): FailureWords {
  const { summary, advice, remedies } = explain(failure, zone);
  return {
    summary: plain(mask.text(summary), longest),
    advice: plain(mask.text(advice), longest),
    remedies: remedies.map((action) => ({ action, label: remedyTitle(action) })),
  };
}

/** Both sentences as one text. */
export function failureSentences({ summary, advice }: Pick<FailureWords, 'summary' | 'advice'>): string {
  return `${summary} ${advice}`.trim();
}

/** The name of a remedy as its button has it. */
export function remedyTitle(remedy: Remedy): string {
  switch (remedy) {
    case 'enterKey':
      return l10n.t('Enter API Key…');
    case 'addProject':
      return l10n.t('Add Project…');
    case 'openDemo':
      return l10n.t('Explore Demo Data');
    case 'openFile':
      return l10n.t('Open File…');
    case 'replaceKey':
      return l10n.t('Replace API Key…');
    case 'switchProject':
      return l10n.t('Switch Project…');
    case 'tryAgain':
      return l10n.t('Try Again');
    case 'showLog':
      return l10n.t('Show Log');
    case 'copyDetails':
      return l10n.t('Copy Details');
    case 'openJson':
      return l10n.t('Open as JSON');
    case 'openProxySettings':
      return l10n.t('Open Proxy Settings');
    case 'openTimeoutSetting':
      return l10n.t('Open Time-Out Setting');
    case 'openPageSizeSetting':
      return l10n.t('Open Page Size Setting');
  }
}
