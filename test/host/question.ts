import { errors } from 'playwright-core';
import type { QuickInput } from './quickInput.ts';

/** A row of a list that is chosen; where a text has to be typed before, both; or what is typed into a box. */
export type Choice = string | { readonly typed: string; readonly row: string } | { readonly input: string };

type Run = (title: string) => Promise<void>;

const attempts = 5;
/** How long, in ms, each choice is waited for. */
const patience = 5000;

/**
 * Runs a command that asks with lists and boxes, and answers one after the other. A list closes when something else takes the
 * focus, as a panel does once its page is there: then it is asked for again, as a person would.
 */
export async function ask(quickInput: QuickInput, run: Run, title: string, choices: readonly Choice[]): Promise<void> {
  await asked(run, title, async () => {
    for (const choice of choices) await choose(quickInput, choice);
  });
}

/**
 * Runs a command that asks with a list and returns its rows as soon as there is one, with this label where one is given; once
 * more where the list closed before.
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
