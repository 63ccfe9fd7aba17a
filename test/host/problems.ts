import type { BrowserContext } from 'playwright-core';

// What VS Code's web host itself says, without the parts that only a built desktop has and without a marketplace.
const noise = [
  /Failed to load resource/,
  /manifest\.json failed/,
  /service-? ?worker/i,
  /A bad HTTP response code \(404\)/,
  /Could not locate the bindings file/,
  /watchdog/,
  /gallery/i,
  /^Resolv(ing|ed) connection token/,
  /^Creating a socket/,
  /^Creation of workbench contribution/,
  /authentication provider 'github'/,
  /\[lifecycle\] Long running operations during shutdown/,
  /vscode-log:/,
  /^Canceled: /,
  // A condition changed while rows were read again: VS Code paints a row that is gone, and goes on.
  /TreeError \[.*\] Data tree node not found/,
  // A part of the workbench was closed in the moment in which it was about to paint.
  /Error: Throttler is disposed\n/,
  // The page of a panel was closed in the moment in which VS Code was about to fill its frame.
  /^Error: Found unexpected null$/,
  /^Updating additional builtin extensions/,
  /^\[(reconnection-grace-time|AgentHost|AccountPolicyGate)/,
];

/** Whether a message comes from the host and says nothing about the extension. */
export function isHostNoise(text: string): boolean {
  return noise.some((pattern) => pattern.test(text));
}

/** Collects errors of the pages and their consoles, without the host's noise; the list grows as they come. */
export function collectProblems(context: BrowserContext): readonly string[] {
  const problems: string[] = [];
  const add = (text: string): void => {
    if (!isHostNoise(text)) problems.push(text);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') add(message.text());
  });
  context.on('weberror', (error) => add(String(error.error())));
  return problems;
}
