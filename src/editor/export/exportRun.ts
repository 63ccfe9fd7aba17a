import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Failure } from '../../api/failure.ts';
import type { Wait } from '../../api/retry.ts';
import { unlessAborted } from '../../api/unlessAborted.ts';
import type { Exported } from '../../export/range.ts';
import type { Report, Sink } from '../../export/writing.ts';
import { countText } from '../../submissions/words/countText.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { applyRemedy, askForRemedy, failureText } from '../window/failureNotice.ts';
import { signalOf } from '../window/cancellably.ts';
import type { Guard } from '../window/guard.ts';
import { completed, discarded, notWritten, offerPartial, tellWritten, written, writtenText } from './exportEnd.ts';
import { isFileError } from './fileErrors.ts';
import { openTarget, type Target } from './target.ts';

/** What an export tells while it runs, and what ends it. */
export interface Running {
  readonly sink: Sink;
  readonly signal: AbortSignal;
  readonly onProgress: (report: Report) => void;
  readonly onWait: (wait: Wait) => void;
  readonly onFailure: (failure: Failure, report: Report) => Promise<'again' | 'stop'>;
}

/** What an export is called, where it goes, and through what its failures are told. */
export interface Exporting {
  readonly title: string;
  readonly uri: vscode.Uri;
  readonly mask: () => Mask;
  readonly guard: Guard;
  /** The project that is asked; absent where all is at hand. */
  readonly project?: { readonly id: string; readonly isGone: () => boolean };
  /** Told what was written, in words, once the file is complete. */
  readonly done: (text: string) => void;
  readonly work: (running: Running) => Promise<Exported>;
}

/** Runs an export into a file with progress, and tells how it ended and what was written. */
export async function runExport(exporting: Exporting): Promise<void> {
  let target: Target;
  try {
    target = await openTarget(exporting.uri);
  } catch (error) {
    if (!isFileError(error)) {
      throw error;
    }
    await vscode.window.showErrorMessage(`${notWritten(exporting.uri, error)} ${l10n.t('Nothing was changed there.')}`);
    return;
  }
  const unfinished = await writeWhole(exporting, target);
  if (unfinished === undefined) {
    return;
  }
  const { why, isEmpty } = unfinished;
  if (!isEmpty) {
    await offerPartial(exporting.title, exporting.uri, target, why);
    return;
  }
  await discarded(exporting.uri, target);
  if (why !== '') {
    void vscode.window.showErrorMessage(why);
  }
}

/** Why an export is not complete, in words. `why` is empty when it was cancelled before anything came. */
interface Unfinished {
  readonly why: string;
  readonly isEmpty: boolean;
}

/** Returns why the export is not complete, if it is not. */
async function writeWhole(exporting: Exporting, target: Target): Promise<Unfinished | undefined> {
  const { uri, guard } = exporting;
  let bytes = 0;
  const counted: Sink = {
    write: async (piece) => {
      bytes += piece.length;
      await target.write(piece);
    },
  };
  try {
    const { end, report } = await withProgress(exporting, counted);
    if (end.kind === 'complete') {
      const problem = await completed(uri, target);
      if (problem === undefined) {
        exporting.done(writtenText(uri, report));
        void guard(async () => {
          await tellWritten(uri, report);
        });
      }
      return problem === undefined ? undefined : { why: problem, isEmpty: false };
    }
    const isEmpty = report.records === 0 && report.broken === 0;
    const why = end.kind === 'cancelled' ? '' : `${whyItEnded(end, exporting)} `;
    const rest = isEmpty ? '' : l10n.t('The export is not complete: {0}.', written(report));
    return { why: `${why}${rest}`.trim(), isEmpty };
  } catch (error) {
    if (isFileError(error)) {
      return { why: notWritten(uri, error), isEmpty: bytes === 0 };
    }
    void guard(() => {
      throw error;
    });
    return { why: l10n.t('The export is not complete.'), isEmpty: bytes === 0 };
  }
}

/**
 * Why an export ended. For a project that was removed, no remedy of the failure would help, so only the removal is
 * told.
 */
function whyItEnded(failure: Failure, { mask, project }: Exporting): string {
  return project?.isGone() === true
    ? l10n.t('This project is no longer in VS Code, so no more of it can be read.')
    : failureText(failure, mask());
}

async function withProgress(exporting: Exporting, sink: Sink): Promise<Exported> {
  const { title, work } = exporting;
  const started = performance.now();
  const progress = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return await vscode.window.withProgress(progress, async (shown, token) => {
    const say = (message: string): void => {
      shown.report({ message });
    };
    const signal = signalOf(token);
    return await work({
      sink,
      signal,
      onProgress: ({ records, pages }) => {
        const rate = Math.round(records / Math.max(0.001, (performance.now() - started) / 1000));
        say(
          l10n.t(
            'Records: {0} · pages: {1} · records per second: {2}',
            countText(records),
            countText(pages),
            countText(rate),
          ),
        );
      },
      onWait: ({ until, failure }) => {
        const seconds = Math.max(1, Math.ceil((until - Date.now()) / 1000));
        say(
          failure.kind === 'rateLimited'
            ? l10n.t('the service asks to wait {0} s', seconds)
            : l10n.t('the request failed, next try in {0} s', seconds),
        );
      },
      onFailure: async (failure, report) =>
        await unlessAborted(askToGoOn(failure, report, { ...exporting, signal }), signal, 'stop'),
    });
  });
}

/**
 * Asks how to go on after a failure. What was written is kept: trying again goes on with the same page. After any other
 * remedy the question comes once more.
 */
async function askToGoOn(
  failure: Failure,
  { records }: Report,
  { mask, project, signal }: Pick<Exporting, 'mask' | 'project'> & Pick<Running, 'signal'>,
): Promise<'again' | 'stop'> {
  // Never called: `tryAgain` is handled below.
  const again = async (): Promise<void> => {
    await Promise.resolve();
  };
  while (!signal.aborted && project?.isGone() !== true) {
    const text = l10n.t(
      'The export stopped. Records so far: {0}. {1}',
      countText(records),
      failureText(failure, mask()),
    );
    const remedy = await askForRemedy(failure, mask(), text, l10n.t('Stop'));
    if (remedy === undefined || remedy === 'tryAgain') {
      return remedy === undefined ? 'stop' : 'again';
    }
    await applyRemedy(remedy, failure, { mask, projectId: project?.id, again });
  }
  return 'stop';
}
