import { newestFirst } from '../submissions/groups.ts';
import type { Submission } from '../submissions/submission.ts';

/** The submissions that were looked up in this session, the latest first. */
export class LookedUp {
  #all: readonly Submission[] = [];
  /** Also those that were not found: an answer may name them. */
  readonly #asked = new Set<string>();

  /** All of them; another list after every change. */
  get all(): readonly Submission[] {
    return this.#all;
  }

  /** Remembers that an id was asked for. */
  note(id: string): void {
    this.#asked.add(id);
  }

  /** Puts one first. */
  add(submission: Submission): void {
    this.#all = [submission, ...this.#all.filter(({ id }) => id !== submission.id)];
  }

  /** Forgets all. */
  clear(): void {
    this.#all = [];
  }

  /** Takes later copies where there are any: a record may have been deleted since. */
  update(find: (id: string) => Submission | undefined): void {
    const later = this.#all.map((submission) => find(submission.id));
    if (later.some((copy) => copy !== undefined)) {
      this.#all = this.#all.map((submission, index) => later[index] ?? submission);
    }
  }

  /** The one with this id. */
  find(id: string): Submission | undefined {
    return this.#all.find((submission) => submission.id === id);
  }

  /** Whether a text is the id of one of them or of its KYC submission, or was asked for. */
  isId(text: string): boolean {
    return this.#asked.has(text) || this.#all.some(({ id, kycId }) => id === text || kycId === text);
  }

  /** These attempts of a KYC submission and those that were looked up, each once, newest first. */
  attemptsWith(loaded: readonly Submission[], kycId: string): readonly Submission[] {
    const ids = new Set(loaded.map(({ id }) => id));
    return newestFirst([...loaded, ...this.#all.filter((one) => one.kycId === kycId && !ids.has(one.id))]);
  }
}
