import { Block } from './block.ts';
import { Numbering } from './numbering.ts';
import { SharedValues, type Tally } from './shared.ts';
import type { Source } from './source.ts';
import { serviceProjectOf, type Submission } from '../model/submission.ts';

/** A block holds at most 4096 submissions. A submission's number combines its block and its place in the block. */
const blockBits = 12;
const blockSize = 1 << blockBits;

/** Cap on the attempts listed for a KYC id. More are not one person's attempts, and looking at all takes too long. */
export const mostAttempts = 1000;

/**
 * All loaded submissions, each under a number that it keeps. A million of them fit into some 300 MB, because they are
 * kept in columns. `at` makes a new object each time, so two objects of one number are not identical.
 */
export class Store {
  readonly #blocks: Block[] = [];
  readonly #numbers = new Numbering((number, id) => this.#idOf(number) === id);
  /** The numbers of those whose key is not their id. */
  readonly #otherKeys = new Map<string, number>();
  readonly #kycCodes = new Numbering((code, kycId) => this.#kycIds[code] === kycId);
  /** KYC ids by code; 0 stands for none. */
  readonly #kycIds: (string | undefined)[] = [undefined];
  /** By the code of a KYC submission: the number of its latest attempt plus one. */
  readonly #latest: number[] = [0];
  readonly #shared = new SharedValues();
  #size = 0;
  /** How many submissions of the answer are still to come. A new block has room for that many. */
  #coming = 0;

  /** How many submissions are loaded, each id once. */
  get size(): number {
    return this.#size;
  }

  /** Every number is smaller than this. */
  get end(): number {
    return this.#blocks.length * blockSize;
  }

  /** The columns, for whoever counts over all of them. */
  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  /** How many loaded submissions have each value. */
  get tally(): Tally {
    return this.#shared.tally;
  }

  /** Announces how many submissions of one answer are added next, so that their block has room for them. */
  begin(count: number): void {
    this.#coming = count;
  }

  /**
   * Adds a submission and returns its number. Returns undefined and adds nothing if its key is loaded already. The key
   * is the id, unless another submission has the same id. The caller may change the given object afterwards.
   */
  add(submission: Submission, key = submission.id): number | undefined {
    const next = this.#nextFor(submission.source);
    if (key !== submission.id) {
      if (this.#otherKeys.has(key)) {
        return undefined;
      }
      this.#otherKeys.set(key, next);
    } else if (this.#numbers.numberOrAdd(key, next) !== next) {
      return undefined;
    }
    this.#size++;
    this.#append(submission, next);
    return next;
  }

  /** Replaces the submission `before`, which has the same key and is found no longer. Returns the new number. */
  replace(submission: Submission, before: number, key = submission.id): number {
    const next = this.#nextFor(submission.source);
    (key === submission.id ? this.#numbers : this.#otherKeys).set(key, next);
    this.#append(submission, next);
    const [block, place] = [this.#blockOf(before), placeOf(before)];
    this.#shared.count(block.sharedAt(place), -1);
    block.replace(place);
    return next;
  }

  #nextFor(source: Source): number {
    const block = this.#blocks.at(-1);
    return block === undefined || block.full || block.source !== source
      ? this.end
      : this.end - blockSize + block.ids.length;
  }

  #append(submission: Submission, number: number): void {
    if (number === this.end) {
      this.#blocks.push(new Block(submission.source, Math.min(blockSize, Math.max(1, this.#coming))));
    }
    this.#coming--;
    const kyc = this.#kycCodeOf(submission.kycId);
    const previous = this.#latest[kyc] ?? 0;
    if (kyc !== 0) {
      this.#latest[kyc] = number + 1;
    }
    this.#blockOf(number).add(submission, { shared: this.#shared.add(submission), kyc, previous });
  }

  /** The submission of a number. */
  at(number: number): Submission {
    const [block, place] = [this.#blockOf(number), placeOf(number)];
    return block.at(place, this.#shared.at(block.sharedAt(place)), this.#kycIds[block.kycAt(place)]);
  }

  /** The number of an id or another key, if it is loaded. */
  numberOf(id: string): number | undefined {
    return this.#numbers.get(id) ?? this.#otherKeys.get(id);
  }

  /**
   * The key of an id. It is the id alone, unless the loaded submission with that id is of another project of the
   * service: then it is the project and the id, because an id is unique only within its project.
   */
  keyOf(id: string, project: string | undefined): string {
    const number = this.#numbers.get(id);
    const first = number === undefined ? undefined : serviceProjectOf(this.at(number));
    return project === undefined || first === undefined || project === first ? id : JSON.stringify([project, id]);
  }

  /** The number of the copy of a submission that is loaded, if one is. */
  numberOfCopy(submission: Submission): number | undefined {
    return this.numberOf(this.keyOf(submission.id, serviceProjectOf(submission)));
  }

  /** Whether the text is the id of a loaded submission or of its KYC submission. */
  isId(text: string): boolean {
    return this.numberOf(text) !== undefined || this.#kycCodes.get(text) !== undefined;
  }

  /** All ids: of the submissions, and of their KYC submissions. */
  *ids(): Generator<string> {
    for (const { ids } of this.#blocks) {
      yield* ids;
    }
    for (const id of this.#kycIds) {
      if (id !== undefined) {
        yield id;
      }
    }
  }

  /** Milliseconds since 1970; NaN without a time. */
  timeOf(number: number): number {
    return this.#blockOf(number).timeAt(placeOf(number));
  }

  /** A number that stands for its KYC submission; 0 where it names none. */
  kycAt(number: number): number {
    return this.#blockOf(number).kycAt(placeOf(number));
  }

  /** The loaded submissions of a KYC submission, in no order; at most `mostAttempts`, those that were loaded last. */
  attempts(kycId: string): readonly Submission[] {
    const attempts: Submission[] = [];
    let next = this.#latest[this.#kycCodes.get(kycId) ?? 0] ?? 0;
    while (next !== 0 && attempts.length < mostAttempts) {
      const number = next - 1;
      if (this.isCurrent(number)) {
        attempts.push(this.at(number));
      }
      next = this.#blockOf(number).previousAt(placeOf(number));
    }
    return attempts;
  }

  /** The numbers of a block, or of its first places, without those that were replaced. */
  *numbersIn(block: number, count = this.#blocks[block]?.ids.length ?? 0): Generator<number> {
    for (let place = 0; place < count; place++) {
      const number = block * blockSize + place;
      if (this.isCurrent(number)) {
        yield number;
      }
    }
  }

  /** False for a number whose submission was replaced. */
  isCurrent(number: number): boolean {
    const block = this.#blockOf(number);
    const place = placeOf(number);
    return place < block.ids.length && !block.isReplaced(place);
  }

  #idOf(number: number): string | undefined {
    return this.#blocks[Math.floor(number / blockSize)]?.ids[placeOf(number)];
  }

  #kycCodeOf(kycId: string | undefined): number {
    if (kycId === undefined) {
      return 0;
    }
    const code = this.#kycCodes.numberOrAdd(kycId, this.#kycIds.length);
    if (code === this.#kycIds.length) {
      this.#kycIds.push(kycId);
      this.#latest.push(0);
    }
    return code;
  }

  #blockOf(number: number): Block {
    // Not a shift: a number may take more than 31 bits.
    const block = this.#blocks[Math.floor(number / blockSize)];
    if (block === undefined) {
      throw new Error('There is no submission of this number.');
    }
    return block;
  }
}

/** The place of a number in its block. */
function placeOf(number: number): number {
  return number & (blockSize - 1);
}
