import type { BrokenRecord, Page } from '../api/page.ts';
import type { TimeZone } from '../submissions/days.ts';
import { emptyGroup, keysIn, newestFirst, withSubmissions, type Group } from '../submissions/groups.ts';
import { createReader, type Place, type Source, type Submission } from '../submissions/submission.ts';

/** One loaded page of the list. Times in ms since 1970; undefined when no record of it has one. */
export interface LoadedPage {
  readonly number: number;
  readonly source: Source;
  readonly records: number;
  readonly newest: number | undefined;
  readonly oldest: number | undefined;
}

/** A record that was counted but cannot be read, and where it stands. */
export type BrokenPlace = BrokenRecord & Place;

/** What is loaded at one moment. Replaced by every page, never changed. */
export interface Loaded {
  readonly pages: readonly LoadedPage[];
  readonly groups: Group;
  readonly count: number;
  /** Records that came again and were dropped. */
  readonly duplicates: number;
  readonly broken: readonly BrokenPlace[];
  /** True while the service has older submissions. */
  readonly more: boolean;
}

/** Nothing yet. */
export const nothingLoaded: Loaded = {
  pages: [],
  groups: emptyGroup,
  count: 0,
  duplicates: 0,
  broken: [],
  more: false,
};

/** Takes in pages and holds what is loaded. Remembers every id, so that nothing is shown twice. */
export class Collection {
  readonly #ids = new Map<string, Submission>();
  readonly #read = createReader();
  #zone: TimeZone;
  #loaded = nothingLoaded;

  constructor(zone: TimeZone) {
    this.#zone = zone;
  }

  /** What is loaded now. */
  get loaded(): Loaded {
    return this.#loaded;
  }

  /** The loaded submission with this id. */
  find(id: string): Submission | undefined {
    return this.#ids.get(id);
  }

  /** The loaded submissions of a KYC submission, newest first. */
  attempts(kycId: string): readonly Submission[] {
    return newestFirst([...this.#ids.values()].filter((submission) => submission.kycId === kycId));
  }

  /** Takes in the next page of the list. */
  addPage(page: Page): void {
    const before = this.#loaded;
    const source: Source = { bytes: page.bytes };
    const added: { keys: readonly string[]; submission: Submission }[] = [];
    const keysOf = keysIn(this.#zone);
    let newest: number | undefined;
    let oldest: number | undefined;
    for (const { record, path } of page.records) {
      const submission = this.#read(record, { source, path });
      const time = submission.createdAt;
      if (time !== undefined) {
        newest = Math.max(newest ?? time, time);
        oldest = Math.min(oldest ?? time, time);
      }
      if (!this.#ids.has(submission.id)) {
        this.#ids.set(submission.id, submission);
        added.push({ submission, keys: keysOf(submission) });
      }
    }
    this.#loaded = {
      pages: [
        ...before.pages,
        { number: before.pages.length + 1, source, records: page.records.length + page.broken.length, newest, oldest },
      ],
      groups: withSubmissions(before.groups, added),
      count: before.count + added.length,
      duplicates: before.duplicates + page.records.length - added.length,
      broken: [...before.broken, ...page.broken.map((record) => ({ ...record, source }))],
      more: page.next !== undefined,
    };
  }

  /** Sorts what is loaded into the days of another zone. */
  regroup(zone: TimeZone): void {
    if (zone === this.#zone) {
      return;
    }
    this.#zone = zone;
    const keysOf = keysIn(zone);
    const all = [...this.#ids.values()].map((submission) => ({ submission, keys: keysOf(submission) }));
    this.#loaded = { ...this.#loaded, groups: withSubmissions(emptyGroup, all) };
  }

  /** The service has nothing more to give, whatever its last page promised. */
  end(): void {
    this.#loaded = { ...this.#loaded, more: false };
  }
}
