import { median, ratioOf, spreadOf, type Pair } from './pairs.ts';
import type { Services } from './services.ts';

/** A measurement; `packaged` asks for a freshly packaged extension before it. */
export interface Bench {
  readonly name: string;
  readonly packaged: boolean;
  readonly measure: (services: Services) => Promise<Row>;
}

/** One line of the table. `figures` go into the JSON, `notes` under the table. */
export interface Row {
  readonly measured: string;
  readonly compared: string;
  readonly value: string;
  readonly target: string;
  /** Undefined when there is no target. */
  readonly met: boolean | undefined;
  readonly notes: readonly string[];
  readonly figures: Readonly<Record<string, unknown>>;
}

interface Comparison {
  readonly measured: string;
  readonly compared: string;
  readonly unit: string;
  readonly pairs: readonly Pair[];
  /** The largest allowed ratio, if there is one. */
  readonly target?: number;
  readonly notes?: readonly string[];
  readonly figures?: Readonly<Record<string, unknown>>;
}

/** The row of two things measured in turn. */
export function ratioRow({ measured, compared, unit, pairs, target, notes = [], figures = {} }: Comparison): Row {
  const ratio = ratioOf(pairs);
  const ours = median(pairs.map((pair) => pair.ours));
  const theirs = median(pairs.map((pair) => pair.theirs));
  return {
    measured: `${measured}: ${ours.toFixed(2)} ${unit}`,
    compared: `${compared}: ${theirs.toFixed(2)} ${unit}`,
    value: ratio.toFixed(2),
    target: target === undefined ? '' : `≤ ${target.toFixed(1)}`,
    met: target === undefined ? undefined : ratio <= target,
    notes: [`${pairs.length} pairs, the middle half of them within ${(100 * spreadOf(pairs)).toFixed(0)} %`, ...notes],
    figures: {
      ratio,
      ...(target !== undefined && { target }),
      ours,
      theirs,
      unit,
      pairs: pairs.length,
      spread: spreadOf(pairs),
      series: pairs,
      ...figures,
    },
  };
}

/** The row of something that may take at most `target` milliseconds. */
export function timeRow(measured: string, ms: number, target: number, figures: Readonly<Record<string, unknown>>): Row {
  return {
    measured,
    compared: '',
    value: `${ms.toFixed(1)} ms`,
    target: `≤ ${target} ms`,
    met: ms <= target,
    notes: [],
    figures: { ms, target, ...figures },
  };
}

/** The row of something that cannot be measured here. */
export function skippedRow(measured: string, compared: string, why: string): Row {
  return { measured, compared, value: '', target: '', met: undefined, notes: [why], figures: { skipped: why } };
}

/** The row of a size in bytes. */
export function bytesRow(measured: string, bytes: number, target?: number, files?: Record<string, number>): Row {
  return {
    measured,
    compared: '',
    value: kilobytes(bytes),
    target: target === undefined ? '' : `≤ ${kilobytes(target)}`,
    met: target === undefined ? undefined : bytes <= target,
    notes: Object.entries(files ?? {}).map(([name, size]) => `${name} ${kilobytes(size)}`),
    figures: { bytes, ...(target !== undefined && { target }), ...(files && { files }) },
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
