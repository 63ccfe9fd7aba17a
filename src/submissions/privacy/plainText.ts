const entities = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
]);

/** A character of ASCII by its code; text that stands for another one stays as it is. */
function signOf(code: number, text: string): string {
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : text;
}

/** The text without the backslashes of JSON and Markdown: characters by their codes, and signs that stand for themselves. */
export function unescaped(text: string): string {
  return (
    text
      // In a string within a string each backslash has another one before it. A run is looked at from its beginning only.
      .replaceAll(/(?<!\\)\\+u([\da-f]{4})/gi, (_escape, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      .replaceAll(/(?<!\\)\\+(?=[!-/:-@[\]^_`{|}~])/g, '')
  );
}

/** The text with quotes and signs as programs write them, whatever wrote it: as entities, encoded, coloured or set in type. */
export function plainText(text: string): string {
  return (
    text
      .replaceAll(/&(quot|apos|lt|gt);/gi, (entity, name: string) => entities.get(name.toLowerCase()) ?? entity)
      .replaceAll(/&#(\d{2,3});/g, (entity, code: string) => signOf(Number(code), entity))
      // As HTML and the logs of web servers escape signs.
      .replaceAll(/(?:&#x([\da-f]{2});|(?<!\\)\\+x([\da-f]{2}))/gi, (sign, one?: string, other?: string) =>
        signOf(Number.parseInt(one ?? other ?? '', 16), sign),
      )
      .replaceAll(/%25(?=22|27|3[ad])/gi, '%')
      .replaceAll(/%2[27]/g, (sign) => decodeURIComponent(sign))
      .replaceAll(/\p{Cc}\[[\d;]{0,20}m/gu, '')
      .replaceAll(/[„“”«»「」『』]/g, '"')
      .replaceAll(/[‚‘’‹›]/g, "'")
      .replaceAll('：', ':')
      .replaceAll('＝', '=')
      .replaceAll(/<(auth(?:entication)?[_-]?id)\s+[a-z][\w:-]*=[^<>]{0,200}>/gi, '<$1>')
  );
}
