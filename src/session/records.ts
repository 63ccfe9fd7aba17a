import { success, type Result } from '../api/failure.ts';
import type { Connect } from '../sources/connect.ts';
import { newestFirst } from '../submissions/model/groups.ts';
import { mayBeOf, serviceProjectOf, type Place, type Submission } from '../submissions/model/submission.ts';
import { EarlierIds } from './earlierIds.ts';
import { findOne } from './findOne.ts';
import type { Project } from './state.ts';
import type { Walk } from './walk.ts';

/** Where single records come from. */
export interface RecordsOptions {
  readonly connect: Connect;
  /** The walk that is shown, if any is, and one that is about to take its place. */
  readonly walks: () => readonly Walk[];
  /** Told when the list of what was looked up is another one. */
  readonly changed: () => void;
}

/** Single submissions: those that are loaded, those that were looked up, and any other by asking the service. */
export class Records {
  readonly #options: RecordsOptions;
  /** What was looked up in the project shown, the latest first. Of what is loaded the loaded copy counts. */
  #found: readonly Submission[] = [];
  /** The ids of a list of what was looked up: every word of a document may be asked about. */
  #foundIds: { readonly of: readonly Submission[]; readonly ids: ReadonlySet<string> } = { of: [], ids: new Set() };
  /** All ids that were ever asked for or found, also of KYC submissions: an answer may name them. */
  readonly #ids = new Set<string>();
  readonly #earlier = new EarlierIds();
  /** The last answer for each submission that was asked for, of whatever project, by `answerKey`. */
  readonly #answers = new Map<string, Submission>();

  constructor(options: RecordsOptions) {
    this.#options = options;
  }

  /** What was looked up, the latest first; of what is loaded the loaded copy, since later answers are taken in there. */
  lookedUp({ collection }: Walk): readonly Submission[] {
    return this.#found.map((one) => collection.copyOf(one) ?? one);
  }

  /** What was looked up in a project, the latest first; nothing in one that is not shown. */
  lookedUpIn(projectId: string): readonly Submission[] {
    const walk = this.#walkOf(projectId);
    return walk === undefined ? [] : this.lookedUp(walk);
  }

  /** The submission with this id when it is loaded. */
  loaded(project: Project, id: string): Submission | undefined {
    return this.#walkOf(project.id)?.collection.find(id);
  }

  /** Tells whether a submission with an id is loaded or was looked up; as quickly however many there are. For use at once. */
  knownOf(projectId: string): (id: string) => boolean {
    const walk = this.#walkOf(projectId);
    if (walk === undefined) {
      return () => false;
    }
    if (this.#foundIds.of !== this.#found) {
      this.#foundIds = { of: this.#found, ids: new Set(this.#found.map(({ id }) => id)) };
    }
    const { collection } = walk;
    const { ids } = this.#foundIds;
    return (id) => collection.has(id) || ids.has(id);
  }

  /**
   * The submission with this id when it is loaded or was looked up; where the service tells several projects apart, that
   * of the one with this id of its own, or of any.
   */
  known(project: Project, id: string, serviceProject?: string): Submission | undefined {
    const known = this.#listed(project.id, id, serviceProject);
    return known && (this.later(project.id, id, known) ?? known);
  }

  /**
   * The copy of a submission to show in the place of an earlier one, of whatever project; undefined while the one shown
   * is the latest that came. To be compared with every state: whatever comes later is told by another one.
   */
  later(projectId: string, id: string, shown: Place): Submission | undefined {
    const serviceProject = serviceProjectOf(shown);
    const copies = [this.#listed(projectId, id, serviceProject), this.#answers.get(answerKey(projectId, id))];
    return copies
      .filter((one) => one !== undefined && one.source.order > shown.source.order && mayBeOf(one, serviceProject))
      .toSorted((one, other) => (other?.source.order ?? 0) - (one?.source.order ?? 0))[0];
  }

  /** Whether a text is an id that is loaded or was, that was looked up or asked for: of a submission or a KYC submission. */
  isId(text: string): boolean {
    const isLoaded = this.#options.walks().some(({ collection }) => collection.loaded.store.isId(text));
    return isLoaded || this.#ids.has(text) || this.#earlier.has(text);
  }

  /**
   * The submission with this id, as `known` tells which: a known one at once, else the service is asked. Undefined: the
   * project has none.
   */
  async find(
    project: Project,
    id: string,
    signal: AbortSignal,
    serviceProject?: string,
  ): Promise<Result<Submission | undefined>> {
    const known = this.known(project, id, serviceProject);
    return known === undefined ? await this.ask(project, id, signal, serviceProject) : success(known);
  }

  /** The submission with this id as the service has it now. What is loaded and what was looked up before follow. */
  async ask(
    project: Project,
    id: string,
    signal: AbortSignal,
    serviceProject?: string,
  ): Promise<Result<Submission | undefined>> {
    this.#ids.add(id);
    const walk = project.file === undefined ? undefined : this.#walkOf(project.id);
    const key = walk?.collection.loaded.store.keyOf(id, serviceProject) ?? id;
    if (walk !== undefined && (walk.collection.has(key) || walk.isAll)) {
      // What was read of a file stays as it is; to look through it again could take seconds.
      return success(walk.collection.find(key));
    }
    const found = await findOne(this.#options.connect(project, {}), id, signal, serviceProject);
    if (!found.ok) {
      return found;
    }
    const { page, submission } = found.value ?? {};
    this.#keepAnswer(answerKey(project.id, id), submission);
    if (this.#walkOf(project.id) !== undefined) {
      this.#renew(id, submission, serviceProject);
      for (const { collection } of this.#options.walks()) {
        if (page !== undefined && collection.has(id)) {
          await collection.addNewer(page);
        }
      }
    }
    // Also where no list has changed: the submission may be open.
    this.#options.changed();
    return success(submission);
  }

  /** The attempts of a KYC submission that are loaded or were looked up, newest first. */
  attempts(projectId: string, kycId: string | undefined): readonly Submission[] {
    const walk = this.#walkOf(projectId);
    if (walk === undefined || kycId === undefined) {
      return [];
    }
    const others = this.#found.filter((one) => one.kycId === kycId && walk.collection.copyOf(one) === undefined);
    return newestFirst([...walk.collection.attempts(kycId), ...others]);
  }

  /** Puts a submission of the project shown first among those looked up. */
  showLookedUp(project: Project, submission: Submission): void {
    if (this.#walkOf(project.id) !== undefined) {
      this.#found = [submission, ...this.#found.filter(({ id }) => id !== submission.id)];
      this.#ids.add(submission.id).add(submission.kycId ?? submission.id);
      this.#options.changed();
    }
  }

  /** Puts what was looked up in the project shown first again, as it is now; nothing where it is no longer on the list. */
  showFirst(project: Project, id: string): void {
    const now = this.#found.find((one) => one.id === id);
    if (now !== undefined) {
      this.showLookedUp(project, now);
    }
  }

  /** Asks again for what was looked up and is in no list: it may have been deleted, too. */
  async askAgain({ opening, collection }: Walk, signal: AbortSignal): Promise<void> {
    const ask = this.#options.connect(opening.project, {});
    for (const { id } of this.#found.filter((one) => collection.copyOf(one) === undefined)) {
      const now = await findOne(ask, id, signal);
      if (!now.ok || signal.aborted) {
        return;
      }
      this.#renew(id, now.value?.submission);
    }
  }

  /** Lets go of what was loaded, but for what was looked up, and the ids: what is open may still name them. */
  leave(walk: Walk): void {
    this.#found = this.lookedUp(walk);
    void this.#earlier.take(walk.collection.loaded.store);
  }

  /** Lets go of what was looked up in the project that was shown. */
  leaveProject(): void {
    this.#found = [];
  }

  /** Takes what was looked up under these ids off the list. */
  forget(ids: readonly string[]): void {
    this.#found = this.#found.filter(({ id }) => !ids.includes(id));
    this.#options.changed();
  }

  /** Takes all that was looked up off the list. */
  forgetAll(): void {
    this.#found = [];
    this.#options.changed();
  }

  /** What stands in the list or was looked up, if the project is the one shown. */
  #listed(projectId: string, id: string, serviceProject?: string): Submission | undefined {
    const collection = this.#walkOf(projectId)?.collection;
    const key = collection?.loaded.store.keyOf(id, serviceProject);
    const isIt = (one: Submission): boolean => one.id === id && mayBeOf(one, serviceProject);
    return key === undefined ? undefined : (collection?.find(key) ?? this.#found.find(isIt));
  }

  #keepAnswer(key: string, submission: Submission | undefined): void {
    this.#answers.delete(key);
    if (submission !== undefined) {
      this.#answers.set(key, submission);
    }
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > mostAnswers && oldest !== undefined) {
      this.#answers.delete(oldest);
    }
  }

  /** Puts what the service has now in the place of an earlier copy, or takes that off the list where there is none. */
  #renew(id: string, now: Submission | undefined, serviceProject?: string): void {
    const isIt = (one: Submission): boolean => one.id === id && mayBeOf(one, serviceProject);
    this.#found = this.#found.flatMap((one) => (isIt(one) ? (now ?? []) : one));
  }

  #walkOf(projectId: string): Walk | undefined {
    const [walk] = this.#options.walks();
    return walk?.opening.project.id === projectId ? walk : undefined;
  }
}

/** More records than these are hardly open at once. */
const mostAnswers = 500;

function answerKey(projectId: string, id: string): string {
  return JSON.stringify([projectId, id]);
}
