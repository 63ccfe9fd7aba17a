/**
 * Remote text cut to about 200 characters, between words. Half an id would be shown as it is, because only a whole id
 * is replaced by its alias.
 */
export function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 201).replace(/\S*$/, '')}…` : text;
}
