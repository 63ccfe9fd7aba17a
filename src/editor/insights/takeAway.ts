import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { csvOf } from '../../export/csv.ts';
import type { InsightsView, SimulationView } from '../../insights/insightsParts.ts';
import { markdownOf } from '../../insights/markdown.ts';
import { sheetOf } from '../../insights/spreadsheet.ts';
import { notWritten } from '../export/exportEnd.ts';
import type { ExportPlaces } from '../export/exportPlaces.ts';
import { askForPlace } from '../export/exportTarget.ts';
import { isFileError } from '../export/fileErrors.ts';
import { askForFile } from '../window/askForFile.ts';
import { safeText } from '../window/safeText.ts';

/** What the page shows. */
interface Shown {
  readonly view: InsightsView;
  readonly simulation: SimulationView;
}

/** The ways to take the insights elsewhere, all with what the page shows: aliases while the screen is shared. */
export const takeAway = {
  copyMarkdown: async ({ view, simulation }: Shown): Promise<void> => {
    await vscode.env.clipboard.writeText(markdownOf(view, simulation));
    void vscode.window.showInformationMessage(l10n.t('Copied: all tables of the insights, as Markdown.'));
  },
  policy: async (json: string): Promise<void> => {
    await vscode.env.clipboard.writeText(json);
    void vscode.window.showInformationMessage(l10n.t('Copied: the tried policy, as JSON.'));
  },
  /**
   * `now` is called once the file is chosen, and returns what the page shows then; undefined when that is something
   * else.
   */
  saveCsv: async (places: ExportPlaces, now: () => Shown | undefined): Promise<void> => {
    // The CSV holds the ids of the submissions that other thresholds flip.
    await save(await askForPlace(l10n.t('Save Insights as CSV'), 'faceauth-insights', 'csv', places), () => {
      const shown = now();
      return shown && csvOf(sheetOf(shown.view, shown.simulation));
    });
  },
  svg: async (name: string, svg: string): Promise<void> => {
    const safeName = name
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 60);
    await save(await askForFile(l10n.t('Save Chart as SVG'), `faceauth-${safeName}`, 'svg'), () => svg);
  },
};

async function save(target: vscode.Uri | undefined, text: () => string | undefined): Promise<void> {
  if (target === undefined) {
    return;
  }
  const written = text();
  if (written === undefined) {
    void vscode.window.showWarningMessage(
      l10n.t('Insights show something else by now, so nothing was written. Save once more.'),
    );
    return;
  }
  const shown = safeText(vscode.workspace.asRelativePath(target), 200);
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(written));
  } catch (error) {
    if (!isFileError(error)) {
      throw error;
    }
    void vscode.window.showErrorMessage(notWritten(target, error));
    return;
  }
  void vscode.window.showInformationMessage(l10n.t('Written to {0}.', shown));
}
