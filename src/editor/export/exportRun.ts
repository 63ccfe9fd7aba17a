import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Failure } from '../../api/failure.ts';
import type { Wait } from '../../api/retry.ts';
import type { Exported } from '../../export/range.ts';
import type { Report, Sink } from '../../export/writing.ts';
import { countText } from '../../submissions/countText.ts';
import type { Mask } from '../../submissions/mask.ts';
import { failureText } from '../failureNotice.ts';
import { signalOf } from '../loading.ts';
import { safeText } from '../safeText.ts';
import { openTarget, type Target } from './target.ts';

/** What an export tells while it runs, and what ends it. */
export interface Running {
  readonly sink: Sink;
  readonly signal: AbortSignal;
  readonly onProgress: (report: Report) => void;
  readonly onWait: (wait: Wait) => void;
  readonly onFailure: (failure: Failure, report: Report) => Promise<'again' | 'stop'>;
}

/** A file larger than this is shown in its folder, not in an editor. In bytes. */
const largestOpened = 20_000_000;

/** What an export is called, where it goes, and through what its failures are told. */
export interface Exporting {
  readonly title: string;
  readonly uri: vscode.Uri;
  readonly mask: Mask;
  readonly work: (running: Running) => Promise<Exported>;
}

/** Runs an export into a file with progress, and tells how it ended and what was written. */
export async function runExport(exporting: Exporting): Promise<void> {
  let target: Target;
  try {
    target = await openTarget(exporting.uri);
  } catch (error) {
    const [name, reason] = [nameOf(exporting.uri), reasonIn(error)];
    await vscode.window.showErrorMessage(
      l10n.t('{0} could not be written: {1} Nothing was changed there.', name, reason),
    );
    return;
  }
  const stopped = await writeWhole(exporting, target);
  if (stopped !== undefined) {
    await offerPartial(target, stopped);
  }
}

/** Returns why the export is not complete, in words, if it is not. */
async function writeWhole(exporting: Exporting, target: Target): Promise<string | undefined> {
  const { uri, mask } = exporting;
  try {
    const { end, report } = await withProgress(exporting, target);
    if (end.kind === 'complete') {
      await target.complete();
      void tellWritten(uri, report);
      return undefined;
    }
    const why = end.kind === 'cancelled' ? '' : `${failureText(end, mask)} `;
    return `${why}${l10n.t('The export is not complete: {0}.', written(report))}`;
  } catch (error) {
    return l10n.t('{0} could not be written: {1}', nameOf(uri), reasonIn(error));
  }
}

async function withProgress({ title, mask, work }: Exporting, sink: Sink): Promise<Exported> {
  const started = performance.now();
  const progress = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return await vscode.window.withProgress(progress, async (shown, token) => {
    const say = (message: string): void => {
      shown.report({ message });
    };
    return await work({
      sink,
      signal: signalOf(token),
      onProgress: ({ records, pages }) => {
        const rate = Math.round(records / Math.max(0.001, (performance.now() - started) / 1000));
        say(l10n.t('{0} records, {1} pages, {2} records/s', countText(records), countText(pages), countText(rate)));
      },
      onWait: ({ until, failure }) => {
        const seconds = Math.max(1, Math.ceil((until - Date.now()) / 1000));
        say(
          failure.kind === 'rateLimited'
            ? l10n.t('the service asks to wait {0} s', seconds)
            : l10n.t('the service did not answer well, next try in {0} s', seconds),
        );
      },
      onFailure: async (failure, report) => await askToGoOn(failure, report, mask),
    });
  });
}

/** What was written waits: trying again goes on with the same page. */
async function askToGoOn(failure: Failure, { records }: Report, mask: Mask): Promise<'again' | 'stop'> {
  const again = l10n.t('Try Again');
  const picked = await vscode.window.showErrorMessage(
    l10n.t('The export stopped after {0} records. {1}', countText(records), failureText(failure, mask)),
    again,
    l10n.t('Stop'),
  );
  return picked === again ? 'again' : 'stop';
}

/** What was written may have taken an hour: nothing of it is thrown away unasked. */
async function offerPartial(target: Target, why: string): Promise<void> {
  const keep = l10n.t('Keep');
  const question = l10n.t('Keep what was written, as a file that ends in .partial?');
  const remove = l10n.t('Delete');
  if ((await vscode.window.showWarningMessage(`${why} ${question}`, keep, remove)) === remove) {
    await target.discard();
  } else {
    void vscode.window.showInformationMessage(l10n.t('Kept as {0}.', nameOf(await target.keep())));
  }
}

async function tellWritten(uri: vscode.Uri, report: Report): Promise<void> {
  const text = l10n.t('Written to {0}: {1}.', nameOf(uri), written(report));
  if (report.bytes <= largestOpened) {
    const open = l10n.t('Open File');
    if ((await vscode.window.showInformationMessage(text, open)) === open) {
      await vscode.window.showTextDocument(uri);
    }
  } else {
    const reveal = l10n.t('Show in Folder');
    if ((await vscode.window.showInformationMessage(text, reveal)) === reveal) {
      await vscode.commands.executeCommand('revealFileInOS', uri);
    }
  }
}

/** `12,345 records, 7 pages, 3 sent twice and written once, 2 broken and left out` */
function written({ records, pages, duplicates, broken, leftOut }: Report): string {
  return [
    records === 1 ? l10n.t('1 record') : l10n.t('{0} records', countText(records)),
    pages === 1 ? l10n.t('1 page') : l10n.t('{0} pages', countText(pages)),
    duplicates === 0 ? undefined : l10n.t('{0} sent twice and written once', countText(duplicates)),
    broken === leftOut ? undefined : l10n.t('{0} broken', countText(broken - leftOut)),
    leftOut === 0 ? undefined : l10n.t('{0} broken and left out', countText(leftOut)),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

function nameOf(uri: vscode.Uri): string {
  return safeText(vscode.workspace.asRelativePath(uri), 200);
}

function reasonIn(error: unknown): string {
  return safeText(error instanceof Error ? error.message.replace(/\.?$/, '.') : String(error), 300);
}
