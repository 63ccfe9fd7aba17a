import { errors, type Locator, type Page } from 'playwright-core';
import { exactly } from './pageElement.ts';
import { patience } from './untilSeen.ts';

const attempts = 15;

/** Notifications and modal dialogs of the workbench. */
export type Messages = ReturnType<typeof messagesOf>;

/** Reads and answers what the workbench says in the page. */
export function messagesOf(page: Page) {
  const places = ['.notifications-toasts', '.notifications-center.visible'];
  const items = page.locator(places.map((place) => `${place} .notification-list-item`).join(', '));
  const unread = page.locator('#status\\.notifications').filter({ has: page.locator('.codicon-bell-dot') });
  const dialog = page.locator('.monaco-dialog-box');
  // VS Code now and then shows a message only behind its bell, when another has just gone.
  const found = async (text: string | RegExp): Promise<Locator> => {
    const item = items.filter({ hasText: text }).filter({ visible: true }).first();
    for (let attempt = 1; ; attempt += 1) {
      try {
        await item.waitFor({ timeout: patience });
        return item;
      } catch (error) {
        if (!(error instanceof errors.TimeoutError) || attempt === attempts) throw error;
        if (await unread.isVisible()) await unread.click();
      }
    }
  };
  // A message that hides by itself while it is acted on is behind the bell from then on, and looked for there.
  const act = async (text: string | RegExp, action: (item: Locator) => Promise<void>): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      const item = await found(text);
      try {
        await action(item);
        return;
      } catch (error) {
        if (!(error instanceof errors.TimeoutError) || attempt === attempts) throw error;
      }
    }
  };
  return {
    /** The texts of the notifications that are shown now. */
    notifications: () => items.locator('.notification-list-item-message').allInnerTexts(),
    /** Waits for a notification that holds this text and returns all of its words. */
    notification: async (text: string | RegExp): Promise<string> => {
      let words = '';
      await act(text, async (item) => {
        words = await item.locator('.notification-list-item-message').innerText({ timeout: patience });
      });
      return words;
    },
    /** Presses a button of the notification that holds this text. */
    answer: async (text: string | RegExp, button: string): Promise<void> =>
      await act(text, async (item) => {
        // By key: the pointer could open the tooltip of something beside the button, which would cover the button.
        await item.locator('.monaco-button', { hasText: exactly(button) }).press('Enter', { timeout: patience });
      }),
    /** Takes the notification that holds this text away. */
    dismiss: async (text: string | RegExp): Promise<void> => {
      await act(text, async (item) => {
        await item.hover({ timeout: patience });
        await item.locator('.codicon-notifications-clear').click({ timeout: patience });
      });
    },
    /** Waits for a modal dialog and returns its words. */
    dialog: () => dialog.locator('.dialog-message-row').innerText({ timeout: 60_000 }),
    /** Presses a button of the modal dialog. */
    answerDialog: async (button: string): Promise<void> => {
      await dialog.locator('.monaco-button', { hasText: exactly(button) }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
  };
}
