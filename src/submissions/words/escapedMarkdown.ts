/** Escapes remote text, so that Markdown and HTML show it as it is and read no markup in it. */
export function escapedMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()<>#+!|~&$@:]/g, '\\$&')
    .replaceAll(/www\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replaceAll(/\s+/g, ' ');
}
