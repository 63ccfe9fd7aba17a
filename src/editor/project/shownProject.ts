import * as vscode from 'vscode';
import type { Session } from '../../session/session.ts';
import type { Days, Project } from '../../session/state.ts';
import { demoProject } from '../../sources/demo.ts';
import type { Guard } from '../window/guard.ts';
import type { ProjectStore } from './projectStore.ts';
import { withViewProgress } from '../window/viewProgress.ts';

/** Which project this window shows. Remembers it, and follows when another window changes a key. */
export class ShownProject implements vscode.Disposable {
  readonly #store: ProjectStore;
  readonly #session: Session;
  readonly #keyChanges: vscode.Disposable;

  constructor(store: ProjectStore, session: Session, guard: Guard) {
    this.#store = store;
    this.#session = session;
    this.#keyChanges = store.onDidChangeKey((id) => {
      // The window that changed the key acts by itself.
      if (!vscode.window.state.focused) {
        void guard(async () => {
          await this.#follow(id);
        });
      }
    });
  }

  /** The project shown now. */
  get current(): Project | undefined {
    return this.#session.state.kind === 'idle' ? undefined : this.#session.state.project;
  }

  /** The project with this id, if VS Code still has it. */
  byId(id: string): Project | undefined {
    return id === demoProject.id ? demoProject : this.#store.all().find((project) => project.id === id);
  }

  /** Shows a project from its first page, or none. */
  async open(project: Project | undefined, days?: Days): Promise<void> {
    await this.#store.remember(project?.id);
    await withViewProgress(async () => {
      await this.#session.open(project, days);
    });
  }

  /** Shows the project that was shown last. */
  async openLast(): Promise<void> {
    const { lastId } = this.#store;
    const last = lastId === undefined ? undefined : this.byId(lastId);
    await this.open(last ?? this.#store.all()[0]);
  }

  /** Shows the same once more, from its first page. */
  async reopen(): Promise<void> {
    const { state } = this.#session;
    if (state.kind !== 'idle') {
      await this.open(state.project, state.days);
    }
  }

  dispose(): void {
    this.#keyChanges.dispose();
  }

  async #follow(id: string): Promise<void> {
    if (this.current?.id === id && this.byId(id) !== undefined) {
      await this.reopen();
    } else if (this.current === undefined || this.current.id === id) {
      await this.open(this.byId(id) ?? this.#store.all()[0]);
    }
  }
}
