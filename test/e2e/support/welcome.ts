import type { Workbench } from '../../host/workbench.ts';

/** What the view says when it has no rows. */
export type Welcome = ReturnType<typeof welcomeOf>;

/** Reads the empty view and presses its buttons. */
export function welcomeOf({ page }: Workbench) {
  const content = page.locator('.part.sidebar .welcome-view-content').filter({ visible: true });
  return {
    content,
    /** Waits until the empty view holds this text and returns all of its words, without its buttons. */
    says: (text: string) => content.filter({ hasText: text }).locator('p').first().innerText(),
    buttons: () => content.getByRole('button').allInnerTexts(),
    press: (name: string) => content.getByRole('button', { name, exact: true }).click(),
  };
}
