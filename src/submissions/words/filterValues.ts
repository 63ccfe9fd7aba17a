import { spelledCode } from '../model/checks.ts';
import { findingKindTitle, submitTypeTitle } from './filterWords.ts';
import { findingKinds } from '../model/findings.ts';
import type { Mask } from '../privacy/mask.ts';
import type { Tally } from '../store/shared.ts';
import { statusTitle } from './titles.ts';

/** A value that a filter offers, its label, and how many submissions have it where that is known. */
export interface FilterValue {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}

/** The kinds of findings. */
export function findingValues(): readonly FilterValue[] {
  return findingKinds.map((kind) => ({ value: kind, label: findingKindTitle(kind) }));
}

/** The values of loaded submissions, the most frequent first. */
export function valuesIn(tally: Tally, mask: Mask): Readonly<Record<keyof Tally, readonly FilterValue[]>> {
  const codes = new Map<string, number>();
  for (const { value, count } of tally.failCodes) {
    for (const code of new Set(value.map(spelledCode))) {
      codes.set(code, (codes.get(code) ?? 0) + count);
    }
  }
  const ranked = (values: readonly FilterValue[]): readonly FilterValue[] =>
    values.toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0));
  return {
    status: ranked(tally.status.map(({ value, count }) => ({ value, label: statusTitle(mask.text(value)), count }))),
    failCodes: ranked([...codes].map(([value, count]) => ({ value, label: mask.text(value), count }))),
    submitType: ranked(
      tally.submitType.map(({ value = '', count }) => ({ value, label: submitTypeTitle(mask.text(value)), count })),
    ),
  };
}
