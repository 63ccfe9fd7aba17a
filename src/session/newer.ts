import { largestPage } from '../api/address.ts';
import type { Ask } from '../api/client.ts';
import type { Failure } from '../api/failure.ts';
import type { Page } from '../api/page.ts';
import { excerptOf } from '../api/excerpt.ts';
import { pagesOf } from '../api/pages.ts';
import { wireId, type WireRecord } from '../api/wire.ts';
import { utcDay } from '../submissions/model/days.ts';
import { isDeleted } from '../submissions/model/submission.ts';
import type { Reading, Run } from './run.ts';
import type { Days } from './state.ts';

/** What came of looking for newer submissions. */
export interface Newer {
  readonly gained: number;
  readonly failure?: Failure;
}

/**
 * Looks for what came since the newest submission of a run, and adds it once all of it has come: with a part of it,
 * the next look would end at that part, and what lies between would never come.
 */
export async function readNewer(
  run: Run,
  ask: Ask,
  reading: Reading & { readonly signal: AbortSignal },
): Promise<Newer> {
  const { signal } = reading;
  let { count } = reading;
  const askThis: Ask = async (query, ended) => await ask({ ...query, count }, ended);
  const news: Page[] = [];
  for await (const page of pagesOf(askThis, { days: daysSince(run) }, signal)) {
    if (!page.ok) {
      return { gained: 0, failure: page.failure };
    }
    const met = holdsKnown(run, page.value);
    const isKnown = page.value.broken.length === 0 ? () => true : await run.collection.knownBroken();
    news.push(
      excerptOf(
        page.value,
        ({ record }) => isNews(run, record),
        (json) => !isKnown(json),
      ),
    );
    // In which order the service sends is not documented: only where it was seen may the first known record end this.
    // Behind it stands what is loaded, and then what older pages will bring.
    if (met && run.collection.newestFirst) {
      break;
    }
    // Much has come: the rest is asked for in as few requests as possible.
    count = largestPage;
  }
  let gained = 0;
  for (const page of signal.aborted ? [] : news) {
    gained += await run.collection.addNewer(page);
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
  const latest = collection.loaded.pages.reduce((time, page) => Math.max(time, page.newest ?? 0), 0);
  // A time that is yet to come tells nothing of what has come.
  const newest = Math.min(latest, Date.now());
  const since = utcDay(newest, newest === 0 ? 0 : -1);
  const to = days?.to ?? utcDay(Date.now(), 1);
  const from = days === undefined || days.from < since ? since : days.from;
  return { from: from < to ? from : to, to };
}
