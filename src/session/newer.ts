import { largestPage } from '../api/address.ts';
import type { Ask } from '../api/client.ts';
import type { Failure } from '../api/failure.ts';
import type { Page } from '../api/page.ts';
import { pagesOf } from '../api/pages.ts';
import { utcDay } from '../submissions/model/days.ts';
import type { Days } from './state.ts';
import type { PageRequest, Walk } from './walk.ts';

/** What came of looking for newer submissions. */
export interface Newer {
  readonly gained: number;
  readonly failure?: Failure;
}

/**
 * Looks for what came since the newest submission of a walk, and adds it once all of it has come: with a part of it,
 * the next look would end at that part, and what lies between would never come.
 */
export async function readNewer(
  { opening, collection }: Walk,
  ask: Ask,
  request: PageRequest & { readonly signal: AbortSignal },
): Promise<Newer> {
  const { signal } = request;
  let { count } = request;
  const askThis: Ask = async (query, ended) => await ask({ ...query, count }, ended);
  const pages = pagesOf(askThis, { days: daysSince(opening.days, collection.loaded.pages) }, signal);
  const news: Page[] = [];
  const ids = new Set<string>();
  let fresh: number | undefined;
  let stopped: Failure | undefined;
  for (;;) {
    const step = await pages.next(fresh);
    if (step.done === true) {
      break;
    }
    if (!step.value.ok) {
      if (mayPass(step.value.failure)) {
        return { gained: 0, failure: step.value.failure };
      }
      stopped = step.value.failure;
      break;
    }
    const { value: page } = step.value;
    news.push(await collection.newRecordsIn(page));
    // In which order the service sends is not documented: only where it was seen to be newest first may the first known
    // record end this. Everything after it is loaded, or will come with older pages.
    if (collection.newestFirst && page.records.ids.some((id) => collection.has(id))) {
      break;
    }
    const before = ids.size;
    for (const id of page.records.ids) {
      ids.add(id);
    }
    fresh = ids.size - before;
    // Much has come: the rest is asked for in as few requests as possible.
    count = largestPage;
  }
  let gained = 0;
  for (const page of signal.aborted ? [] : news) {
    gained += await collection.addNewer(page);
  }
  return { gained, ...(stopped !== undefined && { failure: stopped }) };
}

/** Whether the next look may come further. A walk that the service led nowhere would stop at the same place again. */
function mayPass({ kind }: Failure): boolean {
  return kind !== 'nothingNew' && kind !== 'noWayOn' && kind !== 'endless';
}

/** The days on which something may have come since; a day more on both sides, because their time zone is not known. */
function daysSince(days: Days | undefined, pages: readonly { readonly newest: number | undefined }[]): Days {
  const latest = pages.reduce((time, page) => Math.max(time, page.newest ?? 0), 0);
  // A time that is yet to come tells nothing of what has come.
  const newest = Math.min(latest, Date.now());
  const since = utcDay(newest, newest === 0 ? 0 : -1);
  const to = days?.to ?? utcDay(Date.now(), 1);
  const from = days === undefined || days.from < since ? since : days.from;
  return { from: from < to ? from : to, to };
}
