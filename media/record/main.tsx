import { render } from 'preact';
import { host } from './host.ts';
import { Page } from './page.tsx';

const shown: { id?: string } = {};

host.show((message) => {
  render(<Page message={message} />, document.body);
  if (shown.id !== message.state.id) {
    // Another record begins at its top; the same one, sent again, stays where the reader is.
    window.scrollTo(0, 0);
    shown.id = message.state.id;
  }
  return true;
});
