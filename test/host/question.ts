import { errors } from 'playwright-core';
import type { QuickInput } from './quickInput.ts';

/** The label of the row to choose, with the text to type first where one is needed; or the text for an input box. */
export type Choice = string | { readonly typed: string; readonly row: string } | { readonly input: string };

type Run = (title: string) => Promise<void>;

const attempts = 5;
/** How long, in ms, each choice is waited for. */
const patience = 5000;

/**
 * Runs a command and answers its lists and boxes, one after the other. A list closes when something else takes the
 * focus, as a panel does once its page is there. Then the command is run again, as a person would do.
 */
export async function ask(quickInput: QuickInput, run: Run, title: string, choices: readonly Choice[]): Promise<void> {
  await asked(run, title, async () => {
    for (const choice of choices) await choose(quickInput, choice);
  });
}

/**
 * Runs a command that asks with a list. Returns the rows of the list as soon as there is one row, or the row with this
 * label where one is given. Runs the command again when the list closed before that.
 */
export async function offered(
  { row, rows }: QuickInput,
  run: Run,
  title: string,
  label?: string,
): ReturnType<QuickInput['rows']> {
  return await asked(run, title, async () => {
    if (label !== undefined) await row(label).waitFor({ timeout: patience });
    return await rows(patience);
  });
}

async function asked<T>(run: Run, title: string, then: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    await run(title);
    try {
      return await then();
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || attempt === attempts) throw error;
    }
  }
}

async function choose({ box, row, pick, input }: QuickInput, choice: Choice): Promise<void> {
  if (typeof choice === 'object' && 'input' in choice) {
    await input(choice.input, patience);
    return;
  }
  const label = typeof choice === 'string' ? choice : choice.row;
  if (typeof choice !== 'string') await box.fill(choice.typed, { timeout: patience });
  await row(label).waitFor({ timeout: patience });
  await pick(label, patience);
}
