import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { utf8 } from '../../json/bytes.ts';
import type { Project } from '../../session/state.ts';
import type { FileBytes } from '../../sources/file.ts';
import { digestText } from '../../submissions/privacy/sha256.ts';
import { bytesAt, bytesOfText } from './fileBytes.ts';

/** The state that keeps the addresses of files, and nothing else of them. */
const stateName = 'faceauth.files';
const mostKept = 20;

/** A file, or a text, as a read-only project. */
interface FileProject {
  readonly project: Project & { readonly file: string };
  readonly bytes: FileBytes;
  /** Undefined for a text, which is gone with the window. */
  readonly uri: vscode.Uri | undefined;
}

/** The files that were opened, the latest first. The address of a file is kept once something of it could be read. */
export class FileProjects {
  readonly #state: vscode.Memento;
  /** Opened in this window, by their ids. */
  readonly #opened = new Map<string, FileProject>();
  /** The ids of those of which something could be read. */
  readonly #read = new Set<string>();

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** All files of which something could be read, the latest first. */
  all(): readonly Project[] {
    const opened = [...this.#opened.values()]
      .map(({ project }) => project)
      .filter(({ id }) => this.#read.has(id))
      .toReversed();
    const kept = this.#kept().map((uri) => projectAt(uri).project);
    return [...opened, ...kept.filter(({ id }) => !opened.some((one) => one.id === id))];
  }

  /** The file with this id. */
  byId(id: string): FileProject | undefined {
    const kept = id.startsWith('file-') ? this.#kept() : [];
    return this.#opened.get(id) ?? kept.map(projectAt).find(({ project }) => project.id === id);
  }

  /** A file as a project, whether it can be read or not. */
  open(uri: vscode.Uri): Project {
    return this.#add(projectAt(uri));
  }

  /** A text as a project, for as long as the window is open. */
  openText(text: string, name: string, file: string): Project {
    const project = { id: idOf('text', name + text.slice(0, mostHashed)), name, file };
    return this.#add({ project, bytes: bytesOfText(text, name), uri: undefined });
  }

  /** Keeps the address of a file for the next window, once something of the file could be read. */
  async keep(id: string): Promise<void> {
    this.#read.add(id);
    const uri = this.#opened.get(id)?.uri;
    if (uri !== undefined) {
      const others = this.#kept().filter((one) => one.toString() !== uri.toString());
      await this.#write([uri, ...others].slice(0, mostKept));
    }
  }

  /** Forgets a file; the file itself stays. */
  async forget(id: string): Promise<void> {
    this.#opened.delete(id);
    this.#read.delete(id);
    await this.#write(this.#kept().filter((uri) => projectAt(uri).project.id !== id));
  }

  /** Forgets all files. */
  async forgetAll(): Promise<void> {
    this.#opened.clear();
    this.#read.clear();
    await this.#write([]);
  }

  #add(file: FileProject): Project {
    const { id } = file.project;
    this.#opened.delete(id);
    this.#opened.set(id, file);
    return file.project;
  }

  #kept(): readonly vscode.Uri[] {
    const kept = z.array(z.string()).safeParse(this.#state.get(stateName));
    return kept.success ? kept.data.map((text) => vscode.Uri.parse(text)) : [];
  }

  async #write(uris: readonly vscode.Uri[]): Promise<void> {
    await this.#state.update(stateName, uris.length === 0 ? undefined : uris.map(String));
  }
}

/** How many characters of a text its id is made from: hashing the whole text could take long. */
const mostHashed = 10_000;

/** A file as a project. Its id is the same in every window, because the addresses of its documents hold the id. */
function projectAt(uri: vscode.Uri): FileProject {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1) || uri.toString();
  const file = uri.scheme === 'file' ? vscode.workspace.asRelativePath(uri) : uri.toString(true);
  return { project: { id: idOf('file', uri.toString()), name, file }, bytes: bytesAt(uri, name), uri };
}

function idOf(kind: 'file' | 'text', text: string): string {
  const words = digestText(utf8(text)).split(',').slice(0, 3);
  return `${kind}-${words.map((word) => (Number(word) >>> 0).toString(16)).join('')}`;
}
