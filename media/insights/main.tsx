import { render } from 'preact';
import type { InsightsToPage } from '../../src/protocol/insights.ts';
import { paintKeepingFocus } from '../shared/keptFocus.ts';
import { host } from './host.ts';
import { Page, type Shown } from './page.tsx';

const page: { shown?: Shown } = {};

host.show((message) => {
  const shown = shownAfter(message);
  if (shown !== undefined) {
    page.shown = shown;
    paintKeepingFocus(() => {
      render(<Page shown={shown} />, document.body);
    });
  }
  return shown !== undefined;
});

/**
 * What the page shows after a message. A simulation alone belongs to the insights on the page; without insights there
 * is no place for it.
 */
function shownAfter(message: InsightsToPage): Shown | undefined {
  if (message.kind !== 'simulation') {
    return message;
  }
  return page.shown?.kind === 'insights' ? { ...page.shown, simulation: message.simulation } : undefined;
}
