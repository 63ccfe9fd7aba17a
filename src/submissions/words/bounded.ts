import * as l10n from '@vscode/l10n';
import { countText } from './countText.ts';

/** The first `most` items of a list, and a note that says how many are left out. */
export function bounded<T>(
  all: readonly T[],
  most: number,
): { readonly shown: readonly T[]; readonly notes: readonly string[] } {
  const left = all.length - most;
  return {
    shown: all.slice(0, most),
    notes: left > 0 ? [l10n.t('Not shown here: {0} more; the JSON document has all of them.', countText(left))] : [],
  };
}
