/** A count with its thousands apart: `12,345`. Written by hand because the first use of Intl takes as long as a page. */
export function countText(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
