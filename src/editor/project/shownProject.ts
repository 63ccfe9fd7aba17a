import * as vscode from 'vscode';
import type { Session } from '../../session/session.ts';
import type { Days, Project } from '../../session/state.ts';
import { demoProject } from '../../sources/demo.ts';
import type { FileProjects } from '../files/fileProjects.ts';
import type { Guard } from '../window/guard.ts';
import { withViewProgress } from '../window/viewProgress.ts';
import { readRest } from '../list/loading.ts';
import { tellProjectGone } from './noProject.ts';
import type { ProjectStore } from './projectStore.ts';

/** Which project this window shows. Remembers it, and follows when its key or name changes, here or in another window. */
export class ShownProject implements vscode.Disposable {
  readonly #store: ProjectStore;
  readonly #files: FileProjects;
  readonly #session: Session;
  readonly #changes: vscode.Disposable;

  constructor(store: ProjectStore, files: FileProjects, session: Session, guard: Guard) {
    this.#store = store;
    this.#files = files;
    this.#session = session;
    // Choose the last project at once, so that even the first command in a window finds it.
    if (this.#last !== undefined) {
      session.choose(this.#last);
    }
    this.#changes = vscode.Disposable.from(
      store.onDidChangeKey((id) => {
        void guard(async () => {
          await this.#retry(id);
        });
      }),
      store.onDidChangeList(() => {
        void guard(async () => {
          await this.#follow();
        });
      }),
    );
  }

  /** The project shown now. */
  get current(): Project | undefined {
    return this.#session.state.kind === 'idle' ? undefined : this.#session.state.project;
  }

  /** The project with this id, if VS Code still has it. */
  byId(id: string): Project | undefined {
    return id === demoProject.id
      ? demoProject
      : (this.#files.byId(id)?.project ?? this.#store.all().find((project) => project.id === id));
  }

  /**
   * Shows a project from its first page; undefined shows none. If the project was removed since it was chosen, says so
   * and leaves what is shown.
   */
  async open(project: Project | undefined, days?: Days): Promise<void> {
    const now = project && this.byId(project.id);
    if (project !== undefined && now === undefined) {
      tellProjectGone();
      return;
    }
    await this.#turnTo(now, days);
    await this.read();
  }

  /** Shows a project that nobody asked for here: it is read once somebody looks. */
  async leaveFor(project: Project | undefined): Promise<void> {
    await this.#turnTo(project);
    // Tell the new state: nothing else does, because nothing is read.
    await this.#session.arrange({});
  }

  /**
   * Reads the first page, or all of a file, unless that was done before. Waits for a first page that is being loaded.
   * To be called once somebody looks, because it asks the service.
   */
  async read(): Promise<void> {
    const { state } = this.#session;
    const isFirst = state.kind === 'loading' && state.loaded.pages.length === 0;
    if (isFirst || (state.kind !== 'idle' && state.unread)) {
      await withViewProgress(async () => {
        await this.#session.loadOlder();
      });
      await readRest(this.#session);
    }
  }

  /** The project that was shown last. */
  get #last(): Project | undefined {
    const { lastId } = this.#store;
    return (lastId === undefined ? undefined : this.byId(lastId)) ?? this.#store.all()[0];
  }

  /**
   * Does once more what failed. Waits first for what is being loaded, which may fail because of what has just been
   * mended, such as a key. What is loaded stays.
   */
  async tryAgain(): Promise<void> {
    const { kind } = this.#session.state;
    if (kind === 'failed' || kind === 'loading') {
      await withViewProgress(async () => {
        await this.#session.tryAgain();
      });
      await readRest(this.#session);
    }
  }

  dispose(): void {
    this.#changes.dispose();
  }

  async #turnTo(project: Project | undefined, days?: Days): Promise<void> {
    // Choose first, before anything is waited for: meanwhile the project shown before must not be asked.
    this.#session.choose(project, days);
    await this.#store.remember(project?.id);
  }

  async #retry(id: string): Promise<void> {
    if (this.current?.id === id && this.byId(id) !== undefined) {
      await this.tryAgain();
    }
  }

  /** Leaves a project that is gone, or takes its other name. Where none is shown, shows one that was added in another window. */
  async #follow(): Promise<void> {
    const { current } = this;
    const [first] = this.#store.all();
    const now = current && this.byId(current.id);
    if (current === undefined) {
      // The window in which it was added shows it by itself.
      if (first !== undefined && !vscode.window.state.focused) {
        await this.leaveFor(first);
      }
    } else if (now === undefined) {
      await this.leaveFor(first);
    } else if (now.name !== current.name) {
      this.#session.rename(now);
    }
  }
}
