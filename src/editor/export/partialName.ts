/** The name of an incomplete file beside its target: `range.json.partial`, then `range.json.2.partial`. */
export function partialName(target: string, number: number): string {
  return `${target}${number === 1 ? '' : `.${number}`}.partial`;
}
