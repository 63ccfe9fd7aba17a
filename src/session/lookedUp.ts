import type { Submission } from '../submissions/model/submission.ts';

/** The submissions that were looked up in this session, the latest first. */
export class LookedUp {
  #all: readonly Submission[] = [];
  /** Of all that was ever asked for or found, and of its KYC submissions: an answer may name them. */
  readonly #ids = new Set<string>();

  /** All of them; another list after every change. */
  get all(): readonly Submission[] {
    return this.#all;
  }

  /** Remembers that an id was asked for. */
  note(id: string): void {
    this.#ids.add(id);
  }

  /** Puts one first. */
  add(submission: Submission): void {
    this.#all = [submission, ...this.#all.filter(({ id }) => id !== submission.id)];
    this.#ids.add(submission.id).add(submission.kycId ?? submission.id);
  }

  /** Takes all of them off the list. */
  clear(): void {
    this.#all = [];
  }

  /** Takes later copies where there are any: a record may have been deleted since. */
  update(find: (id: string) => Submission | undefined): void {
    this.#all = this.#all.map((submission) => find(submission.id) ?? submission);
  }

  /**
   * Puts what the service has now in the place of an earlier copy, or takes that off the list when there is none any
   * more; false when there was no copy.
   */
  renew(id: string, now: Submission | undefined): boolean {
    const before = this.find(id);
    this.#all = this.#all.flatMap((one) => (one === before ? (now ?? []) : one));
    return before !== undefined;
  }

  /** The one with this id. */
  find(id: string): Submission | undefined {
    return this.#all.find((submission) => submission.id === id);
  }

  /** Whether a text is the id of one that was asked for or found, or of its KYC submission; also after all were forgotten. */
  isId(text: string): boolean {
    return this.#ids.has(text);
  }
}
