import { largestPage, type Query } from '../api/address.ts';
import type { Ask } from '../api/client.ts';
import { excerptOf } from '../api/excerpt.ts';
import { failed, success, type Failure, type Result } from '../api/failure.ts';
import { projectAt, type Page } from '../api/page.ts';
import { pagesOf } from '../api/pages.ts';
import { keep } from '../submissions/store/source.ts';
import { createReader, mayBeSameProject, type Submission } from '../submissions/model/submission.ts';

/** One submission as the service has it now, and the part of the answer that holds it. */
export interface Found {
  readonly submission: Submission;
  readonly page: Page;
}

/**
 * Asks the service for one submission; undefined if there is none with this id. If `serviceProject` is given and the
 * answers name projects, only a submission of that project counts.
 */
export async function findOne(
  ask: Ask,
  id: string,
  signal: AbortSignal,
  serviceProject?: string,
): Promise<Result<Found | undefined>> {
  // Half a character becomes another one in an address, so another id would be asked for.
  if (!id.isWellFormed()) {
    return failed({ kind: 'unaskableId' });
  }
  const found = await foundBy(ask, { authId: id }, { id, serviceProject }, signal);
  if (found.ok || found.failure.kind !== 'idIgnored') {
    return found;
  }
  // The service's page names the parameter in two ways; one that it does not know, it ignores.
  const again = await foundBy(ask, { auth_id: id }, { id, serviceProject }, signal);
  return again.ok || again.failure.kind !== 'refused' ? again : found;
}

/** The submission that is wanted. If an answer has several projects, `serviceProject` selects one. */
interface Wanted {
  readonly id: string;
  readonly serviceProject: string | undefined;
}

/** Follows empty pages with a next-page key: a store that filters after reading sends them before the submission. */
async function foundBy(
  ask: Ask,
  query: Query,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<Result<Found | undefined>> {
  const askThis: Ask = async (page, ended) =>
    await ask({ ...page, count: page.after === undefined ? 1 : largestPage }, ended);
  let answers = 0;
  for await (const page of pagesOf(askThis, query, signal)) {
    if (!page.ok && stops.has(page.failure.kind)) {
      return failed({ kind: 'idNotReached', answers });
    }
    answers++;
    const found = foundIn(page, wanted);
    if (!found.ok || found.value !== undefined) {
      return found;
    }
  }
  return success(undefined);
}

/** Failures that end a walk before the last page. Their texts suit loading pages, not looking for one submission. */
const stops: ReadonlySet<Failure['kind']> = new Set(['endless', 'nothingNew', 'noWayOn'] as const);

/** Believes only a record of this id: a service that ignores the parameter sends the whole list. */
function foundIn(page: Result<Page>, { id, serviceProject }: Wanted): Result<Found | undefined> {
  if (!page.ok) {
    return page;
  }
  const { records, broken, bytes } = page.value;
  const named = records.ids.flatMap((copyId, index) => (copyId === id ? index : []));
  const [first] = named;
  // If no project is given, the first record with this id decides which project, as in the list.
  const project = serviceProject ?? (first === undefined ? undefined : projectAt(page.value, first));
  const copies = named.filter((index) => mayBeSameProject(projectAt(page.value, index), project));
  const copy = copies.find((index) => records.isDeleted(index)) ?? copies.at(-1);
  if (copy !== undefined) {
    const only = excerptOf(
      page.value,
      (index) => index === copy,
      () => false,
    );
    const place = { source: keep(only.bytes, only.projects), ...only.records.where(0) };
    return success({ submission: createReader()(only.records.at(0), place), page: only });
  }
  if (named.length === 0 && records.length > 0) {
    return failed({ kind: 'idIgnored', records: records.length });
  }
  const [unreadable] = broken;
  if (unreadable === undefined) {
    return success(undefined);
  }
  const { element, position, problem } = unreadable;
  return failed({ kind: 'unreadableRecord', at: { element, position }, problem, answer: () => bytes });
}
