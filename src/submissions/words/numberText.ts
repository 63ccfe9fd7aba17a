import * as l10n from '@vscode/l10n';
import type { Reading } from '../model/readings.ts';
import { plain } from './plain.ts';

/** A score with so few decimals is shown as it is; longer ones come from single-precision numbers, and are shortened. */
const fewDecimals = 2;

/** More decimals than `toFixed` can give are not shortened. */
const mostDecimals = 100;

/** A number as it is, never rounded and without an exponent: `0.0000001`, not `1e-7`. */
export function numberText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) {
    return text;
  }
  const [digits = '', exponent] = text.split('e');
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const all = whole + fraction;
  return point > 0 ? `${sign}${all.padEnd(point, '0')}` : `${sign}0.${'0'.repeat(-point)}${all}`;
}

/** A threshold as it was sent: somebody typed it, so it is never rounded. */
export function thresholdText(threshold: Reading): string {
  if (typeof threshold === 'number') {
    return numberText(threshold);
  }
  return typeof threshold === 'boolean' ? (threshold ? l10n.t('yes') : l10n.t('no')) : plain(threshold, 60);
}

/**
 * A score with one decimal more than its threshold. It gets more decimals if rounding would move it onto or across its
 * threshold, 0 or 100.
 */
export function scoreText(score: Reading, threshold?: Reading): string {
  if (typeof score !== 'number' || Number.isInteger(score)) {
    return thresholdText(score);
  }
  const whole = numberText(score);
  const own = decimalsOf(whole);
  const usual = 1 + (typeof threshold === 'number' ? decimalsOf(numberText(threshold)) : 0);
  if (own <= Math.max(fewDecimals, usual)) {
    return whole;
  }
  for (let decimals = usual; decimals < Math.min(own, mostDecimals); decimals++) {
    const text = score.toFixed(decimals);
    const shown = Number(text);
    const bound = typeof threshold === 'number' ? threshold : 0;
    if (standsAs(shown, score, bound) && standsAs(shown, score, 0) && standsAs(shown, score, 100)) {
      return text;
    }
  }
  return whole;
}

/** Whether two numbers stand on the same side of a bound: both below, both at it or both above. */
function standsAs(one: number, other: number, bound: number): boolean {
  return one < bound === other < bound && one > bound === other > bound;
}

/** How far a score lies above its threshold, with its sign: the difference of the two numbers that are shown. */
export function marginText(score: number, threshold: number): string {
  const margin = differenceOf(scoreText(score, threshold), numberText(threshold));
  return margin.startsWith('-') ? `\u2212${margin.slice(1)}` : margin === '0' ? margin : `+${margin}`;
}

/** The difference of two decimal numbers without any rounding: of `71.25` and `85` it is `-13.75`. */
function differenceOf(one: string, other: string): string {
  const decimals = Math.max(decimalsOf(one), decimalsOf(other));
  const units = unitsOf(one, decimals) - unitsOf(other, decimals);
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/\.?0+$/, '');
  return units < 0n ? `-${text}` : text;
}

function unitsOf(text: string, decimals: number): bigint {
  return BigInt(`${text.replace('.', '')}${'0'.repeat(decimals - decimalsOf(text))}`);
}

function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point === -1 ? 0 : text.length - point - 1;
}
