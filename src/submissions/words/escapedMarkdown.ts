/** Remote text is text: what Markdown or HTML would read as markup stands for itself. */
export function escapedMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()<>#+!|~&$@:]/g, '\\$&')
    .replaceAll(/www\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replaceAll(/\s+/g, ' ');
}
