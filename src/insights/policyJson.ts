import { thresholdFields } from '../api/fields.ts';
import { checkKinds, scoredKinds, type Reading } from '../submissions/model/readings.ts';
import type { Thresholds } from './thresholds.ts';

/**
 * A policy as JSON in the service's own names and order: the tried thresholds, 0 where a check is not enforced. Occlusion,
 * which cannot be tried, is as recorded; it is left out where no policy says anything about it.
 */
export function policyJson(tried: Thresholds, occlusion: Reading | undefined): string {
  const entries = checkKinds.map((kind) => {
    const value = kind === 'occlusion' ? occlusion : (tried[scoredKinds.indexOf(kind)] ?? 0);
    return [thresholdFields[kind].names[0], value] as const;
  });
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}
