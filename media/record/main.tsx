import { render } from 'preact';
import type { RecordToPage } from '../../src/protocol/record.ts';
import type { Direction } from '../../src/submissions/words/recordParts.ts';
import { host, run } from './host.ts';
import { Page } from './page.tsx';

const page: { shown?: RecordToPage } = {};

const keys: Readonly<Record<string, Direction>> = { ArrowUp: 'previous', ArrowDown: 'next' };

window.addEventListener('keydown', (event) => {
  const direction = keys[event.key];
  if (event.altKey && !event.ctrlKey && !event.shiftKey && !event.metaKey && direction !== undefined) {
    event.preventDefault();
    if (isEnabled(direction)) {
      run(direction);
    }
  }
});

host.show((message) => {
  render(<Page message={message} />, document.body);
  if (page.shown?.state.id !== message.state.id) {
    // Another record begins at its top; the same one, sent again, stays where the reader is.
    window.scrollTo(0, 0);
  }
  page.shown = message;
  return true;
});

/** The keys do what the buttons do, where there are any. */
function isEnabled(direction: Direction): boolean {
  const { shown } = page;
  return shown?.kind === 'record' && shown.view.steps.some(({ action, enabled }) => action === direction && enabled);
}
