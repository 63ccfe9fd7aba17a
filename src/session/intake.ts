import { excerptOf } from '../api/excerpt.ts';
import type { Page } from '../api/page.ts';
import { Turn } from '../json/turn.ts';
import { createReader, isSameSubmission, type Submission } from '../submissions/model/submission.ts';
import { keep, type Source } from '../submissions/store/source.ts';
import { Store } from '../submissions/store/store.ts';
import { arranger, Members, type Arrangement } from './arrangement.ts';
import { KnownBroken } from './knownBroken.ts';
import type { Loaded } from './loaded.ts';
import { TimeSpan } from './timeSpan.ts';

/** What became of the records of a page. */
export interface Taken {
  readonly source: Source;
  readonly times: TimeSpan;
  /** Submissions that are loaded now, and those whose place they took. */
  readonly gained: Members;
  readonly lost: Members;
  /** Records that were loaded as they are. */
  readonly repeated: number;
  /** Records that took the place of an earlier copy. */
  readonly changed: number;
  /** Records that no page of the list had brought before. */
  readonly fresh: number;
}

/** Takes records into the store: each id of a project once, as the latest answer has it. */
export class Intake {
  readonly store = new Store();
  readonly #read = createReader();
  readonly #broken = new KnownBroken();
  /** Keys of records that came ahead of the list, and with no page of it so far. */
  readonly #ahead = new Set<string>();
  /** The project of each element of an answer. */
  readonly #projects = new WeakMap<Source, Page['projects']>();

  /** Takes in a page of the list, or one that was asked for ahead of it. Passes the thread on in between. */
  async take(page: Page, from: 'list' | 'ahead', arrangement: Arrangement): Promise<Taken> {
    const turn = new Turn();
    const arranging = arranger(arrangement);
    const source = keep(page.bytes);
    const taken = { source, times: new TimeSpan(), gained: new Members(), lost: new Members() };
    const counts = { repeated: 0, changed: 0, fresh: 0 };
    /** What this answer says was deleted. */
    const deleted = new Set<string>();
    this.#projects.set(source, page.projects);
    this.store.begin(page.records.length);
    for (let index = 0; index < page.records.length; index++) {
      if (index % stretch === 0 && turn.over) {
        await turn.pass();
      }
      const submission = this.#read(page.records.at(index), { source, ...page.records.where(index) });
      taken.times.add(submission.createdAt);
      let number = this.store.add(submission);
      const key = number === undefined ? this.#keyOf(submission) : submission.id;
      if (key !== submission.id) {
        number = this.store.add(submission, key);
      }
      if (submission.deleted) {
        deleted.add(key);
      }
      if (number === undefined) {
        const before = this.store.numberOf(key) ?? 0;
        const earlier = this.store.at(before);
        const wasAhead = from === 'list' && this.#ahead.delete(key);
        counts.fresh += wasAhead ? 1 : 0;
        // The later answer counts. Within one answer a deleted copy counts first, else the last.
        if ((!submission.deleted && deleted.has(key)) || isSameSubmission(earlier, submission)) {
          counts.repeated += wasAhead ? 0 : 1;
          continue;
        }
        number = this.store.replace(submission, before, key);
        counts.changed++;
        taken.lost.add(before, arranging(earlier));
      } else {
        counts.fresh++;
        if (from === 'ahead') {
          this.#ahead.add(key);
        }
      }
      taken.gained.add(number, arranging(submission));
    }
    return { ...taken, ...counts };
  }

  /** Of a page that may have come before, only what is not loaded yet or has changed since. */
  async newRecordsIn(page: Page, broken: Loaded['broken']): Promise<Page> {
    const isKnownBroken = page.broken.length === 0 ? () => true : await this.#broken.known(broken);
    const read = createReader();
    // Where a record stands makes no difference to what it says.
    const place = { source: keep(page.bytes.subarray(0, 0)), element: 0, position: undefined };
    return excerptOf(
      page,
      (index) => {
        const number = this.store.numberOf(page.records.ids[index] ?? '');
        return number === undefined || !isSameSubmission(this.store.at(number), read(page.records.at(index), place));
      },
      (json) => !isKnownBroken(json),
    );
  }

  /** The id, and where another project had it before the project too: ids are told apart within their project. */
  #keyOf(submission: Submission): string {
    const { id } = submission;
    const [project, other] = [submission, this.store.at(this.store.numberOf(id) ?? 0)].map(
      ({ source, element }) => this.#projects.get(source)?.[element],
    );
    return project === undefined || other === undefined || project === other ? id : JSON.stringify([project, id]);
  }
}

/** Check the clock every so many records. */
const stretch = 32;
