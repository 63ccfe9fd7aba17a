/**
 * An error as text, without what it may quote. A syntax error quotes a piece of the body. An error of VS Code quotes
 * the address of a record, so everything from there on is left out.
 */
export function scrubbed(error: unknown): string {
  if (!(error instanceof Error)) {
    return `An error of the type ${typeof error}`;
  }
  const message = error instanceof SyntaxError ? '(the text is left out)' : error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${message.replace(/\bfaceauth:[^]*$/, 'faceauth:…')}`, ...frames].join('\n');
}
