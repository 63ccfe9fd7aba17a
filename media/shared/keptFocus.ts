/** Elements that can have the focus without a `tabindex` from here. */
const focusable = 'button, input, select, summary, [tabindex]';

/** Where to look for the element that gets the focus: around the element that had it, or from the top of the page. */
export type From = 'here' | 'top';

/**
 * Paints the page. Painting may remove the element that has the focus, such as a button that was pressed, and the
 * browser would then silently begin at the top of the page. So the focus goes to the next element in the smallest part
 * that is still there, or else to the heading or the first sentence of that part.
 */
export function paintKeepingFocus(paint: () => void, from: From = 'here'): void {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) {
    paint();
    return;
  }
  const all = [...document.querySelectorAll<HTMLElement>(focusable)];
  const after = all.filter((one) => isBefore(activeElement, one));
  const above = partsAround(activeElement);
  paint();
  // A page without the focus must not take it away from another part of the window.
  if (document.activeElement === body && document.hasFocus()) {
    focusIn(from === 'top' ? [body] : above, from === 'top' ? [] : after);
  }
}

function focusIn(parts: readonly Element[], after: readonly HTMLElement[]): void {
  for (const part of parts.filter(({ isConnected }) => isConnected)) {
    const next =
      after.find((one) => part.contains(one)) ?? part.querySelector<HTMLElement>('h1, h2, h3, p:not([role])');
    if (next !== null) {
      if (!next.matches(focusable)) {
        next.tabIndex = -1;
      }
      next.focus();
      return;
    }
  }
}

function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The innermost first. */
function partsAround(element: Element): readonly Element[] {
  const { parentElement } = element;
  return parentElement === null ? [] : [parentElement, ...partsAround(parentElement)];
}
