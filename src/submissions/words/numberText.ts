import * as l10n from '@vscode/l10n';
import type { Reading } from '../model/readings.ts';
import { plain } from './plain.ts';

/** More decimals than this are not shortened but left as they are. */
const mostDecimals = 12;

/** A score or threshold with at most one decimal, and with more where fewer would make it look equal to `other`. */
export function scoreText(value: Reading, other?: Reading): string {
  if (typeof value !== 'number') {
    return typeof value === 'boolean' ? (value ? l10n.t('yes') : l10n.t('no')) : plain(value, 60);
  }
  return rounded(value, decimalsBetween(value, other));
}

/** How many decimals it takes for two numbers to read as the two that they are: 84.96 never reads as 85. */
export function decimalsBetween(value: number, other: Reading | undefined): number {
  for (let decimals = 1; decimals < mostDecimals; decimals++) {
    if (typeof other !== 'number' || value === other || rounded(value, decimals) !== rounded(other, decimals)) {
      return decimals;
    }
  }
  return mostDecimals;
}

/** A number with at most so many decimals; at the most there are, all that it has. */
export function rounded(value: number, decimals: number): string {
  return String(decimals === mostDecimals ? value : Number(value.toFixed(decimals)));
}
