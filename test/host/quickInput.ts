import { errors, type Locator, type Page } from 'playwright-core';
import { exactly, type PageElement } from './pageElement.ts';
import { patience, untilSeen } from './untilSeen.ts';

// The page's own document, in the functions below that run there.
declare const document: PageElement;

/** VS Code's quick input (command palette, quick picks, input boxes), used as a person does. */
export type QuickInput = ReturnType<typeof quickInputOf>;

/** The quick input of the page; everything waits until it is there, and until it reacted. */
export function quickInputOf(page: Page) {
  const widget = page.locator('.quick-input-widget').filter({ visible: true });
  const box = widget.locator('input.input');
  const row = (label: string) =>
    widget
      .locator('.quick-input-list .monaco-list-row')
      .filter({ has: page.locator('.label-name', { hasText: exactly(label) }) })
      .first();

  // Wait until the step has changed. Otherwise the next action could act on the step that was just answered.
  const answer = async (action: () => Promise<void>, timeout?: number): Promise<void> => {
    const before = await page.evaluate(step, '');
    if (before === 'hidden') throw new errors.TimeoutError('The quick input has closed.');
    await action();
    await page.waitForFunction(step, before ?? '', { ...(timeout && { timeout }) });
  };

  return {
    widget,
    box,
    row,
    /** Chooses the row with exactly this label, with the keyboard. Waits for `timeout` ms at most. */
    pick: async (label: string, timeout?: number): Promise<void> => {
      const wait = { ...(timeout && { timeout }) };
      await row(label).waitFor(wait);
      await walkTo(row(label), box, wait);
      // On the box, not on whatever has the focus: a list that has just closed must not count as answered.
      await answer(() => box.press('Enter', wait), timeout);
    },
    /** Ticks the row with exactly this label in a pick of many, or takes the tick away. */
    check: (label: string, checked = true) => row(label).locator('[role=checkbox]').setChecked(checked),
    /** Replaces what is in the box, as a paste does; the step stays. */
    type: (text: string) => box.fill(text),
    /**
     * Replaces the text in the box, accepts it and waits for the next step, for `timeout` ms at most. Not for a text
     * that is refused, because no next step comes then.
     */
    input: async (text: string, timeout?: number): Promise<void> => {
      const wait = { ...(timeout && { timeout }) };
      await box.fill(text, wait);
      await answer(() => box.press('Enter', wait), timeout);
    },
    /** Enters a text that is refused with these words. Enters it again when a box that was just opening lost it. */
    refused: async (text: string, words: string): Promise<void> => {
      await untilSeen(widget.locator('.quick-input-message').filter({ visible: true, hasText: words }), async () => {
        await box.fill(text, { timeout: patience });
        await box.press('Enter', { timeout: patience });
      });
    },
    /** Answers a file dialog with a path that is free; returns when the dialog has closed. */
    file: async (path: string): Promise<void> => {
      await row('..').waitFor();
      // While the dialog still lists its first folder, Enter may only open a folder, and the path is missed. The dialog
      // looks at the path again only when the text changes, so a further attempt changes it first.
      await untilSeen(
        widget,
        async () => {
          if (!(await widget.isVisible())) return;
          if ((await box.inputValue({ timeout: patience })) === path)
            await box.fill(path.slice(0, -1), { timeout: patience });
          await box.fill(path, { timeout: patience });
          await box.press('Enter', { timeout: patience });
        },
        'hidden',
      );
    },
    /** Accepts what is shown. */
    accept: () => answer(() => box.press('Enter')),
    /** Closes the quick input without an answer. Waits for it first: one that opens later would take the next keys. */
    cancel: async (): Promise<void> => {
      await widget.waitFor();
      // The first Escape may only close a hover.
      await untilSeen(
        widget,
        async () => {
          if (await widget.isVisible()) await box.press('Escape', { timeout: patience });
        },
        'hidden',
      );
    },
    /** Presses a button of the quick input by its accessible name. */
    button: (name: string) => widget.getByRole('button', { name, exact: true }).click(),
    ...readingOf(widget),
  };
}

// A click could meet a hover that lies over the row.
async function walkTo(wanted: Locator, box: Locator, wait: { readonly timeout?: number }): Promise<void> {
  const isFocused = async (): Promise<boolean> =>
    (await wanted.getAttribute('class', wait))?.split(' ').includes('focused') ?? false;
  for (let steps = 0; !(await isFocused()); steps += 1) {
    if (steps === 200) throw new Error('The row of the quick input cannot be reached with the keyboard.');
    await box.press('ArrowDown', wait);
  }
}

function readingOf(widget: Locator) {
  const list = widget.locator('.quick-input-list .monaco-list-row');
  const message = widget.locator('.quick-input-message');
  return {
    /** The rendered rows, once there is one; waits for `timeout` ms at most. */
    rows: async (timeout?: number) => {
      for (;;) {
        await list.first().waitFor({ ...(timeout && { timeout }) });
        const rows = await list.evaluateAll(readRows);
        // None while the list is painted anew.
        if (rows.length > 0) return rows;
      }
    },
    /** The prompt, or what is wrong with the text; with a text given, waits until it is part of it. */
    message: async (text = ''): Promise<string> => message.filter({ visible: true, hasText: text }).innerText(),
    title: () => widget.locator('.quick-input-title').innerText(),
    placeholder: () => widget.locator('input.input').getAttribute('placeholder'),
    isPassword: async () => (await widget.locator('input.input').getAttribute('type')) === 'password',
  };
}

// Runs in the page.
function readRows(rows: PageElement[]) {
  return rows.map((each) => ({
    label: each.querySelector('.label-name')?.textContent ?? '',
    description: each.querySelector('.label-description')?.textContent ?? '',
    detail: each.querySelector('.quick-input-list-label-meta')?.textContent ?? '',
  }));
}

// Runs in the page: a text that identifies the step that is shown, or nothing while it is still the step `before`.
function step(before: string): string | undefined {
  const widget = document.querySelector('.quick-input-widget');
  const hidden = !widget || (widget.getAttribute('style') ?? '').includes('display: none');
  const input = widget?.querySelector('input.input');
  const value: unknown = input && 'value' in input ? input.value : undefined;
  const texts = ['.quick-input-title', '.quick-input-list .monaco-list-rows'];
  const seen = [...texts.map((each) => widget?.querySelector(each)?.textContent), input?.getAttribute('placeholder')];
  const now = hidden ? 'hidden' : JSON.stringify([value, ...seen]);
  return now === before ? undefined : now;
}
