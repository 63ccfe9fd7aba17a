import { render } from 'preact';
import type { Direction } from '../../src/submissions/words/recordParts.ts';
import { host, run } from './host.ts';
import { Page } from './page.tsx';

const shown: { id?: string } = {};

const keys: Readonly<Record<string, Direction>> = { ArrowUp: 'previous', ArrowDown: 'next' };

window.addEventListener('keydown', (event) => {
  const direction = keys[event.key];
  if (event.altKey && !event.ctrlKey && !event.shiftKey && !event.metaKey && direction !== undefined) {
    event.preventDefault();
    run(direction);
  }
});

host.show((message) => {
  render(<Page message={message} />, document.body);
  if (shown.id !== message.state.id) {
    // Another record begins at its top; the same one, sent again, stays where the reader is.
    window.scrollTo(0, 0);
    shown.id = message.state.id;
  }
  return true;
});
