import { render } from 'preact';
import type { InsightsToPage } from '../../src/protocol/insights.ts';
import { keep, send } from './host.ts';
import { Page, type Shown } from './page.tsx';

const page: { shown?: Shown } = {};

window.addEventListener('message', ({ data }: MessageEvent<InsightsToPage>) => {
  keep(data.state);
  const shown = shownAfter(data);
  if (shown !== undefined) {
    page.shown = shown;
    render(<Page shown={shown} />, document.body);
  }
});

/** A simulation alone belongs to the insights that are there; without any it has no place. */
function shownAfter(message: InsightsToPage): Shown | undefined {
  if (message.kind !== 'simulation') {
    return message;
  }
  return page.shown?.kind === 'insights' ? { ...page.shown, simulation: message.simulation } : undefined;
}

// What was sent before this page had loaded came with the loading: to ask for it would bring it twice.
window.addEventListener('load', () => {
  setTimeout(() => {
    if (page.shown === undefined) {
      send({ kind: 'ready' });
    }
  });
});
