import * as vscode from 'vscode';

/** Which of how many steps is asked for, both counted from 1. */
export interface Steps {
  readonly step: number;
  readonly of: number;
}

/**
 * One question of a flow. Resolves to the draft with its answer, to `back` for one step back, or to undefined when the
 * flow was left.
 */
export type FlowStep<Draft> = (draft: Draft, steps: Steps) => Promise<Draft | 'back' | undefined>;

/** Asks one question after the other. Each can lead back to the one before, which gets the draft that it had then. */
export async function runFlow<Draft>(begin: Draft, steps: readonly FlowStep<Draft>[]): Promise<Draft | undefined> {
  const drafts = [begin];
  for (;;) {
    const draft = drafts.at(-1);
    const ask = steps[drafts.length - 1];
    if (ask === undefined || draft === undefined) {
      return draft;
    }
    const answer = await ask(draft, { step: drafts.length, of: steps.length });
    if (answer === undefined) {
      return undefined;
    }
    if (answer !== 'back') {
      drafts.push(answer);
    } else if (drafts.length > 1) {
      drafts.pop();
    }
  }
}

/** A list of which one item is chosen. */
export interface ListQuestion<Item extends vscode.QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly Item[];
  /** Absent where the list is the only question. */
  readonly steps?: Steps | undefined;
}

/** Asks for one item of a list, with a way back unless it is the first step. Undefined when the list was closed. */
export async function pickStep<Item extends vscode.QuickPickItem>(
  question: ListQuestion<Item>,
): Promise<Item | 'back' | undefined> {
  const { title, placeholder, items, steps } = question;
  const pick = Object.assign(vscode.window.createQuickPick<Item>(), { title, placeholder, items });
  pick.step = steps?.step;
  pick.totalSteps = steps?.of;
  pick.buttons = steps !== undefined && steps.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  try {
    return await new Promise((resolve) => {
      pick.onDidTriggerButton(() => {
        resolve('back');
      });
      pick.onDidAccept(() => {
        const [chosen] = pick.selectedItems;
        if (chosen !== undefined) {
          resolve(chosen);
        }
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}
