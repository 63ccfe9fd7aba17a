import * as l10n from '@vscode/l10n';
import { idsInText, looksLikeId } from '../../submissions/privacy/idInText.ts';

/** An id that is offered, and where it comes from. */
export interface Offer {
  readonly id: string;
  readonly origin: string;
  /** True for an id that only lies in the clipboard: nobody chose it, so Enter alone does not take it. */
  readonly isUnasked?: boolean;
}

/** How many ids of one text are offered one by one at most. */
export const mostOffered = 5;

/** Where ids are found that nobody typed. */
export interface OfferSources {
  /** The text that is selected; empty where none is. */
  readonly selection: string;
  readonly readClipboard: () => Promise<string>;
  readonly history: Promise<readonly string[]>;
}

/** The selection, the clipboard and the history, as far as they look like ids; each as soon as it is there. */
export function offersOf({ selection, readClipboard, history }: OfferSources): readonly Promise<readonly Offer[]>[] {
  const before = async (): Promise<readonly Offer[]> =>
    (await history).map((id) => ({ id, origin: l10n.t('looked up before') }));
  return [
    Promise.resolve(offersIn(selection, l10n.t('selected in the editor'))),
    clipboardOffers(readClipboard),
    before(),
  ];
}

/** The ids in the clipboard. None where it cannot be read, as in a browser that was told not to. */
async function clipboardOffers(read: () => Promise<string>): Promise<readonly Offer[]> {
  let text: string;
  try {
    text = await read();
  } catch {
    // Nobody asked for the clipboard, so nobody misses it.
    return [];
  }
  return offersIn(text, l10n.t('in the clipboard')).map((offer) => ({ ...offer, isUnasked: true }));
}

/** Longer texts, in characters, are not what somebody copied to look it up. */
const longestOffer = 100_000;

function offersIn(text: string, origin: string): readonly Offer[] {
  const found = text.length <= longestOffer && looksLikeId(text) ? idsInText(text) : undefined;
  return found !== undefined && 'ids' in found ? found.ids.slice(0, mostOffered).map((id) => ({ id, origin })) : [];
}
