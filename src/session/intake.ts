import { excerptOf } from '../api/excerpt.ts';
import { projectAt, type Page } from '../api/page.ts';
import { Turn } from '../json/turn.ts';
import { createReader, isSameSubmission, serviceProjectOf, type Submission } from '../submissions/model/submission.ts';
import { keep, type Source } from '../submissions/store/source.ts';
import { Store } from '../submissions/store/store.ts';
import { differingIn, type Alike } from './alike.ts';
import { arranger, Members, type Arrangement } from './arrangement.ts';
import { KnownBroken } from './knownBroken.ts';
import type { Loaded } from './loaded.ts';
import { TimeSpan } from './timeSpan.ts';

/** What became of the records of a page. */
export interface Taken {
  readonly source: Source;
  readonly times: TimeSpan;
  /** Submissions that were taken in, and the earlier copies that they replaced. */
  readonly gained: Members;
  readonly lost: Members;
  /** The keys of what the page says was deleted. */
  readonly deleted: Set<string>;
  /** For each key, the last record that seems to be loaded as it is. */
  readonly repeats: Map<string, Repeat>;
  /** Records that were loaded as they are. */
  repeated: number;
  /** Records that took the place of an earlier copy. */
  changed: number;
  /** Records that no page of the list had brought before. */
  fresh: number;
}

type Arranging = ReturnType<typeof arranger>;

/** A record that seems to be loaded as it is. */
interface Repeat extends Alike {
  readonly number: number;
  /** Whether the loaded copy came ahead of the list, so that no page of the list had brought it before. */
  readonly wasAhead: boolean;
}

/** Whether a page is the next one of the list, or was asked for ahead of it. */
type Origin = 'list' | 'ahead';

/** Takes records into the store: each id of a project once, as the latest answer has it. */
export class Intake {
  readonly store = new Store();
  readonly #read = createReader();
  readonly #broken = new KnownBroken();
  /** Keys of records that came ahead of the list and that no page of the list has brought yet. */
  readonly #ahead = new Set<string>();

  /** Takes in a page, and passes the thread on in between. */
  async take(page: Page, from: Origin, arrangement: Arrangement): Promise<Taken> {
    const turn = new Turn();
    const arranging = arranger(arrangement);
    // Packing waits until `read` resolves, because it would take the thread, or a processor, from reading.
    const read = Promise.withResolvers<undefined>();
    const source = keep(page.bytes, page.projects, read.promise);
    const taken: Taken = {
      source,
      times: new TimeSpan(),
      gained: new Members(),
      lost: new Members(),
      deleted: new Set(),
      repeats: new Map(),
      repeated: 0,
      changed: 0,
      fresh: 0,
    };
    this.store.begin(page.records.length);
    for (let index = 0; index < page.records.length; index++) {
      if (index % stretch === 0 && turn.over) {
        await turn.pass();
      }
      const { element, position } = page.records.where(index);
      const submission = this.#read(page.records.at(index), { source, element, position });
      taken.times.add(submission.createdAt);
      let number = this.store.add(submission);
      if (number === undefined) {
        number = this.#takeAgain(submission, index, from, taken, arranging);
      } else {
        this.#noteFresh(submission.id, from, taken);
      }
      if (submission.deleted) {
        taken.deleted.add(this.#keyOf(submission));
      }
      if (number !== undefined) {
        taken.gained.add(number, arranging(submission));
      }
    }
    await this.#takeRepeats(page, taken, arranging);
    read.resolve(undefined);
    return taken;
  }

  /** Takes in the repeats that differ from the loaded copies in what no column holds. */
  async #takeRepeats({ records }: Page, taken: Taken, arranging: Arranging): Promise<void> {
    const differ = await differingIn(records, [...taken.repeats.values()]);
    for (const [key, { index, number, wasAhead }] of taken.repeats) {
      // A later copy of the same answer may have taken its place.
      if (differ.has(index) && this.store.numberOf(key) === number) {
        taken.changed++;
        taken.lost.add(number, arranging(this.store.at(number)));
        const submission = this.#read(records.at(index), { source: taken.source, ...records.where(index) });
        taken.gained.add(this.store.replace(submission, number, key), arranging(submission));
      } else {
        taken.repeated += wasAhead ? 0 : 1;
      }
    }
  }

  #noteFresh(key: string, from: Origin, taken: Taken): void {
    taken.fresh++;
    if (from === 'ahead') {
      this.#ahead.add(key);
    }
  }

  /** Takes in a record whose id is loaded. Returns its number; undefined where the loaded copy stays. */
  #takeAgain(
    submission: Submission,
    index: number,
    from: Origin,
    taken: Taken,
    arranging: Arranging,
  ): number | undefined {
    const key = this.#keyOf(submission);
    const added = key === submission.id ? undefined : this.store.add(submission, key);
    if (added !== undefined) {
      this.#noteFresh(key, from, taken);
      return added;
    }
    const before = this.store.numberOf(key) ?? 0;
    const earlier = this.store.at(before);
    const wasAhead = from === 'list' && this.#ahead.delete(key);
    taken.fresh += wasAhead ? 1 : 0;
    // The later answer counts. Within one answer a deleted copy counts first, else the last.
    if (!submission.deleted && taken.deleted.has(key)) {
      taken.repeated += wasAhead ? 0 : 1;
      return undefined;
    }
    if (isSameSubmission(earlier, submission)) {
      const copy = taken.repeats.get(key);
      taken.repeated += copy === undefined || copy.wasAhead ? 0 : 1;
      taken.repeats.set(key, { index, loaded: earlier, number: before, wasAhead });
      return undefined;
    }
    taken.changed++;
    taken.lost.add(before, arranging(earlier));
    return this.store.replace(submission, before, key);
  }

  /** Only the records of a page that are not loaded yet or have changed since. The page may have come before. */
  async newRecordsIn(page: Page, broken: Loaded['broken']): Promise<Page> {
    const isKnownBroken = page.broken.length === 0 ? () => true : await this.#broken.known(broken);
    const read = createReader();
    // The place makes no difference to the comparison.
    const place = { source: keep(page.bytes.subarray(0, 0)), element: 0, position: undefined };
    const alike = new Map<number, Alike>();
    for (const [index, key] of this.keysOf(page).entries()) {
      const number = this.store.numberOf(key);
      const loaded = number === undefined ? undefined : this.store.at(number);
      if (loaded !== undefined && isSameSubmission(loaded, read(page.records.at(index), place))) {
        alike.set(index, { index, loaded });
      }
    }
    const differ = await differingIn(page.records, [...alike.values()]);
    return excerptOf(
      page,
      (index) => !alike.has(index) || differ.has(index),
      (json) => !isKnownBroken(json),
    );
  }

  /** The keys of the records of a page, among what is loaded now. */
  keysOf(page: Page): readonly string[] {
    return page.records.ids.map((id, index) => this.store.keyOf(id, projectAt(page, index)));
  }

  #keyOf(submission: Submission): string {
    return this.store.keyOf(submission.id, serviceProjectOf(submission));
  }
}

/** Check the clock every 32 records. */
const stretch = 32;
