import type { Ask } from '../api/client.ts';
import type { Failure, Result } from '../api/failure.ts';
import type { Page } from '../api/page.ts';
import { pagesOf } from '../api/pages.ts';
import type { TimeZone } from '../submissions/days.ts';
import { Collection } from './collection.ts';
import type { Days, Project } from './state.ts';

/** What a run goes through, and how. */
export interface RunOptions {
  readonly project: Project;
  readonly days: Days | undefined;
  readonly pageSize: number;
  readonly zone: TimeZone;
  readonly ask: Ask;
  readonly abort: AbortController;
}

/** One walk through the pages of a project, and what it has collected. */
export class Run {
  readonly project: Project;
  readonly days: Days | undefined;
  readonly abort: AbortController;
  readonly collection: Collection;
  readonly #pages: AsyncGenerator<Result<Page>, void, void>;

  constructor({ project, days, pageSize, zone, ask, abort }: RunOptions) {
    this.project = project;
    this.days = days;
    this.abort = abort;
    this.collection = new Collection(zone);
    this.#pages = pagesOf(ask, { count: pageSize, ...(days !== undefined && { days }) }, abort.signal);
  }

  /** Takes in the next page; returns the failure that came in its place. */
  async readPage(): Promise<Failure | undefined> {
    const next = await this.#pages.next();
    if (next.done === true) {
      this.collection.end();
      return undefined;
    }
    if (!next.value.ok) {
      return next.value.failure;
    }
    if (!this.abort.signal.aborted) {
      this.collection.addPage(next.value.value);
    }
    return undefined;
  }
}
