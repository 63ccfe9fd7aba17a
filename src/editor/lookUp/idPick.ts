import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { idsInText, longestId, type FoundIds, type IdProblem } from '../../submissions/privacy/idInText.ts';
import { countText } from '../../submissions/words/countText.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { safeText } from '../window/safeText.ts';
import { mostOffered, type Offer } from './offers.ts';
import { withoutKeys, type IsKey } from './withoutKeys.ts';

interface IdItem extends vscode.QuickPickItem {
  readonly found: FoundIds;
}

/** What an authId is asked for with. */
export interface IdQuestion {
  readonly title: string;
  /** The offers of each source, which may still be loading: the box opens without them. */
  readonly offers: readonly Promise<readonly Offer[]>[];
  readonly mask: () => Mask;
  /** Whether a word is the id of a submission that is loaded or was looked up. */
  readonly isKnown: (word: string) => boolean;
  /** Whether a text is an API key or holds one: it is neither offered nor taken. */
  readonly isKey: IsKey;
  /** Whether several ids in one text may be chosen together. */
  readonly many: boolean;
}

/** Asks for an authId: typed or pasted in any form, or chosen among the offers. Undefined when nothing was chosen. */
export async function askForIds(question: IdQuestion): Promise<readonly string[] | undefined> {
  const box = new IdBox(question);
  try {
    return await box.answer();
  } finally {
    box.dispose();
  }
}

/** The box with what is offered in it, which may still be coming. */
class IdBox {
  readonly #question: IdQuestion;
  readonly #pick = vscode.window.createQuickPick<IdItem>();
  /** The offers of each source, in the order of the sources, so that late offers do not change the order. */
  readonly #offers: (readonly Offer[])[];
  #isRefused = false;
  #isOpen = true;

  constructor(question: IdQuestion) {
    this.#question = question;
    this.#offers = question.offers.map(() => []);
    this.#pick.title = question.title;
    this.#pick.placeholder = l10n.t('authId, or any text with one in it: a log line, JSON, an address');
    this.#pick.matchOnDescription = true;
  }

  async answer(): Promise<readonly string[] | undefined> {
    const { offers, many } = this.#question;
    return await new Promise((resolve, failed) => {
      this.#pick.onDidChangeValue((value) => {
        this.#isRefused = false;
        this.#show();
        this.#refuseKey(value).catch(failed);
      });
      this.#pick.onDidAccept(() => {
        // A person who pastes and accepts at once is faster than the list, so the text itself is read.
        const found = this.#pick.selectedItems[0]?.found ?? idsInText(this.#pick.value, this.#question.isKnown);
        this.#accepted(found).then((ids) => {
          if (ids !== undefined) {
            resolve(many ? ids : ids.slice(0, 1));
          }
        }, failed);
      });
      this.#pick.onDidHide(() => {
        resolve(undefined);
      });
      this.#pick.show();
      for (const [place, coming] of offers.entries()) {
        this.#take(place, coming).catch(failed);
      }
    });
  }

  dispose(): void {
    this.#isOpen = false;
    this.#pick.dispose();
  }

  async #take(place: number, coming: Promise<readonly Offer[]>): Promise<void> {
    const offered = await coming;
    const free = await withoutKeys(
      offered.map(({ id }) => id),
      this.#question.isKey,
    );
    if (this.#isOpen && free.length > 0) {
      this.#offers[place] = offered.filter(({ id }) => free.includes(id));
      this.#show();
    }
  }

  /** Says at once that a typed text is a key, before anybody accepts it. */
  async #refuseKey(value: string): Promise<void> {
    const found = idsInText(value, this.#question.isKnown);
    if ('ids' in found && (await withoutKeys(found.ids, this.#question.isKey)).length < found.ids.length) {
      this.#refuse(value);
    }
  }

  /** The ids to ask for; undefined when the text holds none, or a key. */
  async #accepted(found: FoundIds): Promise<readonly string[] | undefined> {
    const { value } = this.#pick;
    if (!('ids' in found)) {
      return undefined;
    }
    if ((await withoutKeys(found.ids, this.#question.isKey)).length < found.ids.length) {
      this.#refuse(value);
      return undefined;
    }
    return found.ids;
  }

  #refuse(value: string): void {
    if (this.#isOpen && value === this.#pick.value) {
      this.#isRefused = true;
      this.#show();
    }
  }

  #show(): void {
    const { mask, isKnown, many } = this.#question;
    const { value } = this.#pick;
    const offered = eachOnce(this.#offers.flat());
    const items = offered.map((offer) => itemOf(offer, mask()));
    if (value.trim() !== '') {
      const first = this.#isRefused ? [refusal()] : typed(idsInText(value, isKnown), mask(), many);
      this.#pick.items = [...first, ...items];
      // In the empty box no item may have been active, and it would stay so.
      this.#pick.activeItems = first.slice(0, 1);
      return;
    }
    // An empty box shows offers alone, and Enter must not take what merely lies in the clipboard.
    const before = this.#pick.activeItems[0]?.label;
    const chosen = items.filter((_item, index) => offered[index]?.isUnasked !== true);
    this.#pick.items = items;
    this.#pick.activeItems = [chosen.find(({ label }) => label === before) ?? chosen[0] ?? []].flat();
  }
}

function itemOf({ id, origin }: Offer, mask: Mask): IdItem {
  return { label: safeText(mask.id(id)), description: origin, found: { ids: [id] } };
}

function eachOnce(offers: readonly Offer[]): readonly Offer[] {
  return offers.filter(({ id }, index) => offers.findIndex((other) => other.id === id) === index);
}

function refusal(): IdItem {
  return { label: keyText(), alwaysShow: true, found: { problem: 'empty' } };
}

/** Says that a text is an API key. */
export function keyText(): string {
  return l10n.t('This is an API key, or holds one. It is not sent as an authId.');
}

/** Why a text holds no id that can be asked for, and what one looks like. */
export function problemText(found: IdProblem): string {
  switch (found.problem) {
    case 'empty':
      return l10n.t('There is no authId in this text.');
    case 'spaces':
      return l10n.t('This is not an authId: an id has no spaces and no control characters.');
    case 'tooLong':
      return l10n.t('This is not an authId: it is longer than {0} characters.', longestId);
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
