import type { Page } from 'playwright-core';
import { exactly } from './pageElement.ts';

/** Notifications and modal dialogs of the workbench. */
export type Messages = ReturnType<typeof messagesOf>;

/** Reads and answers what the workbench says in the page. */
export function messagesOf(page: Page) {
  const toasts = page.locator('.notifications-toasts .notification-list-item');
  const dialog = page.locator('.monaco-dialog-box');
  const toast = (text: string | RegExp) => toasts.filter({ hasText: text }).first();
  return {
    /** The texts of the notifications that are shown now. */
    notifications: () => toasts.locator('.notification-list-item-message').allInnerTexts(),
    /** Waits for a notification that holds this text and returns all of its words. */
    notification: (text: string | RegExp) => toast(text).locator('.notification-list-item-message').innerText(),
    /** Presses a button of the notification that holds this text. */
    answer: (text: string | RegExp, button: string) =>
      toast(text)
        .locator('.monaco-button', { hasText: exactly(button) })
        .click(),
    /** Takes the notification that holds this text away. */
    dismiss: async (text: string | RegExp): Promise<void> => {
      await toast(text).hover();
      await toast(text).locator('.codicon-notifications-clear').click();
    },
    /** Waits for a modal dialog and returns its words. */
    dialog: () => dialog.locator('.dialog-message-row').innerText(),
    /** Presses a button of the modal dialog. */
    answerDialog: async (button: string): Promise<void> => {
      await dialog.locator('.monaco-button', { hasText: exactly(button) }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
  };
}
