import type { Query } from '../api/address.ts';

/**
 * The name of an export file without its ending: its days, or, when it is not limited to days, whether a filter was
 * applied.
 */
export function fileNameOf(days: Query['days'], filtered: boolean): string {
  if (days === undefined) {
    return filtered ? 'faceauth-filtered' : 'faceauth-all';
  }
  return `faceauth-${days.from}-to-${days.to}`;
}
