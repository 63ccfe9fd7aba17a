import * as l10n from '@vscode/l10n';
import type { Failure, Result } from '../../api/failure.ts';
import type { Help, Notice, RecordState, RecordToPage } from '../../protocol/record.ts';
import type { Detail } from '../../submissions/model/detail.ts';
import type { TimeZone } from '../../submissions/model/days.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { maskedDetail, maskedSubmission } from '../../submissions/privacy/masked.ts';
import { failureWords, remedyTitle } from '../../submissions/words/failureWords.ts';
import { plain } from '../../submissions/words/plain.ts';
import type { Direction, Labelled, RecordView } from '../../submissions/words/recordParts.ts';
import { recordView } from '../../submissions/words/recordView.ts';
import { languageOfWords } from '../window/language.ts';
import type { Core } from '../core.ts';
import { neighbourIn, rowOf } from './rowOfRecord.ts';

/** What a panel has to show: still being loaded, the answer, or nothing because of a fault of ours. */
export type Content = 'loading' | 'broken' | Result<Detail | undefined>;

/** All that the page shows now, in words. `rowId`: the row that was opened, where the tree has several. */
export function toPage(state: RecordState, content: Content, core: Core, rowId?: string): RecordToPage {
  const mask = core.mask();
  const heading = shownTitle(state.id, mask);
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
    return { kind: 'failed', state, notice: failureNotice(heading, content.failure, mask, core.zone()) };
  }
  const project = core.shown.byId(state.projectId)?.name;
  return content.value === undefined
    ? { kind: 'notFound', state, notice: notFoundNotice(heading, project) }
    : { kind: 'record', state, view: viewOf(state, content.value, core, rowId) };
}

function viewOf(state: RecordState, detail: Detail, core: Core, rowId: string | undefined): RecordView {
  const mask = core.mask();
  const row = rowOf(core, { ...state, rowId });
  const has = (direction: Direction): boolean =>
    neighbourIn(core, { ...state, rowId: row?.id }, direction) !== undefined;
  return recordView(maskedDetail(detail, mask), {
    projectName: core.shown.byId(state.projectId)?.name ?? l10n.t('no longer in VS Code'),
    zone: core.zone(),
    locale: languageOfWords(),
    now: Date.now(),
    attempts: core.session.records
      .attempts(state.projectId, detail.submission.kycId)
      .map((attempt) => maskedSubmission(attempt, mask)),
    showDeleted: state.showDeleted,
    neighbours: row === undefined ? undefined : { previous: has('previous'), next: has('next') },
  });
}

/** The id as a tab has room for it. */
export function shownTitle(id: string, mask: Mask): string {
  return plain(mask.id(id), 60);
}

function failureNotice(heading: string, failure: Failure, mask: Mask, zone: TimeZone): Notice {
  const words = failureWords(failure, mask, zone);
  const { remedies } = words;
  // The reason may be gone, whatever it was.
  const again = remedies.some(({ action }) => action === 'tryAgain') ? [] : labelled(['tryAgain']);
  return { badge: l10n.t('Not loaded'), heading, ...words, remedies: [...remedies, ...again] };
}

function notFoundNotice(heading: string, project: string | undefined): Notice {
  return project === undefined
    ? {
        badge: l10n.t('Not loaded'),
        heading,
        summary: l10n.t('The project of this submission is no longer in VS Code.'),
        advice: l10n.t('If you added it again, or another one has the submission, look there.'),
        remedies: labelled(['otherProject']),
      }
    : {
        badge: l10n.t('Not found'),
        heading,
        summary: l10n.t('The project “{0}” has no submission of this id.', plain(project, 80)),
        advice: l10n.t('Check the id, or look in another project.'),
        remedies: labelled(['otherProject', 'switchProject', 'tryAgain']),
      };
}

function labelled(remedies: readonly Help[]): readonly Labelled<Help>[] {
  return remedies.map((action) => ({
    action,
    label: action === 'otherProject' ? l10n.t('Look in Another Project…') : remedyTitle(action),
  }));
}
