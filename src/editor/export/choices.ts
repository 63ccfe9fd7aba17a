import * as l10n from '@vscode/l10n';
import type { Format } from '../../export/format.ts';
import { pickStep, type Steps } from '../window/flow.ts';

/** Asks in which format; `note` says what there is to know before. Undefined when nothing was chosen. */
export async function askForFormat(
  title: string,
  { steps, note }: { readonly steps?: Steps; readonly note?: string | undefined },
): Promise<Format | 'back' | undefined> {
  const item = (format: Format, label: string, detail: string) => ({ format, label, detail });
  const question = l10n.t('In which format?');
  const picked = await pickStep({
    title,
    placeholder: note === undefined ? question : `${question} ${note}`,
    items: [
      item('json', 'JSON', l10n.t('One document in the service’s own envelope: what reads the service reads it')),
      item('ndjson', 'NDJSON', l10n.t('One record on each line, for jq, scripts and databases')),
      item('csv', 'CSV', l10n.t('One row for each record, for spreadsheets; cells that would run are made text')),
    ],
    steps,
  });
  return typeof picked === 'object' ? picked.format : picked;
}

/** How records are written. */
export type Redaction = 'asReceived' | 'redacted';

/** Asks whether ids and signals stay in. While the screen is shared, only a redacted export is offered. */
export async function askForRedaction(
  title: string,
  masked: boolean,
  steps: Steps,
): Promise<Redaction | 'back' | undefined> {
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
  const picked = await pickStep({
    title,
    placeholder: masked
      ? l10n.t('Screen-share mode is on: stop it to export as received')
      : l10n.t('Are these records for your eyes only?'),
    items: masked ? [redacted] : [asReceived, redacted],
    steps,
  });
  return typeof picked === 'object' ? picked.choice : picked;
}
