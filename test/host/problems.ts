import type { BrowserContext } from 'playwright-core';

// What VS Code's web host itself says without the parts that only a built desktop has, and without a marketplace.
const known = [
  /Failed to load resource/,
  /manifest\.json failed/,
  /service-?worker/i,
  /A bad HTTP response code \(404\)/,
  /Could not locate the bindings file/,
  /native-watchdog/,
  /gallery/i,
];

/** Collects errors of the pages and their consoles, without those that the host always has; grows as they come. */
export function collectProblems(context: BrowserContext): readonly string[] {
  const problems: string[] = [];
  const add = (text: string): void => {
    if (!known.some((pattern) => pattern.test(text))) problems.push(text);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') add(message.text());
  });
  context.on('weberror', (error) => add(String(error.error())));
  return problems;
}
