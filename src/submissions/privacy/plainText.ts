const entities = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
]);

/** The text with quotes and signs as programs write them, whatever wrote it: escaped, encoded, coloured or set in type. */
export function plainText(text: string): string {
  return (
    text
      .replaceAll(/&(?:quot|apos|lt|gt|#3[49]);/gi, (entity) => entities.get(entity.toLowerCase()) ?? entity)
      .replaceAll(/%25(?=22|27|3[ad])/gi, '%')
      .replaceAll(/%2[27]/g, (sign) => decodeURIComponent(sign))
      // In a string within a string each quote has a backslash before it, and each backslash another one.
      .replaceAll(/\\+(?=["'`])/g, '')
      .replaceAll(/\p{Cc}\[[\d;]{0,20}m/gu, '')
      .replaceAll(/[„“”«»「」『』]/g, '"')
      .replaceAll(/[‚‘’‹›]/g, "'")
      .replaceAll('：', ':')
      .replaceAll('＝', '=')
      .replaceAll(/<(auth(?:entication)?[_-]?id)\s+[a-z][\w:-]*=[^<>]{0,200}>/gi, '<$1>')
  );
}
