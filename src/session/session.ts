import type { Ask } from '../api/client.ts';
import { failed, success, type Failure, type Result } from '../api/failure.ts';
import { readPage } from '../api/page.ts';
import type { Wait } from '../api/retry.ts';
import type { TimeZone } from '../submissions/days.ts';
import { newestFirst } from '../submissions/groups.ts';
import { createReader, type Submission } from '../submissions/submission.ts';
import { Run } from './run.ts';
import type { Days, Project, Shown, State } from './state.ts';

/** What a session needs from outside. */
export interface SessionOptions {
  /** How to ask a project's service; called for every request, so that a replaced key counts at once. */
  readonly connect: (project: Project, onWait: (wait: Wait) => void) => Promise<Result<Ask>>;
  readonly pageSize: () => number;
  readonly zone: () => TimeZone;
  readonly changed: (state: State) => void;
}

/** How many pages one gesture may load by itself. */
export const pagesAtATime = 5;

/** Holds what is loaded and is the only place that loads. One request runs at a time; the newest project or filter wins. */
export class Session {
  readonly #options: SessionOptions;
  readonly #read = createReader();
  #state: State = { kind: 'idle' };
  #run: Run | undefined;
  #loading: Promise<void> | undefined;
  #last: ((run: Run) => Promise<void>) | undefined;
  #lookedUp: readonly Submission[] = [];

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** What the views show now. */
  get state(): State {
    return this.#state;
  }

  /** Shows a project from its first page, or nothing at all. Ends whatever was being loaded. */
  async open(project: Project | undefined, days?: Days): Promise<void> {
    this.#run?.abort.abort();
    this.#loading = undefined;
    if (project?.id !== this.#run?.project.id) {
      this.#lookedUp = [];
    }
    if (project === undefined) {
      this.#run = undefined;
      this.#publish({ kind: 'idle' });
      return;
    }
    this.#run = this.#start(project, days);
    await this.loadOlder();
  }

  /** Does once more what failed last: the next page, or reading all again. */
  async tryAgain(): Promise<void> {
    const { kind } = this.#state.kind === 'failed' ? this.#state.failure : this.#state;
    // A walk that went in circles is over: only another one can do better.
    await (kind === 'endless' || this.#last === undefined ? this.refresh() : this.#alone(this.#last));
  }

  /** Loads the next page. While one is being loaded, joins it. */
  async loadOlder(): Promise<void> {
    await this.#alone(async (run) => {
      this.#show(run, await run.readPage());
    });
  }

  /** Loads pages until the group of this status gained a submission, at most five. */
  async loadOlderOf(status: string): Promise<void> {
    await this.#alone(async (run) => {
      const count = (): number => run.collection.loaded.groups.groups.get(status)?.count ?? 0;
      const before = count();
      let failure: Failure | undefined;
      for (let page = 0; page < pagesAtATime && failure === undefined && run.collection.loaded.more; page++) {
        failure = await run.readPage();
        if (count() > before) {
          break;
        }
      }
      this.#show(run, failure);
    });
  }

  /** Reads again what is loaded, and shows it once all of it has come; a failure leaves everything as it was. */
  async refresh(): Promise<void> {
    await this.#alone(async (run) => {
      const pages = Math.min(run.collection.loaded.pages.length, 2 * pagesAtATime);
      const fresh = this.#start(run.project, run.days, run.abort);
      let failure: Failure | undefined;
      do {
        failure = await fresh.readPage();
      } while (failure === undefined && fresh.collection.loaded.pages.length < pages && fresh.collection.loaded.more);
      if (this.#run === run && failure === undefined) {
        // The time zone may have changed meanwhile.
        fresh.collection.regroup(this.#options.zone());
        this.#run = fresh;
        this.#show(fresh);
      } else {
        this.#show(run, failure);
      }
    });
  }

  /** The submission with this id when it is loaded or was looked up. */
  known(project: Project, id: string): Submission | undefined {
    return this.#run?.project.id === project.id
      ? (this.#run.collection.find(id) ?? this.#lookedUp.find((submission) => submission.id === id))
      : undefined;
  }

  /** The submission with this id: the loaded one at once, else the service is asked. Undefined: the project has none. */
  async find(project: Project, id: string, signal: AbortSignal): Promise<Result<Submission | undefined>> {
    const known = this.known(project, id);
    if (known !== undefined) {
      return success(known);
    }
    const ask = await this.#options.connect(project, () => undefined);
    const answer = ask.ok ? await ask.value({ authId: id, count: 1 }, signal) : ask;
    if (!answer.ok) {
      return answer;
    }
    const page = readPage(answer.value);
    if (!page.ok) {
      return page;
    }
    const { records, broken, bytes } = page.value;
    if (records.length === 0 && broken[0] !== undefined) {
      // The record is there but cannot be read: that is not the same as no record.
      const { contentType } = answer.value;
      const where = broken[0].problem;
      return failed({ kind: 'unexpected', cause: 'wrongShape', where, bytes: bytes.byteLength, contentType });
    }
    return success(
      records
        .map(({ record, path }) => this.#read(record, { source: { bytes }, path }))
        .find((submission) => submission.id === id),
    );
  }

  /** The attempts of a KYC submission that are loaded or were looked up, newest first. */
  attempts(projectId: string, kycId: string | undefined): readonly Submission[] {
    if (kycId === undefined || this.#run?.project.id !== projectId) {
      return [];
    }
    const loaded = this.#run.collection.attempts(kycId);
    const ids = new Set(loaded.map(({ id }) => id));
    return newestFirst([...loaded, ...this.#lookedUp.filter((one) => one.kycId === kycId && !ids.has(one.id))]);
  }

  /** Puts a submission of the project shown first among those looked up. */
  showLookedUp(project: Project, submission: Submission): void {
    if (this.#run?.project.id !== project.id) {
      return;
    }
    this.#lookedUp = [submission, ...this.#lookedUp.filter(({ id }) => id !== submission.id)];
    this.#republish();
  }

  /** Sorts what is loaded into days again, after the time zone changed. */
  regroup(): void {
    this.#run?.collection.regroup(this.#options.zone());
    this.#republish();
  }

  #start(project: Project, days: Days | undefined, abort = new AbortController()): Run {
    const { connect, pageSize, zone } = this.#options;
    const ask: Ask = async (query, signal) => {
      const connected = await connect(project, (wait) => {
        this.#showWait(wait, signal);
      });
      return connected.ok ? await connected.value(query, signal) : connected;
    };
    return new Run({ project, days, pageSize: pageSize(), zone: zone(), ask, abort });
  }

  /** One thing at a time: whoever asks while something is being loaded waits for that instead. */
  async #alone(load: (run: Run) => Promise<void>): Promise<void> {
    const run = this.#run;
    if (run === undefined) {
      return;
    }
    this.#loading ??= (async () => {
      this.#last = load;
      this.#publish({ kind: 'loading', ...this.#shown(run) });
      try {
        await load(run);
      } finally {
        if (this.#run?.abort === run.abort) {
          this.#loading = undefined;
          if (this.#state.kind === 'loading') {
            this.#show(this.#run);
          }
        }
      }
    })();
    await this.#loading;
  }

  #show(run: Run, failure?: Failure): void {
    if (this.#run === run) {
      this.#publish(
        failure === undefined
          ? { kind: 'ready', ...this.#shown(run) }
          : { kind: 'failed', failure, ...this.#shown(run) },
      );
    }
  }

  #showWait(wait: Wait, signal: AbortSignal): void {
    if (this.#state.kind === 'loading' && this.#run?.abort.signal === signal) {
      this.#publish({ ...this.#state, wait });
    }
  }

  #shown({ project, days, collection }: Run): Shown {
    return { project, days, loaded: collection.loaded, lookedUp: this.#lookedUp };
  }

  #republish(): void {
    if (this.#run !== undefined && this.#state.kind !== 'idle') {
      this.#publish({ ...this.#state, ...this.#shown(this.#run) });
    }
  }

  #publish(state: State): void {
    this.#state = state;
    this.#options.changed(state);
  }
}
