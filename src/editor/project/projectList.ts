import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import { utf8 } from '../../json/bytes.ts';
import type { Project } from '../../session/state.ts';
import { digestText } from '../../submissions/privacy/sha256.ts';
import type { Guard } from '../window/guard.ts';

/** A project as it is kept. */
export interface KeptProject extends Project {
  /** Absent until the base URL in force can be used; see `ProjectList.adopt`. */
  readonly address?: string | undefined;
  /** A hash of what the service calls the project; enough to see that a key belongs to another one. */
  readonly serviceHash?: string | undefined;
}

/** A change of the list. Making it once more must change nothing. */
export type Edit = (projects: readonly KeptProject[]) => readonly KeptProject[];

const listName = 'faceauth.projectList';
/** The list of version 0.1.0, whose projects had no address of their own. */
const olderName = 'faceauth.projects';

/**
 * The marks of removed projects. A window that has not heard of a removal must not write the project back. No id comes
 * twice, so a mark may stay for ever.
 */
const removedName = 'faceauth.removedProjects';
const mostRemoved = 100;

const project = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  serviceHash: z.optional(z.string()),
});
const olderProject = z.object({ id: z.string(), name: z.string() });

/** After a change was written: the pauses before each look whether it is still there, in ms. */
const usualPauses = [300, 1000, 3000];

/**
 * The projects, in VS Code's own state. Each window has a copy of that state, writes the whole of it, and hears a
 * moment later what another window wrote. So of two changes at the same time, the later silently overwrites the
 * earlier. Therefore a change is remembered for a few seconds, and made again where it was lost. A window that closes
 * within these seconds can still lose its change.
 */
export class ProjectList implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #guard: Guard;
  readonly #pauses: readonly number[];
  readonly #edits = new Set<Edit>();
  /** The marks of what was removed in this window. */
  readonly #removed = new Set<string>();
  #adopted: Promise<void> = Promise.resolve();
  #disposed = false;

  constructor(state: vscode.Memento, guard: Guard, pauses: readonly number[] = usualPauses) {
    this.#state = state;
    this.#guard = guard;
    this.#pauses = pauses;
  }

  /** All projects, in the order in which they were added. */
  all(): readonly KeptProject[] {
    const list = this.#edited();
    return [...list, ...this.#olderThan(list)];
  }

  /** Resolves when the projects of version 0.1.0 have got their address; no key may be sent earlier. */
  get adopted(): Promise<void> {
    return this.#adopted;
  }

  /** Makes a change. */
  async change(edit: Edit): Promise<void> {
    this.#edits.add(edit);
    await this.#write();
    void this.#guard(async () => {
      for (const pause of this.#pauses) {
        await new Promise((resolve) => {
          setTimeout(resolve, pause);
        });
        if (this.#disposed) {
          return;
        }
        await this.#write();
      }
      this.#edits.delete(edit);
    });
  }

  /** Removes a project, also one of version 0.1.0. */
  async remove(id: string): Promise<void> {
    this.#removed.add(markOf(id));
    await this.change((projects) => projects);
  }

  /** Gives projects of version 0.1.0 the address to which their keys were sent until now; from then on it is theirs. */
  async adopt(address: string): Promise<void> {
    this.#adopted = this.#adopt(address);
    await this.#adopted;
  }

  dispose(): void {
    this.#disposed = true;
  }

  async #adopt(address: string): Promise<void> {
    const older = this.#olderThan(this.#edited());
    if (older.length > 0) {
      await this.change((projects) => [
        ...projects,
        ...older.filter(({ id }) => projects.every((one) => one.id !== id)).map((one) => ({ ...one, address })),
      ]);
    }
    if (this.#state.get(olderName) !== undefined) {
      await this.#state.update(olderName, undefined);
    }
  }

  #edited(): readonly KeptProject[] {
    const projects = [...this.#edits].reduce((list, edit) => edit(list), this.#kept());
    return this.#without(projects);
  }

  #kept(): readonly KeptProject[] {
    return readEach(project, this.#state.get(listName));
  }

  #olderThan(list: readonly KeptProject[]): readonly KeptProject[] {
    const older = readEach(olderProject, this.#state.get(olderName));
    return this.#without(older.filter(({ id }) => list.every((one) => one.id !== id)));
  }

  #without(projects: readonly KeptProject[]): readonly KeptProject[] {
    const removed = this.#allRemoved();
    return projects.filter(({ id }) => !removed.has(markOf(id)));
  }

  #allRemoved(): ReadonlySet<string> {
    const kept = readEach(z.string(), this.#state.get(removedName));
    return new Set([...kept.map((one) => (mark.test(one) ? one : markOf(one))), ...this.#removed]);
  }

  async #write(): Promise<void> {
    const wanted = this.#edited();
    await this.#update(removedName, [...this.#allRemoved()].slice(-mostRemoved));
    await this.#update(listName, wanted);
  }

  async #update(name: string, wanted: readonly unknown[]): Promise<void> {
    if (JSON.stringify(wanted) !== JSON.stringify(this.#state.get(name, []))) {
      await this.#state.update(name, wanted);
    }
  }
}

/** The form of a mark from `markOf`. Any other entry is an id, which was kept before there were marks. */
const mark = /^-?\d+(,-?\d+){7}$/;

/**
 * A hash by which the id of a removed project is recognised. The id itself is not kept, because it has the name of the
 * project in it.
 */
function markOf(id: string): string {
  return digestText(utf8(id));
}

/** The entries of a list that can be read. An entry that cannot is skipped. */
function readEach<T>(schema: z.ZodMiniType<T>, list: unknown): readonly T[] {
  const entries: readonly unknown[] = Array.isArray(list) ? list : [];
  return entries.flatMap((entry) => {
    const read = schema.safeParse(entry);
    return read.success ? [read.data] : [];
  });
}
