import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { explain, type Failure, type Result } from '../../api/failure.ts';
import type { Help, Notice, RecordState, RecordToPage } from '../../protocol/record.ts';
import type { Detail } from '../../submissions/detail.ts';
import { plain } from '../../submissions/plain.ts';
import { recordView } from '../../submissions/recordView.ts';
import { remedyTitle } from '../failureNotice.ts';
import type { RecordNeeds } from './needs.ts';

/** What a panel has to show: still being loaded, the answer, or nothing because of a fault of ours. */
export type Content = 'loading' | 'broken' | Result<Detail | undefined>;

/** All that the page shows now, in words. */
export function toPage(state: RecordState, content: Content, needs: RecordNeeds): RecordToPage {
  const heading = shownTitle(state.id, needs);
  if (content === 'loading') {
    return { kind: 'loading', state, text: t('Loading {0}…', heading) };
  }
  if (content === 'broken') {
    const summary = t('The record could not be shown because of an error in FaceAuth Inspector.');
    return {
      kind: 'failed',
      state,
      notice: noticeOf(heading, summary, t('The log has the details.'), ['tryAgain', 'showLog']),
    };
  }
  if (!content.ok) {
    return { kind: 'failed', state, notice: failureNotice(heading, content.failure) };
  }
  const project = needs.project(state.projectId)?.name ?? t('a project that is no longer in VS Code');
  if (content.value === undefined) {
    const summary = t('The project “{0}” has no submission of this id.', plain(project, 80));
    const advice = t('Check the id, or look in another project.');
    return { kind: 'notFound', state, notice: noticeOf(heading, summary, advice, ['switchProject', 'tryAgain']) };
  }
  const { shownId } = needs;
  const view = recordView(content.value, {
    projectName: project,
    zone: needs.zone(),
    locale: vscode.env.language,
    now: Date.now(),
    attempts: needs.attempts(content.value, state.projectId),
    showDeleted: state.showDeleted,
    pinned: state.pinned,
    ...(shownId !== undefined && { shownId }),
  });
  return { kind: 'record', state, view };
}

/** The id as a tab has room for it. */
export function shownTitle(id: string, { shownId }: RecordNeeds): string {
  return plain(shownId?.(id) ?? id, 60);
}

function failureNotice(heading: string, failure: Failure): Notice {
  const { summary, advice, remedies } = explain(failure);
  return noticeOf(heading, plain(summary, 600), plain(advice, 600), remedies);
}

function noticeOf(heading: string, summary: string, advice: string, remedies: readonly Help[]): Notice {
  return {
    heading,
    summary,
    advice,
    remedies: remedies.map((action) => ({
      action,
      label: action === 'switchProject' ? t('Switch Project…') : remedyTitle(action),
    })),
  };
}
