import type { Page } from '../api/page.ts';
import { textIn } from '../json/span.ts';
import { Turn } from '../json/turn.ts';
import { createLocator } from '../api/where.ts';
import { emptyGroup, newestFirst, withMembers, withoutMembers } from '../submissions/model/groups.ts';
import { keep } from '../submissions/store/source.ts';
import { Seen } from '../submissions/store/seen.ts';
import { Store } from '../submissions/store/store.ts';
import { createReader, type Submission } from '../submissions/model/submission.ts';
import type { Arrangement } from './arrangement.ts';
import { arranger, Members } from './arranger.ts';
import type { Loaded, LoadedPage } from './loaded.ts';
import { TimeSpan } from './timeSpan.ts';

interface Taken {
  readonly gained: Members;
  readonly lost: Members;
  readonly seen: number;
  readonly replaced: number;
  readonly page: LoadedPage;
  readonly times: TimeSpan;
}

/** Takes in pages and holds what is loaded. Remembers every id, so that nothing is shown twice. */
export class Collection {
  readonly #store = new Store();
  readonly #read = createReader();
  /** Records that cannot be read, by their bytes: they have no id to tell them apart by. Looked for when asked for. */
  readonly #seenBroken = new Seen();
  /** How many of them are in it. */
  #brokenSeen = 0;
  #loaded: Loaded;
  #wanted: Arrangement;
  /** What is being done with the groups: one thing at a time. */
  #work: Promise<unknown> = Promise.resolve();
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
      replaced: 0,
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

  /** Tells which records that cannot be read came before; what is no object says too little to be known again. */
  async knownBroken(): Promise<(json: Uint8Array) => boolean> {
    const { broken } = this.#loaded;
    const later = broken.slice(this.#brokenSeen);
    this.#brokenSeen = broken.length;
    for (const [source, places] of Map.groupBy(later, (place) => place.source)) {
      const bytes = await source.bytes();
      const locate = createLocator(bytes);
      for (const { start, end } of places.map(locate)) {
        this.#seenBroken.add(wholeText(bytes.subarray(start, end)));
      }
    }
    return (json) => json[0] !== openObject || this.#seenBroken.has(wholeText(json));
  }

  /** Takes in the next page of the list. Returns how many of its readable records were new. */
  async addPage(page: Page): Promise<number> {
    return await this.#inTurn(async () => {
      const taken = await this.#take(page);
      this.#noteOrder(taken.times);
      const { pages, duplicates } = this.#loaded;
      this.#show(taken, {
        pages: [...pages, taken.page],
        duplicates: duplicates + taken.seen,
        broken: this.#withBroken(page, taken),
        more: page.next !== undefined || page.brokenNext !== undefined,
      });
      return page.records.length - taken.seen - taken.replaced;
    });
  }

  /** Takes in what came since: a page that was asked for once more. Returns how many of its records were new. */
  async addNewer(page: Page): Promise<number> {
    return await this.#inTurn(async () => {
      const taken = await this.#take(page);
      const fresh = page.records.length - taken.seen + page.broken.length;
      if (fresh > 0) {
        this.#show(taken, { pages: [...this.#loaded.pages, taken.page], broken: this.#withBroken(page, taken) });
      }
      return fresh;
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

  async #take(page: Page): Promise<Taken> {
    const turn = new Turn();
    const arranging = arranger(this.#loaded.arrangement);
    const source = keep(page.bytes);
    const gained = new Members();
    const lost = new Members();
    const times = new TimeSpan();
    let seen = 0;
    let replaced = 0;
    this.#store.begin(page.records.length);
    for (let index = 0; index < page.records.length; index++) {
      if (index % stretch === 0 && turn.over) {
        await turn.pass();
      }
      const submission = this.#read(page.records.at(index), { source, ...page.records.where(index) });
      times.add(submission.createdAt);
      let number = this.#store.add(submission);
      if (number === undefined) {
        const before = this.#store.numberOf(submission.id) ?? 0;
        const earlier = this.#store.at(before);
        if (earlier.deleted || !submission.deleted) {
          seen++;
          continue;
        }
        // Of what is deleted by now nothing that came earlier may stay.
        number = this.#store.replace(submission, before);
        replaced++;
        lost.add(before, arranging(earlier));
      }
      gained.add(number, arranging(submission));
    }
    const { newest, oldest } = times;
    const number = (this.#loaded.pages.at(-1)?.number ?? 0) + 1;
    const counts = { records: page.records.length, broken: page.broken.length };
    return { gained, lost, seen, replaced, page: { number, source, ...counts, newest, oldest }, times };
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

  #show({ gained, lost, replaced }: Taken, rest: Partial<Loaded>): void {
    this.#loaded = {
      ...this.#loaded,
      ...rest,
      groups: withoutMembers(withMembers(this.#loaded.groups, gained.all), lost.all),
      count: this.#store.size,
      replaced: this.#loaded.replaced + replaced,
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

const openObject = 0x7b;

function wholeText(json: Uint8Array): string {
  return textIn(json, { start: 0, end: json.length });
}
