import * as l10n from '@vscode/l10n';
import type { CheckKind } from '../model/readings.ts';
import { plain } from './plain.ts';

const checkTitles: Readonly<Record<CheckKind, () => string>> = {
  faceSimilarity: () => l10n.t('Face similarity'),
  occlusion: () => l10n.t('Occlusion'),
  faceCover: () => l10n.t('Face cover'),
  headCover: () => l10n.t('Head cover'),
  passiveLiveness: () => l10n.t('Passive liveness'),
  activeLiveness: () => l10n.t('Active liveness'),
};

/** The name of a check as a heading has it. */
export function checkTitle(kind: CheckKind): string {
  return checkTitles[kind]();
}

const checkNames: Readonly<Record<CheckKind, () => string>> = {
  faceSimilarity: () => l10n.t('face similarity'),
  occlusion: () => l10n.t('occlusion'),
  faceCover: () => l10n.t('face cover'),
  headCover: () => l10n.t('head cover'),
  passiveLiveness: () => l10n.t('passive liveness'),
  activeLiveness: () => l10n.t('active liveness'),
};

/** The name of a check inside a sentence. */
export function checkName(kind: CheckKind): string {
  return checkNames[kind]();
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

/** A status inside a sentence. */
export function statusName(status: string): string {
  const title = statusTitle(status);
  return ['approved', 'rejected', ''].includes(status) ? title.toLowerCase() : title;
}
