import * as l10n from '@vscode/l10n';
import type { CheckKind } from '../model/readings.ts';
import { plain } from './plain.ts';

/** The name of a check as a heading has it. */
export function checkTitle(kind: CheckKind): string {
  switch (kind) {
    case 'faceSimilarity':
      return l10n.t('Face similarity');
    case 'occlusion':
      return l10n.t('Occlusion');
    case 'faceCover':
      return l10n.t('Face cover');
    case 'headCover':
      return l10n.t('Head cover');
    case 'passiveLiveness':
      return l10n.t('Passive liveness');
    case 'activeLiveness':
      return l10n.t('Active liveness');
  }
}

/** The name of a check inside a sentence. */
export function checkName(kind: CheckKind): string {
  switch (kind) {
    case 'faceSimilarity':
      return l10n.t('face similarity');
    case 'occlusion':
      return l10n.t('occlusion');
    case 'faceCover':
      return l10n.t('face cover');
    case 'headCover':
      return l10n.t('head cover');
    case 'passiveLiveness':
      return l10n.t('passive liveness');
    case 'activeLiveness':
      return l10n.t('active liveness');
  }
}

/** A status as a heading: the two documented ones in words, any other as sent. */
export function statusTitle(status: string): string {
  switch (status) {
    case 'approved':
      return l10n.t('Approved');
    case 'rejected':
      return l10n.t('Rejected');
    case '':
      return l10n.t('No status');
    default:
      return plain(status, 60);
  }
}
