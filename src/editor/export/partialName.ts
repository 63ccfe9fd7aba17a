/** `range.json.partial`, `range.json.2.partial`: what is not complete, beside its target. */
export function partialName(target: string, number: number): string {
  return `${target}${number === 1 ? '' : `.${number}`}.partial`;
}
