import { render } from 'preact';
import type { RecordToPage } from '../../src/protocol/record.ts';
import type { Direction } from '../../src/submissions/words/recordParts.ts';
import { paintKeepingFocus } from '../shared/keptFocus.ts';
import { host, run } from './host.ts';
import { Page } from './page.tsx';

const page: { shown?: RecordToPage } = {};

const keys: Readonly<Record<string, Direction>> = { ArrowUp: 'previous', ArrowDown: 'next' };

window.addEventListener('keydown', (event) => {
  const direction = keys[event.key];
  if (event.altKey && !event.ctrlKey && !event.shiftKey && !event.metaKey && direction !== undefined) {
    event.preventDefault();
    if (!isDisabled(direction)) {
      run(direction);
    }
  }
});

host.show((message) => {
  // Another record begins at its top; the same one, sent again, stays where the reader is.
  const isOther = page.shown?.state.id !== message.state.id;
  page.shown = message;
  paintKeepingFocus(
    () => {
      render(<Page message={message} />, document.body);
    },
    isOther ? 'top' : 'here',
  );
  if (isOther) {
    window.scrollTo(0, 0);
  }
  return true;
});

/**
 * Whether the button of a direction is disabled: the keys do what the buttons do. Without a record on the page the keys
 * still work, so that they lead past a record that cannot be shown.
 */
function isDisabled(direction: Direction): boolean {
  const { shown } = page;
  return shown?.kind === 'record' && shown.view.steps.some(({ action, enabled }) => action === direction && !enabled);
}
