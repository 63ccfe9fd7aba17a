import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { csvOf } from '../../export/csv.ts';
import type { InsightsView, SimulationView } from '../../insights/insightsParts.ts';
import { markdownOf } from '../../insights/markdown.ts';
import { sheetOf } from '../../insights/spreadsheet.ts';
import { askForFile } from '../window/askForFile.ts';
import { safeText } from '../window/safeText.ts';

/** The ways to take the insights elsewhere, all with what the page shows: aliases while the screen is shared. */
export const takeAway = {
  copyMarkdown: async (view: InsightsView, simulation: SimulationView): Promise<void> => {
    await vscode.env.clipboard.writeText(markdownOf(view, simulation));
    void vscode.window.showInformationMessage(l10n.t('Copied: all tables of the insights, as Markdown.'));
  },
  policy: async (json: string): Promise<void> => {
    await vscode.env.clipboard.writeText(json);
    void vscode.window.showInformationMessage(l10n.t('Copied: the tried policy, as JSON.'));
  },
  saveCsv: async (view: InsightsView, simulation: SimulationView): Promise<void> => {
    await save(l10n.t('Save Insights as CSV'), 'faceauth-insights', 'csv', csvOf(sheetOf(view, simulation)));
  },
  svg: async (name: string, svg: string): Promise<void> => {
    const safeName = name
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 60);
    await save(l10n.t('Save Chart as SVG'), `faceauth-${safeName}`, 'svg', svg);
  },
};

async function save(title: string, name: string, ending: 'csv' | 'svg', text: string): Promise<void> {
  const target = await askForFile(title, name, ending);
  if (target === undefined) {
    return;
  }
  const shown = safeText(vscode.workspace.asRelativePath(target), 200);
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    const reason = safeText(error instanceof Error ? error.message : String(error), 300);
    await vscode.window.showErrorMessage(l10n.t('{0} could not be written: {1}', shown, reason));
    return;
  }
  void vscode.window.showInformationMessage(l10n.t('Written to {0}.', shown));
}
