import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { explain } from '../api/explain.ts';
import { pathText } from '../api/page.ts';
import type { Session } from '../session/session.ts';
import { longestId } from '../submissions/idInText.ts';
import { recordText } from '../submissions/recordText.ts';
import type { Place, Submission } from '../submissions/submission.ts';
import type { ShownProject } from './shownProject.ts';
import { scheme } from './submissionFiles.ts';

/**
 * The JSON documents. `faceauth:/<project>/<authId>.json` says all that is needed to fetch it again;
 * `faceauth:/<project>/loaded/<number>/<path>.json` is a record without a usable id, there while it is loaded.
 */
export class Documents implements vscode.Disposable {
  readonly #session: Session;
  readonly #shown: ShownProject;
  readonly #closing: vscode.Disposable;
  readonly #places: Place[] = [];
  readonly #texts = new Map<string, Promise<Uint8Array>>();

  constructor(session: Session, shown: ShownProject) {
    this.#session = session;
    this.#shown = shown;
    // Opened again, a document is asked for again.
    this.#closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.path));
  }

  /** The address of a submission's document. */
  uriOf(projectId: string, submission: Submission): vscode.Uri {
    const { id } = submission;
    return id.length > longestId ? this.uriOfPlace(projectId, submission) : this.uriOfId(projectId, id);
  }

  /** The address of the document of a submission that is known by its id alone. */
  uriOfId(projectId: string, id: string): vscode.Uri {
    return vscode.Uri.from({ scheme, path: `/${projectId}/${encodeURIComponent(id)}.json` });
  }

  /** The address of the document of a record that has no id. */
  uriOfPlace(projectId: string, place: Place): vscode.Uri {
    const known = this.#places.findIndex(({ source, path }) => source === place.source && path === place.path);
    const number = known === -1 ? this.#places.push(place) - 1 : known;
    return vscode.Uri.from({ scheme, path: `/${projectId}/loaded/${number}/${pathText(place.path)}.json` });
  }

  /** The content of a document; throws VS Code's own error with what happened and what helps. */
  async read(uri: vscode.Uri): Promise<Uint8Array> {
    const before = this.#texts.get(uri.path);
    if (before !== undefined) {
      return await before;
    }
    const text = this.#fetch(uri);
    this.#texts.set(uri.path, text);
    try {
      return await text;
    } catch (error) {
      this.#texts.delete(uri.path);
      throw error;
    }
  }

  dispose(): void {
    this.#closing.dispose();
  }

  async #fetch(uri: vscode.Uri): Promise<Uint8Array> {
    const [, projectId = '', name = '', number] = uri.path.split('/');
    const place = number === undefined ? undefined : this.#places[Number(number)];
    if (number !== undefined && place === undefined) {
      throw unavailable(
        l10n.t('This record has no id to ask the service for. Load its page again and open it from there.'),
      );
    }
    return new TextEncoder().encode(recordText(place ?? (await this.#find(projectId, idOf(name)))));
  }

  async #find(projectId: string, id: string): Promise<Place> {
    const known = this.#shown.byId(projectId);
    if (known === undefined) {
      throw unavailable(
        l10n.t('The project of this submission is no longer in VS Code. Add it again to see this record.'),
      );
    }
    const found = await this.#session.find(known, id, AbortSignal.timeout(600_000));
    if (!found.ok) {
      const { summary, advice } = explain(found.failure);
      throw unavailable(`${summary} ${advice}`);
    }
    if (found.value === undefined) {
      throw unavailable(l10n.t('The project “{0}” has no submission of this id.', known.name));
    }
    return found.value;
  }
}

/** Project and id of a document's address; undefined for a record without an id. */
export function submissionIn(uri: vscode.Uri): { readonly projectId: string; readonly id: string } | undefined {
  const [, projectId, name, number] = uri.path.split('/');
  return uri.scheme !== scheme || projectId === undefined || name === undefined || number !== undefined
    ? undefined
    : { projectId, id: idOf(name) };
}

function idOf(name: string): string {
  return decodeURIComponent(name.replace(/\.json$/, ''));
}

function unavailable(message: string): vscode.FileSystemError {
  return vscode.FileSystemError.Unavailable(message);
}
