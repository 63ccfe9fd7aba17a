import type { Page } from '../api/page.ts';
import { Turn } from '../json/turn.ts';
import { emptyGroup, newestFirst, withMembers, withoutMembers } from '../submissions/model/groups.ts';
import { keep, type Source } from '../submissions/store/source.ts';
import { Store } from '../submissions/store/store.ts';
import { createReader, isSameSubmission, type Submission } from '../submissions/model/submission.ts';
import type { Arrangement } from './arrangement.ts';
import { arranger, Members } from './arranger.ts';
import { KnownBroken } from './knownBroken.ts';
import type { Loaded, LoadedPage } from './loaded.ts';
import { TimeSpan } from './timeSpan.ts';

/** What became of the records of a page. */
interface Taken {
  readonly gained: Members;
  readonly lost: Members;
  /** Records that were loaded as they are. */
  readonly repeated: number;
  readonly changed: number;
  /** Records that no page of the list had brought before. */
  readonly fresh: number;
  readonly page: LoadedPage;
  readonly times: TimeSpan;
}

/** Takes in pages and holds what is loaded. Remembers every id, so that nothing is shown twice. */
export class Collection {
  readonly #store = new Store();
  readonly #read = createReader();
  readonly #broken = new KnownBroken();
  #loaded: Loaded;
  #wanted: Arrangement;
  /** What is being done with the groups: one thing at a time. */
  #work: Promise<unknown> = Promise.resolve();
  /** Ids that came with a later look at the service, and with no page of the list so far. */
  readonly #ahead = new Set<string>();
  /** The project of each element of an answer. */
  readonly #projects = new WeakMap<Source, Page['projects']>();
  #oldest = Infinity;
  #newestFirst = true;

  constructor(arrangement: Arrangement) {
    this.#wanted = arrangement;
    this.#loaded = {
      pages: [],
      store: this.#store,
      groups: emptyGroup,
      arrangement,
      count: 0,
      matching: 0,
      duplicates: 0,
      changed: 0,
      received: 0,
      broken: [],
      more: false,
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

  /** The loaded submission with this id. */
  find(id: string): Submission | undefined {
    const number = this.#store.numberOf(id);
    return number === undefined ? undefined : this.#store.at(number);
  }

  /** Whether a submission with this id is loaded. */
  has(id: string): boolean {
    return this.#store.numberOf(id) !== undefined;
  }

  /** The loaded submissions of a KYC submission, newest first. */
  attempts(kycId: string): readonly Submission[] {
    return newestFirst(this.#store.attempts(kycId));
  }

  /** Tells, by their bytes, which records that cannot be read came before. */
  async knownBroken(): Promise<(json: Uint8Array) => boolean> {
    return await this.#broken.known(this.#loaded.broken);
  }

  /** Takes in the next page of the list. Returns how many of its readable records were new. */
  async addPage(page: Page): Promise<number> {
    return await this.#inTurn(async () => {
      const taken = await this.#take(page, 'list');
      this.#noteOrder(taken.times);
      const { pages, duplicates, received } = this.#loaded;
      this.#show(taken, {
        pages: [...pages, taken.page],
        duplicates: duplicates + taken.repeated,
        received: received + page.records.length + page.broken.length,
        broken: this.#withBroken(page, taken),
        more: page.next !== undefined || page.brokenNext !== undefined,
      });
      return taken.fresh;
    });
  }

  /** Takes in what was asked for besides the list. Returns how many of its records were new or had changed. */
  async addNewer(page: Page): Promise<number> {
    return await this.#inTurn(async () => {
      const taken = await this.#take(page, 'ahead');
      const broken = page.broken.length;
      const gained = taken.fresh + taken.changed + broken;
      if (gained > 0) {
        const { pages, received } = this.#loaded;
        this.#show(taken, {
          pages: [...pages, taken.page],
          received: received + taken.fresh + broken,
          broken: this.#withBroken(page, taken),
        });
      }
      return gained;
    });
  }

  /** Shows what is loaded in another way. Given up when yet another way is wanted meanwhile. */
  async arrange(arrangement: Arrangement): Promise<void> {
    this.#wanted = arrangement;
    await this.#inTurn(async () => {
      const turn = new Turn();
      const arranging = arranger(arrangement);
      let groups = emptyGroup;
      let matching = 0;
      for (let block = 0; block < this.#store.blocks.length; block++) {
        const members = new Members();
        for (const number of this.#store.numbersIn(block)) {
          members.add(number, arranging(this.#store.at(number)));
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

  async #take(page: Page, from: 'list' | 'ahead'): Promise<Taken> {
    const turn = new Turn();
    const arranging = arranger(this.#loaded.arrangement);
    const source = keep(page.bytes);
    const gained = new Members();
    const lost = new Members();
    const times = new TimeSpan();
    /** What this answer says was deleted. */
    const gone = new Set<string>();
    let repeated = 0;
    let changed = 0;
    let fresh = 0;
    this.#projects.set(source, page.projects);
    this.#store.begin(page.records.length);
    for (let index = 0; index < page.records.length; index++) {
      if (index % stretch === 0 && turn.over) {
        await turn.pass();
      }
      const submission = this.#read(page.records.at(index), { source, ...page.records.where(index) });
      times.add(submission.createdAt);
      let number = this.#store.add(submission);
      const key = number === undefined ? this.#keyOf(submission) : submission.id;
      if (key !== submission.id) {
        number = this.#store.add(submission, key);
      }
      if (submission.deleted) {
        gone.add(key);
      }
      if (number === undefined) {
        const before = this.#store.numberOf(key) ?? 0;
        const earlier = this.#store.at(before);
        const wasAhead = from === 'list' && this.#ahead.delete(key);
        fresh += wasAhead ? 1 : 0;
        // The later answer counts. Within one answer a deleted copy counts first, else the last.
        if ((!submission.deleted && gone.has(key)) || isSameSubmission(earlier, submission)) {
          repeated += wasAhead ? 0 : 1;
          continue;
        }
        number = this.#store.replace(submission, before, key);
        changed++;
        lost.add(before, arranging(earlier));
      } else {
        fresh++;
        if (from === 'ahead') {
          this.#ahead.add(key);
        }
      }
      gained.add(number, arranging(submission));
    }
    const { newest, oldest } = times;
    const number = (this.#loaded.pages.at(-1)?.number ?? 0) + 1;
    const counts = { records: page.records.length, broken: page.broken.length };
    return { gained, lost, repeated, changed, fresh, page: { number, source, ...counts, newest, oldest }, times };
  }

  /** The id, and where another project had it before the project too: ids are told apart within their project. */
  #keyOf(submission: Submission): string {
    const { id } = submission;
    const [project, other] = [submission, this.#store.at(this.#store.numberOf(id) ?? 0)].map(
      ({ source, element }) => this.#projects.get(source)?.[element],
    );
    return project === undefined || other === undefined || project === other ? id : JSON.stringify([project, id]);
  }

  #withBroken({ broken }: Page, { page: { source } }: Taken): Loaded['broken'] {
    return broken.length === 0
      ? this.#loaded.broken
      : [...this.#loaded.broken, ...broken.map((record) => ({ ...record, source }))];
  }

  /** Of the list alone: what was asked for once more is newer than what came before it. */
  #noteOrder({ newest = -Infinity, oldest, fall }: TimeSpan): void {
    this.#newestFirst &&= fall && newest <= this.#oldest;
    this.#oldest = oldest ?? this.#oldest;
  }

  #show({ gained, lost, changed }: Taken, rest: Partial<Loaded>): void {
    this.#loaded = {
      ...this.#loaded,
      ...rest,
      groups: withoutMembers(withMembers(this.#loaded.groups, gained.all), lost.all),
      count: this.#store.size,
      changed: this.#loaded.changed + changed,
      matching: this.#loaded.matching + gained.matching - lost.matching,
    };
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return await done;
  }
}

/** Check the clock every so many records. */
const stretch = 32;
