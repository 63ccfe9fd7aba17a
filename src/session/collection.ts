import type { Page } from '../api/page.ts';
import { Turn } from '../json/turn.ts';
import { emptyGroup, newestFirst, withMembers, withoutMembers } from '../submissions/model/groups.ts';
import type { Submission } from '../submissions/model/submission.ts';
import { arranger, Members, type Arrangement } from './arrangement.ts';
import { Intake, type Taken } from './intake.ts';
import type { Loaded } from './loaded.ts';

/** Takes in pages and holds what is loaded, as a value that every page replaces. */
export class Collection {
  readonly #intake = new Intake();
  #loaded: Loaded;
  #wanted: Arrangement;
  /** The last work on the groups. The next one waits for it. */
  #work: Promise<unknown> = Promise.resolve();
  #oldest: number | undefined;
  #newestFirst = true;

  constructor(arrangement: Arrangement) {
    this.#wanted = arrangement;
    this.#loaded = {
      pages: [],
      store: this.#intake.store,
      groups: emptyGroup,
      arrangement,
      count: 0,
      matching: 0,
      duplicates: 0,
      changed: 0,
      received: 0,
      broken: [],
      more: false,
      reachesTo: undefined,
    };
  }

  /** What is loaded now. */
  get loaded(): Loaded {
    return this.#loaded;
  }

  /** Whether the service sent the newest submissions first, as far as it sent any. */
  get newestFirst(): boolean {
    return this.#newestFirst;
  }

  /** Whether a submission with this id, or another key, is loaded. */
  has(key: string): boolean {
    return this.#intake.store.numberOf(key) !== undefined;
  }

  /** The loaded submission with this id, or another key. */
  find(key: string): Submission | undefined {
    return this.#at(this.#intake.store.numberOf(key));
  }

  /** The copy of a submission that is loaded: one of the same id and, where the service names projects, of the same project. */
  copyOf(submission: Submission): Submission | undefined {
    return this.#at(this.#intake.store.numberOfCopy(submission));
  }

  /** The keys of the records of a page, among what is loaded now. */
  keysOf(page: Page): readonly string[] {
    return this.#intake.keysOf(page);
  }

  /** The loaded submissions of a KYC submission, newest first. */
  attempts(kycId: string): readonly Submission[] {
    return newestFirst(this.#intake.store.attempts(kycId));
  }

  /** Only the records of a page that are not loaded yet or have changed since. The page may have come before. */
  async newRecordsIn(page: Page): Promise<Page> {
    return await this.#intake.newRecordsIn(page, this.#loaded.broken);
  }

  /** Takes in the next page of the list. Returns how many of its readable records were new. */
  async addPage(page: Page): Promise<number> {
    return await this.#inTurn(async () => {
      const taken = await this.#intake.take(page, 'list', this.#loaded.arrangement);
      this.#noteOrder(taken);
      this.#show(page, taken, {
        duplicates: this.#loaded.duplicates + taken.repeated,
        received: this.#loaded.received + page.records.length + page.broken.length,
        more: page.next !== undefined || page.brokenNext !== undefined,
        reachesTo: this.#newestFirst ? this.#oldest : undefined,
      });
      return taken.fresh;
    });
  }

  /** Takes in a page besides the list. Returns how many of its records were new or had changed. */
  async addNewer(page: Page): Promise<number> {
    return await this.#inTurn(async () => {
      const taken = await this.#intake.take(page, 'ahead', this.#loaded.arrangement);
      const fresh = taken.fresh + page.broken.length;
      if (fresh + taken.changed > 0) {
        this.#show(page, taken, { received: this.#loaded.received + fresh });
      }
      return fresh + taken.changed;
    });
  }

  /** Arranges what is loaded in another way. Gives up if yet another arrangement is wanted meanwhile. */
  async arrange(arrangement: Arrangement): Promise<void> {
    this.#wanted = arrangement;
    await this.#inTurn(async () => {
      const turn = new Turn();
      const arranging = arranger(arrangement);
      const { store } = this.#intake;
      let groups = emptyGroup;
      let matching = 0;
      for (let block = 0; block < store.blocks.length; block++) {
        const members = new Members();
        for (const number of store.numbersIn(block)) {
          members.add(number, arranging(store.at(number)));
        }
        groups = withMembers(groups, members.all);
        matching += members.matching;
        if (turn.over) {
          await turn.pass();
        }
        if (this.#wanted !== arrangement) {
          return;
        }
      }
      this.#loaded = { ...this.#loaded, groups, matching, arrangement };
    });
  }

  /** The service has nothing more to give, whatever its last page promised. */
  end(): void {
    this.#loaded = { ...this.#loaded, more: false };
  }

  /** If no page has come yet, marks the list as having more: nobody knows whether there is a first page. */
  expectMore(): void {
    if (this.#loaded.pages.length === 0) {
      this.#loaded = { ...this.#loaded, more: true };
    }
  }

  /** For pages of the list only: what was asked for ahead of it is newer, and says nothing of the list's order. */
  #noteOrder({ times: { newest = -Infinity, oldest, isDescending } }: Taken): void {
    this.#newestFirst &&= isDescending && newest <= (this.#oldest ?? Infinity);
    this.#oldest = oldest ?? this.#oldest;
  }

  #show({ records, broken }: Page, { source, times, gained, lost, changed }: Taken, rest: Partial<Loaded>): void {
    const { pages, broken: earlier, groups, matching, changed: changedBefore } = this.#loaded;
    const { newest, oldest } = times;
    const number = (pages.at(-1)?.number ?? 0) + 1;
    this.#loaded = {
      ...this.#loaded,
      ...rest,
      pages: [...pages, { number, source, records: records.length, broken: broken.length, newest, oldest }],
      broken: broken.length === 0 ? earlier : [...earlier, ...broken.map((record) => ({ ...record, source }))],
      groups: withoutMembers(withMembers(groups, gained.all), lost.all),
      count: this.#intake.store.size,
      changed: changedBefore + changed,
      matching: matching + gained.matching - lost.matching,
    };
  }

  #at(number: number | undefined): Submission | undefined {
    return number === undefined ? undefined : this.#intake.store.at(number);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return await done;
  }
}
