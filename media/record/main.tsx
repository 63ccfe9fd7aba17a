import { render } from 'preact';
import type { RecordToPage } from '../../src/protocol/record.ts';
import { keep, ready } from './host.ts';
import { Page } from './page.tsx';

const shown: { id?: string } = {};

window.addEventListener('message', ({ data }: MessageEvent<RecordToPage>) => {
  keep(data.state);
  render(<Page message={data} />, document.body);
  if (shown.id !== data.state.id) {
    // Another record begins at its top; the same one, sent again, stays where the reader is.
    window.scrollTo(0, 0);
    shown.id = data.state.id;
  }
});

ready();
