/** An error without what it may quote: a syntax error a piece of the body; VS Code the address of a record, then what was said of it. */
export function scrubbed(error: unknown): string {
  if (!(error instanceof Error)) {
    return `An error of the type ${typeof error}`;
  }
  const message = error instanceof SyntaxError ? '(the text is left out)' : error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${message.replace(/\bfaceauth:[^]*$/, 'faceauth:…')}`, ...frames].join('\n');
}
