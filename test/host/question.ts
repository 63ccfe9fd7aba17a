import { errors } from 'playwright-core';
import type { QuickInput } from './quickInput.ts';

/** A row of a list that is chosen; where a text has to be typed before, both; or what is typed into a box. */
export type Choice = string | { readonly typed: string; readonly row: string } | { readonly input: string };

const attempts = 5;
/** How long, in ms, each choice is waited for. */
const patience = 5000;

/**
 * Runs a command that asks with lists and boxes, and answers one after the other. A list closes when something else takes the
 * focus, as a panel does once its page is there: then it is asked for again, as a person would.
 */
export async function ask(
  quickInput: QuickInput,
  run: (title: string) => Promise<void>,
  title: string,
  choices: readonly Choice[],
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await run(title);
    try {
      for (const choice of choices) await choose(quickInput, choice);
      return;
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
