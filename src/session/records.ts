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
  /** Called when what was looked up has changed, and after each answer, because an open submission may have changed. */
  readonly changed: () => void;
}

/** Single submissions: those that are loaded, those that were looked up, and any other by asking the service. */
export class Records {
  readonly #options: RecordsOptions;
  /** The submissions looked up in the project shown, the latest first. If one is loaded too, the loaded copy counts. */
  #found: readonly Submission[] = [];
  /** The ids of `of`, a list of looked-up submissions. A set, because every word of a document may be asked about. */
  #foundIds: { readonly of: readonly Submission[]; readonly ids: ReadonlySet<string> } = { of: [], ids: new Set() };
  /** All ids that were ever asked for or found, also of KYC submissions: an answer may name them. */
  readonly #ids = new Set<string>();
  readonly #earlier = new EarlierIds();
  /** The last answer for each submission that was asked for, of whatever project, by `answerKey`. */
  readonly #answers = new Map<string, Submission>();

  constructor(options: RecordsOptions) {
    this.#options = options;
  }

  /** The looked-up submissions, the latest first. A loaded copy takes their place, because later answers go there. */
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

  /** Makes the test whether a submission is loaded or was looked up, fast for any number of them. For use at once. */
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
   * The submission with this id if it is loaded or was looked up. Where the service names several projects,
   * `serviceProject` selects one of them by the service's own id; without it, any counts.
   */
  known(project: Project, id: string, serviceProject?: string): Submission | undefined {
    const known = this.#listed(project.id, id, serviceProject);
    return known && (this.later(project.id, id, known) ?? known);
  }

  /**
   * The copy of a submission that should replace an earlier one; undefined while the shown copy is the latest. For any
   * project. To be called for every state, because each later copy comes with a new state.
   */
  later(projectId: string, id: string, shown: Place): Submission | undefined {
    const serviceProject = serviceProjectOf(shown);
    const copies = [this.#listed(projectId, id, serviceProject), this.#answers.get(answerKey(projectId, id))];
    return copies
      .filter((one) => one !== undefined && one.source.order > shown.source.order && mayBeOf(one, serviceProject))
      .toSorted((one, other) => (other?.source.order ?? 0) - (one?.source.order ?? 0))[0];
  }

  /** Whether a text is the id of a submission or a KYC submission that is or was loaded, looked up or asked for. */
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

  /** Asks the service for the submission with this id, as it is now. Loaded and looked-up copies are updated too. */
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
      this.#renew(id, submission, serviceProject ?? (submission && serviceProjectOf(submission)));
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

  /** Puts a submission of the project shown at the top of the looked-up list. */
  showLookedUp(project: Project, submission: Submission): void {
    if (this.#walkOf(project.id) !== undefined) {
      const { id } = submission;
      const serviceProject = serviceProjectOf(submission);
      this.#found = [submission, ...this.#found.filter((one) => one.id !== id || !mayBeOf(one, serviceProject))];
      this.#ids.add(id).add(submission.kycId ?? id);
      this.#options.changed();
    }
  }

  /** Moves a looked-up submission's current copy to the top of the list; nothing if it is no longer listed. */
  showFirst(project: Project, id: string): void {
    const now = this.#found.find((one) => one.id === id);
    if (now !== undefined) {
      this.showLookedUp(project, now);
    }
  }

  /** Asks again for the looked-up submissions that are not loaded, because they may have been deleted too. */
  async askAgain({ opening, collection }: Walk, signal: AbortSignal): Promise<void> {
    const ask = this.#options.connect(opening.project, {});
    for (const one of this.#found.filter((each) => collection.copyOf(each) === undefined)) {
      const serviceProject = serviceProjectOf(one);
      const now = await findOne(ask, one.id, signal, serviceProject);
      if (!now.ok || signal.aborted) {
        return;
      }
      this.#renew(one.id, now.value?.submission, serviceProject);
    }
  }

  /** Drops what was loaded, except for looked-up submissions and the ids, which open documents may still name. */
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

  /** Replaces the looked-up copy with what the service has now, or takes it off the list if the service has none. */
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
