import * as l10n from '@vscode/l10n';
import { bounded } from './bounded.ts';
import { checkOfCode } from '../model/checks.ts';
import type { CheckKind } from '../model/readings.ts';
import type { Detail } from '../model/detail.ts';
import type { ReasonsPart } from './recordParts.ts';
import { plain } from './plain.ts';

/** The service's codes and comments verbatim; undefined if there are none, unless the submission was rejected. */
export function reasonsPart({ submission, comments }: Detail): ReasonsPart | undefined {
  const codes = bounded(submission.failCodes, 50);
  const texts = bounded(comments, 50);
  const silent = codes.shown.length === 0 && texts.shown.length === 0;
  if (silent && submission.status !== 'rejected') {
    return undefined;
  }
  const cut = texts.shown.some((comment) => comment.length > longestComment);
  return {
    title: l10n.t('What the service said'),
    codes: codes.shown.map((code) => ({ code: plain(code), meaning: meaningOf(checkOfCode(code)) })),
    comments: texts.shown.map((comment) => plain(comment, longestComment)),
    notes: silent
      ? [l10n.t('Neither a fail code nor a comment.')]
      : [
          ...codes.notes,
          ...texts.notes,
          ...(cut
            ? [l10n.t('Comments are cut at {0} characters; the JSON document has all of them.', longestComment)]
            : []),
        ],
  };
}

const longestComment = 2000;

/** What the service's public pages say a code means. */
function meaningOf(kind: CheckKind | undefined): string {
  switch (kind) {
    case 'faceSimilarity':
      return l10n.t('face similarity is lower than the threshold');
    case 'occlusion':
      return l10n.t('the face is covered by a hand or an object');
    case 'faceCover':
      return l10n.t('no protective equipment found on the face');
    case 'headCover':
      return l10n.t('no protective equipment found on the head');
    case 'passiveLiveness':
    case 'activeLiveness':
    case undefined:
      return '';
  }
}
