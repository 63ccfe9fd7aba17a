import type { Query } from '../api/address.ts';

/** What a file is called that holds some days, or all that there is, or what a filter lets through of it. */
export function fileNameOf(days: Query['days'], filtered: boolean): string {
  if (days === undefined) {
    return filtered ? 'faceauth-filtered' : 'faceauth-all';
  }
  return `faceauth-${days.from}-to-${days.to}`;
}
