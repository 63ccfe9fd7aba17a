import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Format } from '../../export/format.ts';
import { askForFile } from '../window/askForFile.ts';
import { isHeldInMemory } from './target.ts';

/** Asks in which format; undefined when nothing was chosen. */
export async function askForFormat(title: string): Promise<Format | undefined> {
  const item = (format: Format, label: string, detail: string) => ({ format, label, detail });
  const picked = await vscode.window.showQuickPick(
    [
      item('json', 'JSON', l10n.t('One document in the service’s own envelope: what reads the service reads it')),
      item('ndjson', 'NDJSON', l10n.t('One record on each line, for jq, scripts and databases')),
      item('csv', 'CSV', l10n.t('One row for each record, for spreadsheets; cells that would run are made text')),
    ],
    { title, placeHolder: l10n.t('In which format?') },
  );
  return picked?.format;
}

/** Asks whether ids and signals stay in. While the screen is shared they never do, and nothing is asked. */
export async function askForRedaction(title: string, masked: boolean): Promise<'asReceived' | 'redacted' | undefined> {
  const redacted = {
    label: l10n.t('Redacted'),
    detail: l10n.t('Aliases for ids; no signals, no undocumented fields; of deleted records only id, status and times'),
    choice: 'redacted' as const,
  };
  const asReceived = {
    label: l10n.t('As received'),
    detail: l10n.t('Everything that the service sent, with ids and signals'),
    choice: 'asReceived' as const,
  };
  const picked = await vscode.window.showQuickPick(masked ? [redacted] : [asReceived, redacted], {
    title,
    placeHolder: masked
      ? l10n.t('Screen-share mode is on: leave it to export as received')
      : l10n.t('Are these records for your eyes only?'),
  });
  return picked?.choice;
}

/** Asks for the file; says what another file system than this machine's costs. */
export async function askForTarget(title: string, name: string, format: Format): Promise<vscode.Uri | undefined> {
  const target = await askForFile(title, name, format);
  return target === undefined || !isHeldInMemory(target) || (await mayHoldInMemory()) ? target : undefined;
}

async function mayHoldInMemory(): Promise<boolean> {
  const go = l10n.t('Export Anyway');
  const picked = await vscode.window.showWarningMessage(
    l10n.t('This place is not on the disk of this machine.'),
    {
      modal: true,
      detail: l10n.t(
        'VS Code writes there only whole files, so the export is held in memory until it is complete: about 1 MB for every 1,000 records, and twice that while it is written.',
      ),
    },
    go,
  );
  return picked === go;
}
