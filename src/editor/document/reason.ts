import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Help } from '../../protocol/record.ts';
import { reasonText, type Reason, type ReasonText } from '../../submissions/words/reasonText.ts';
import { commandLink } from '../links/places.ts';
import type { RecordTarget } from '../record/targets.ts';
import { remedyCommand } from '../window/failureNotice.ts';
import { scheme } from './submissionFiles.ts';

/**
 * The remedies in a document without a record: those that a command carries out, and opening the panel, which has the
 * others.
 */
type Remedy = Exclude<Help, 'otherProject' | 'copyDetails' | 'openJson'> | 'openRecord';

/**
 * Why a document has no record, in the words that it shows. `target` is the missing record; undefined where it has no
 * id.
 */
export interface Missing extends ReasonText<Remedy> {
  readonly target: RecordTarget | undefined;
}

/** Says why there is no record. */
export function missing({ summary, advice, remedies }: Reason<Help>, target: RecordTarget | undefined): Missing {
  const open = { action: 'openRecord' as const, label: l10n.t('Open Submission') };
  const links = target === undefined ? [] : [...remedies.filter(isLink), open];
  return { ...reasonText({ summary, advice, remedies: links }), target };
}

/** Links on the remedies in the documents that have no record. */
export function registerReasonLinks(missingIn: (uri: vscode.Uri) => Missing | undefined): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(
    { scheme },
    {
      provideDocumentLinks: ({ uri }) => {
        const { remedies = [], target } = missingIn(uri) ?? {};
        return remedies.map(({ action, label, line, start, end }) => {
          const link = new vscode.DocumentLink(new vscode.Range(line, start, line, end));
          link.target = vscode.Uri.parse(commandLink(commandOf(action, target)));
          link.tooltip = label;
          return link;
        });
      },
    },
  );
}

function isLink(remedy: { readonly action: Help }): remedy is { action: Exclude<Remedy, 'openRecord'>; label: string } {
  return remedy.action !== 'otherProject' && remedy.action !== 'copyDetails' && remedy.action !== 'openJson';
}

function commandOf(action: Remedy, target: RecordTarget | undefined): ReturnType<typeof remedyCommand> {
  switch (action) {
    case 'openRecord':
      return { command: 'faceauth.openRecord', given: [target] };
    case 'tryAgain':
      return { command: 'faceauth.openJson', given: [target] };
    default:
      return remedyCommand(action, { projectId: target?.projectId, target });
  }
}
