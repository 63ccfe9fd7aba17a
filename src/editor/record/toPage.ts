import * as l10n from '@vscode/l10n';
import type { Result } from '../../api/failure.ts';
import type { RecordState, RecordToPage } from '../../protocol/record.ts';
import { projectName } from '../../session/projectName.ts';
import type { Detail } from '../../submissions/model/detail.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { maskedDetail, maskedSubmission } from '../../submissions/privacy/masked.ts';
import { plain } from '../../submissions/words/plain.ts';
import type { Direction, RecordView } from '../../submissions/words/recordParts.ts';
import { recordView } from '../../submissions/words/recordView.ts';
import { languageOfWords } from '../window/language.ts';
import type { Core } from '../core.ts';
import { labelled, noticeOf } from './notices.ts';
import { neighbourIn, rowOf } from './rowOfRecord.ts';

/** What a panel has to show: still being loaded, the answer, or nothing because of a fault of ours. */
export type Content = 'loading' | 'broken' | Result<Detail | undefined>;

/** All that the page shows now, in words. `rowId`: the row that was opened, where the tree has several. */
export function toPage(state: RecordState, content: Content, core: Core, rowId?: string): RecordToPage {
  const heading = shownTitle(state.id, core.mask());
  if (content === 'loading') {
    return { kind: 'loading', state, text: l10n.t('Loading {0}…', heading) };
  }
  if (content === 'broken') {
    const summary = l10n.t('The record could not be shown because of an error in FaceAuth Inspector.');
    const advice = l10n.t('The log has the details.');
    const notice = {
      badge: l10n.t('Not shown'),
      heading,
      summary,
      advice,
      remedies: labelled(['tryAgain', 'showLog']),
    };
    return { kind: 'failed', state, notice };
  }
  if (!content.ok) {
    return { kind: 'failed', state, notice: noticeOf(state, content.failure, core) };
  }
  return content.value === undefined
    ? { kind: 'notFound', state, notice: noticeOf(state, undefined, core) }
    : { kind: 'record', state, view: viewOf(state, content.value, core, rowId) };
}

function viewOf(state: RecordState, detail: Detail, core: Core, rowId: string | undefined): RecordView {
  const mask = core.mask();
  const project = core.shown.byId(state.projectId);
  const row = rowOf(core, { ...state, rowId });
  const has = (direction: Direction): boolean =>
    neighbourIn(core, { ...state, rowId: row?.id }, direction) !== undefined;
  return recordView(maskedDetail(detail, mask), {
    projectName: project === undefined ? l10n.t('no longer in VS Code') : projectName(project, mask),
    zone: core.zone(),
    locale: languageOfWords(),
    now: Date.now(),
    attempts: core.session.records
      .attempts(state.projectId, detail.submission.kycId)
      .filter(({ id }) => id !== detail.submission.id)
      .map((attempt) => ({ id: attempt.id, shown: maskedSubmission(attempt, mask) })),
    showDeleted: state.showDeleted,
    neighbours: row === undefined ? undefined : { previous: has('previous'), next: has('next') },
  });
}

/** The id as a tab has room for it. */
export function shownTitle(id: string, mask: Mask): string {
  return plain(mask.id(id), 60);
}
