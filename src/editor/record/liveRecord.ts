import { success, type Result } from '../../api/failure.ts';
import type { Records } from '../../session/records.ts';
import type { Project } from '../../session/state.ts';
import type { RecordTarget } from './targets.ts';
import type { Place, Submission } from '../../submissions/model/submission.ts';

/** What came of asking for a record; the value is undefined where the project has none of this id, or is gone. */
export type Answer = Result<Submission | undefined>;

/** Where a record comes from. */
export interface RecordSource {
  /** The project that is asked, as VS Code has it now. */
  readonly project: () => Project | undefined;
  readonly records: Pick<Records, 'known' | 'later' | 'find' | 'ask'>;
}

/**
 * A record that is open in a panel, in a document or in both: each shows the latest copy that any of them got, or that
 * the session has.
 */
export class LiveRecord {
  readonly target: RecordTarget;
  readonly #source: RecordSource;
  readonly #answered: (answer: Answer) => void;
  readonly #viewers = new Set<() => void>();
  readonly #abort = new AbortController();
  #answer: Answer | undefined;
  /** The project as it was when it was asked. Once it is another one, another answer may come. */
  #askedOf: Project | undefined;
  #reading: Promise<Answer> | undefined;
  /** Whether the reason for a failure may have gone while the answer was on its way. */
  #isOutdated = false;

  /** `answered` is called with each new answer. Unlike a viewer, it does not keep a read going. */
  constructor(target: RecordTarget, source: RecordSource, answered: (answer: Answer) => void = () => undefined) {
    this.target = target;
    this.#source = source;
    this.#answered = answered;
  }

  /**
   * The latest answer. Undefined before the first one, while a missing record is read again, and after a failure whose
   * reason may be gone.
   */
  get answer(): Answer | undefined {
    return this.#answer;
  }

  /** The latest copy, if any came. */
  get copy(): Submission | undefined {
    return this.#answer?.ok === true ? this.#answer.value : undefined;
  }

  /** Whether anything shows this record. */
  get isViewed(): boolean {
    return this.#viewers.size > 0;
  }

  /**
   * Calls back after each new answer, until the returned function is called. When the last viewer leaves, a read that
   * is running is cancelled.
   */
  view(changed: () => void): () => void {
    // One function may be given twice.
    const viewer = (): void => {
      changed();
    };
    this.#viewers.add(viewer);
    return () => {
      this.#viewers.delete(viewer);
      if (!this.isViewed) {
        this.#abort.abort();
      }
    };
  }

  /** The copy that the session has, else what the service answers. Joins a reading that goes on. */
  async read(): Promise<Answer> {
    if (this.copy === undefined) {
      this.#answer = undefined;
    }
    const { id, serviceProject } = this.target;
    const { signal } = this.#abort;
    return await this.#alone(async (project) => await this.#source.records.find(project, id, signal, serviceProject));
  }

  /**
   * Follows the session. Takes its copy where it has one. After `isReread`, asks the service for a record that the
   * session has no more. Where the project has changed, an earlier failure no longer counts.
   */
  async follow(isReread: boolean): Promise<void> {
    const project = this.#source.project();
    const latest = this.#latest(project);
    if (latest !== undefined) {
      this.#take(success(latest));
    } else if (isReread && project !== undefined && this.copy !== undefined && this.#known(project) === undefined) {
      const { id, serviceProject } = this.target;
      const { signal } = this.#abort;
      await this.#alone(async () => await this.#source.records.ask(project, id, signal, serviceProject));
    } else if (!isEqual(project, this.#askedOf)) {
      this.retry();
    }
  }

  /**
   * To be called when the reason for a missing record may be gone. Viewers then read the record again, and a read that
   * is running is repeated if it fails.
   */
  retry(): void {
    this.#isOutdated = true;
    if (this.#answer !== undefined && this.copy === undefined) {
      this.#answer = undefined;
      this.#tell();
    }
  }

  async #alone(ask: (project: Project) => Promise<Answer>): Promise<Answer> {
    this.#reading ??= this.#ask(ask).finally(() => {
      this.#reading = undefined;
    });
    return await this.#reading;
  }

  async #ask(ask: (project: Project) => Promise<Answer>): Promise<Answer> {
    for (;;) {
      this.#isOutdated = false;
      const project = this.#source.project();
      this.#askedOf = project;
      const answer = project === undefined ? success(undefined) : await ask(project);
      if (answer.ok || !this.#isOutdated) {
        return this.#take(answer);
      }
    }
  }

  /** The copy that the session has, if it came later than the one shown or none is shown yet. */
  #latest(project: Project | undefined): Submission | undefined {
    const { records } = this.#source;
    const { projectId, id } = this.target;
    return this.copy === undefined ? project && this.#known(project) : records.later(projectId, id, this.copy);
  }

  /** The copy that the session has; the one of the right project where an answer holds several projects. */
  #known(project: Project): Submission | undefined {
    const { id, serviceProject } = this.target;
    return this.#source.records.known(project, id, serviceProject);
  }

  /** Takes over an answer. A copy that is shown stays when the answer is a failure or the same copy. */
  #take(answer: Answer): Answer {
    const { copy } = this;
    const value = answer.ok ? answer.value : undefined;
    // A page that came while the service was asked may have brought a later copy.
    const latest = (value && this.#source.records.later(this.target.projectId, this.target.id, value)) ?? value;
    if (copy !== undefined && (!answer.ok || (latest !== undefined && isSamePlace(copy, latest)))) {
      return success(copy);
    }
    this.#answer = latest === undefined ? answer : success(latest);
    this.#tell();
    this.#answered(this.#answer);
    return this.#answer;
  }

  #tell(): void {
    for (const changed of this.#viewers) {
      changed();
    }
  }
}

/** Whether two places are one: records of the same answer, there at the same position. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.source === other.source && one.element === other.element && one.position === other.position;
}

/** Whether two projects agree in every field: another name or address may be what was missing. */
function isEqual(one: Project | undefined, other: Project | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
