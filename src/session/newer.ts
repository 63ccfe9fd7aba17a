import type { Ask } from '../api/client.ts';
import type { Failure } from '../api/failure.ts';
import type { Page } from '../api/page.ts';
import { excerptOf } from '../api/excerpt.ts';
import { pagesOf } from '../api/pages.ts';
import { wireId, type WireRecord } from '../api/wire.ts';
import { utcDay } from '../submissions/days.ts';
import { isDeleted } from '../submissions/submission.ts';
import type { Run } from './run.ts';
import type { Days } from './state.ts';

/** What came of looking for newer submissions. */
export interface Newer {
  readonly gained: number;
  readonly failure?: Failure;
}

/** Looks for what came since the newest submission of a run, in at most so many pages, and adds it. */
export async function readNewer(
  run: Run,
  ask: Ask,
  { count, most, signal }: { readonly count: number; readonly most: number; readonly signal: AbortSignal },
): Promise<Newer> {
  let gained = 0;
  let pages = 0;
  for await (const page of pagesOf(ask, { days: daysSince(run), count }, signal)) {
    if (!page.ok) {
      return { gained, failure: page.failure };
    }
    if (signal.aborted) {
      break;
    }
    const met = holdsKnown(run, page.value);
    gained += await run.collection.addNewer(excerptOf(page.value, ({ record }) => isNews(run, record)));
    // In which order the service sends is not documented: only where it was seen may the first known record end this.
    // Behind it stands what is loaded, and then what older pages will bring.
    if (++pages === most || (met && run.collection.newestFirst)) {
      break;
    }
  }
  return { gained };
}

/** Not loaded yet, or deleted since. Only this is kept: the rest of the page is loaded already. */
function isNews({ collection }: Run, record: WireRecord): boolean {
  const known = collection.find(wireId(record) ?? '');
  return known === undefined || (isDeleted(record) && !known.deleted);
}

function holdsKnown({ collection }: Run, { records }: Page): boolean {
  const { store } = collection.loaded;
  return records.some(({ record }) => store.numberOf(wireId(record) ?? '') !== undefined);
}

/** The days on which something may have come since; a day more on both sides, because their time zone is not known. */
function daysSince({ days, collection }: Run): Days {
  const newest = collection.loaded.pages.reduce((latest, page) => Math.max(latest, page.newest ?? 0), 0);
  const since = utcDay(newest, newest === 0 ? 0 : -1);
  const to = days?.to ?? utcDay(Date.now(), 1);
  const from = days === undefined || days.from < since ? since : days.from;
  return { from: from < to ? from : to, to };
}
