import * as vscode from 'vscode';
import type { Session } from '../../session/session.ts';
import type { Days, Project } from '../../session/state.ts';
import { demoProject } from '../../sources/demo.ts';
import type { Guard } from '../window/guard.ts';
import { withViewProgress } from '../window/viewProgress.ts';
import type { ProjectStore } from './projectStore.ts';

/** Which project this window shows. Remembers it, and follows when its key or name changes, here or in another window. */
export class ShownProject implements vscode.Disposable {
  readonly #store: ProjectStore;
  readonly #session: Session;
  readonly #changes: vscode.Disposable;

  constructor(store: ProjectStore, session: Session, guard: Guard) {
    this.#store = store;
    this.#session = session;
    this.#changes = vscode.Disposable.from(
      store.onDidChangeKey((id) => {
        void guard(async () => {
          await this.#follow(id);
        });
      }),
      store.onDidRename(() => {
        const { current } = this;
        const project = current && this.byId(current.id);
        if (project !== undefined) {
          session.rename(project);
        }
      }),
    );
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

  /** Does once more what failed, if something did. What is loaded stays. */
  async tryAgain(): Promise<void> {
    if (this.#session.state.kind === 'failed') {
      await withViewProgress(async () => {
        await this.#session.tryAgain();
      });
    }
  }

  dispose(): void {
    this.#changes.dispose();
  }

  async #follow(id: string): Promise<void> {
    if (this.current === undefined) {
      // The window in which a project is added shows it by itself.
      const added = vscode.window.state.focused ? undefined : this.byId(id);
      if (added !== undefined) {
        await this.open(added);
      }
    } else if (this.current.id === id) {
      await (this.byId(id) === undefined ? this.open(this.#store.all()[0]) : this.tryAgain());
    }
  }
}
