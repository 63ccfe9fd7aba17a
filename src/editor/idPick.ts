import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { idInText, looksLikeId, longestId, type FoundId } from '../submissions/privacy/idInText.ts';
import type { Mask } from '../submissions/privacy/mask.ts';
import { safeText } from './safeText.ts';

/** An id that is offered, and where it comes from. */
export interface Offer {
  readonly id: string;
  readonly origin: string;
}

interface IdItem extends vscode.QuickPickItem {
  readonly found: FoundId;
}

/** Asks for an authId: typed or pasted in any form, or chosen among the offers. */
export async function askForId(title: string, offers: readonly Offer[], mask: Mask): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<IdItem>();
  pick.title = title;
  pick.placeholder = l10n.t('authId, or any text with one in it: a log line, JSON, an address');
  pick.matchOnDescription = true;
  const offered = offers.map(({ id, origin }) => ({
    label: safeText(mask.id(id)),
    description: origin,
    found: { id },
  }));
  pick.items = offered;
  try {
    return await new Promise((resolve) => {
      pick.onDidChangeValue((value) => {
        pick.items = value.trim() === '' ? offered : [typed(value, mask), ...offered];
      });
      pick.onDidAccept(() => {
        // Whoever pastes and accepts at once is faster than the list.
        const found = pick.selectedItems[0]?.found ?? idInText(pick.value);
        if (found !== undefined && 'id' in found) {
          resolve(found.id);
        }
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

/** The selection, the clipboard and the history, each once, as far as they look like ids. */
export async function offersOf(history: readonly string[]): Promise<readonly Offer[]> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor === undefined ? '' : editor.document.getText(editor.selection);
  const texts = [
    { text: selected, origin: l10n.t('selected in the editor') },
    { text: await vscode.env.clipboard.readText(), origin: l10n.t('in the clipboard') },
  ];
  const offers = texts.flatMap(({ text, origin }) => {
    const found = looksLikeId(text) ? idInText(text) : undefined;
    return found !== undefined && 'id' in found ? [{ id: found.id, origin }] : [];
  });
  const all = [...offers, ...history.map((id) => ({ id, origin: l10n.t('looked up before') }))];
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
}

/** Why a text holds no id that can be asked for, and what one looks like. */
export function problemText(problem: 'empty' | 'spaces' | 'tooLong'): string {
  switch (problem) {
    case 'empty':
      return l10n.t('There is no authId in this text.');
    case 'spaces':
      return l10n.t('This is no authId: an id has no spaces and no control characters.');
    case 'tooLong':
      return l10n.t('This is no authId: it is longer than {0} characters.', longestId);
  }
}

function typed(value: string, mask: Mask): IdItem {
  const found = idInText(value);
  return 'id' in found
    ? { label: l10n.t('Look up {0}', safeText(mask.id(found.id), 80)), alwaysShow: true, found }
    : { label: problemText(found.problem), alwaysShow: true, found };
}
