import { largestPage } from '../api/address.ts';
import type { Ask } from '../api/client.ts';
import type { Failure } from '../api/failure.ts';
import type { Page } from '../api/page.ts';
import { pagesOf } from '../api/pages.ts';
import { utcDay } from '../submissions/model/days.ts';
import { newestFirst } from '../submissions/model/groups.ts';
import type { Submission } from '../submissions/model/submission.ts';
import type { Days } from './state.ts';
import type { PageRequest, Walk } from './walk.ts';

/** What came of looking for newer submissions. */
export interface Newer {
  /** Those that came or have changed since, as they are now, the newest first. */
  readonly news: readonly Submission[];
  /** How many records came that cannot be read. */
  readonly broken: number;
  readonly failure: Failure | undefined;
}

/** Nothing came, and nothing failed. */
export const nothingNew: Newer = { news: [], broken: 0, failure: undefined };

/** For how many records the first request asks, and what ends the look. */
type LookRequest = Required<PageRequest>;

/**
 * Looks for submissions that came since the newest one of a walk, and adds them once all have come. If only a part were
 * added, the next look would end at that part, and the submissions in between would never come.
 */
export async function readNewer(walk: Walk, ask: Ask, request: LookRequest): Promise<Newer> {
  const { news: pages, failure } = await newsSince(walk, ask, request);
  const isPart = request.signal.aborted || (failure !== undefined && mayPass(failure));
  const keys = new Set<string>();
  let broken = 0;
  for (const page of isPart ? [] : pages) {
    await walk.collection.addNewer(page);
    broken += page.broken.length;
    for (const key of walk.collection.keysOf(page)) {
      keys.add(key);
    }
  }
  const news = Array.from(keys, (key) => walk.collection.find(key)).filter((one) => one !== undefined);
  return { news: newestFirst(news), broken, failure };
}

/** What is new on the pages of the days since then, and the failure that ended the look. */
async function newsSince(
  { opening, collection }: Walk,
  ask: Ask,
  request: LookRequest,
): Promise<{ readonly news: readonly Page[]; readonly failure?: Failure }> {
  let { count } = request;
  const askThis: Ask = async (query, ended) => await ask({ ...query, count }, ended);
  const pages = pagesOf(askThis, { days: daysSince(opening.days, collection.loaded.pages) }, request.signal);
  const news: Page[] = [];
  const came = new Set<string>();
  let fresh: number | undefined;
  for (;;) {
    const step = await pages.next(fresh);
    if (step.done === true) {
      return { news };
    }
    if (!step.value.ok) {
      return { news, failure: step.value.failure };
    }
    const { value: page } = step.value;
    news.push(await collection.newRecordsIn(page));
    const keys = collection.keysOf(page);
    // The order in which the service sends is not documented. Only if it has sent the newest first so far may a known
    // record end the look: everything after that record is loaded, or will come with older pages.
    if (collection.newestFirst && keys.some((key) => collection.has(key))) {
      return { news };
    }
    const before = came.size;
    for (const key of keys) {
      came.add(key);
    }
    fresh = came.size - before;
    // Much has come: the rest is asked for in as few requests as possible.
    count = largestPage;
  }
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
