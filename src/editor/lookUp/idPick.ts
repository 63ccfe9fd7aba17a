import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import {
  idsInText,
  looksLikeId,
  longestId,
  type FoundIds,
  type IdProblem,
} from '../../submissions/privacy/idInText.ts';
import { countText } from '../../submissions/words/countText.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { safeText } from '../window/safeText.ts';

/** An id that is offered, and where it comes from. */
export interface Offer {
  readonly id: string;
  readonly origin: string;
}

interface IdItem extends vscode.QuickPickItem {
  readonly found: FoundIds;
}

/** What an authId is asked for with. */
export interface IdQuestion {
  readonly title: string;
  readonly offers: readonly Offer[];
  readonly mask: () => Mask;
  /** Whether a word is the id of a submission that is loaded or was looked up. */
  readonly isKnown: (word: string) => boolean;
  /** Whether several ids in one text may be chosen together. */
  readonly many: boolean;
}

/** Asks for an authId: typed or pasted in any form, or chosen among the offers. Undefined when nothing was chosen. */
export async function askForIds({
  title,
  offers,
  mask,
  isKnown,
  many,
}: IdQuestion): Promise<readonly string[] | undefined> {
  const pick = vscode.window.createQuickPick<IdItem>();
  pick.title = title;
  pick.placeholder = l10n.t('authId, or any text with one in it: a log line, JSON, an address');
  pick.matchOnDescription = true;
  const offered = offers.map(({ id, origin }) => ({
    label: safeText(mask().id(id)),
    description: origin,
    found: { ids: [id] } as const,
  }));
  pick.items = offered;
  try {
    return await new Promise((resolve) => {
      pick.onDidChangeValue((value) => {
        pick.items = value.trim() === '' ? offered : [...typed(idsInText(value, isKnown), mask(), many), ...offered];
      });
      pick.onDidAccept(() => {
        // Whoever pastes and accepts at once is faster than the list.
        const found = pick.selectedItems[0]?.found ?? idsInText(pick.value, isKnown);
        if ('ids' in found) {
          resolve(many ? found.ids : found.ids.slice(0, 1));
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

/** Of a text with more ids than these the others are not offered one by one. */
const mostOffered = 5;

/** The selection, the clipboard and the history, each once, as far as they look like ids. */
export async function offersOf(history: readonly string[]): Promise<readonly Offer[]> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor === undefined ? '' : editor.document.getText(editor.selection);
  const texts = [
    { text: selected, origin: l10n.t('selected in the editor') },
    { text: await vscode.env.clipboard.readText(), origin: l10n.t('in the clipboard') },
  ];
  const offers = texts.flatMap(({ text, origin }) => {
    const found = looksLikeId(text) ? idsInText(text) : undefined;
    return found !== undefined && 'ids' in found ? found.ids.slice(0, mostOffered).map((id) => ({ id, origin })) : [];
  });
  const all = [...offers, ...history.map((id) => ({ id, origin: l10n.t('looked up before') }))];
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
}

/** Why a text holds no id that can be asked for, and what one looks like. */
export function problemText(found: IdProblem): string {
  switch (found.problem) {
    case 'empty':
      return l10n.t('There is no authId in this text.');
    case 'spaces':
      return l10n.t('This is no authId: an id has no spaces and no control characters.');
    case 'tooLong':
      return l10n.t('This is no authId: it is longer than {0} characters.', longestId);
    case 'invisible':
      return l10n.t('This id holds a character that cannot be seen ({0}). Type it again without it.', found.code);
  }
}

/** What can be looked up of a typed text: all of its ids at once, then each. */
function typed(found: FoundIds, mask: Mask, many: boolean): readonly IdItem[] {
  if (!('ids' in found)) {
    return [{ label: problemText(found), alwaysShow: true, found }];
  }
  const each = found.ids.slice(0, mostOffered).map((id): IdItem => {
    const label = l10n.t('Look up {0}', safeText(mask.id(id), 80));
    return { label, alwaysShow: true, found: { ids: [id] } };
  });
  return many && found.ids.length > 1
    ? [{ label: l10n.t('Look up all {0} ids', countText(found.ids.length)), alwaysShow: true, found }, ...each]
    : each;
}
