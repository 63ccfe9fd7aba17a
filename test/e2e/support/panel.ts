import assert from 'node:assert/strict';
import axe from 'axe-core';
import * as z from 'zod/mini';
import type { themes, Workbench } from '../../host/workbench.ts';

/** The class of a page's body in each kind of theme. */
export const bodyClasses = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  'hc-dark': 'vscode-high-contrast',
  'hc-light': 'vscode-high-contrast-light',
} as const satisfies Record<keyof typeof themes, string>;

const report = z.object({
  passes: z.array(z.unknown()),
  violations: z.array(
    z.object({
      id: z.string(),
      nodes: z.array(z.object({ html: z.string(), failureSummary: z.optional(z.string()) })),
    }),
  ),
});

/** Runs in the page: the name of the element that has the focus, and whether its outline can be seen. */
const focused = `(() => {
  const { activeElement } = document;
  const style = getComputedStyle(activeElement);
  return {
    name: activeElement === document.body ? '' : (activeElement.getAttribute('aria-label') ?? activeElement.innerText).trim(),
    visible: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
  };
})()`;
const focus = z.object({ name: z.string(), visible: z.boolean() });

/** The page of the panel in front, as somebody without a pointer meets it. */
export function panelOf(workbench: Workbench) {
  const evaluate = async (code: string): Promise<unknown> => await (await workbench.webview()).evaluate(code);
  /**
   * Waits in the page until this is true, at once or after an event. The condition is written into the code, because
   * the policy of the page forbids making a function from text there.
   */
  const happened = async (event: string, isTrue: string): Promise<void> => {
    await evaluate(`new Promise((resolve) => {
      const look = () => (${isTrue}) && resolve(true);
      addEventListener('${event}', look);
      look();
    })`);
  };
  const tab = async (key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<z.infer<typeof focus>> => {
    await workbench.page.keyboard.press(key);
    return focus.parse(await evaluate(focused));
  };
  return {
    evaluate,
    happened,
    /** Brings the focus from the workbench into the page. */
    focus: async (): Promise<void> => {
      await workbench.run('View: Focus Active Editor Group');
      await happened('focus', 'document.hasFocus()');
    },
    /** Presses Tab, or the key that goes back; returns what has the focus then. */
    tab,
    /** Presses Tab until this has the focus. */
    tabTo: async (name: string, most = 30): Promise<void> => {
      for (let steps = 0; steps < most; steps += 1) {
        if ((await tab()).name === name) {
          return;
        }
      }
      assert.fail(`The Tab key does not reach ${name}.`);
    },
    /** Asserts that axe finds nothing wrong with the page. */
    assertFaultless: async (what: string): Promise<void> => {
      await evaluate(axe.source);
      const { passes, violations } = report.parse(await evaluate('axe.run(document)'));
      assert.ok(passes.length > 10, 'much was looked at');
      assert.deepEqual(violations, [], what);
    },
  };
}
