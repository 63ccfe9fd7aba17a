import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { explain } from '../../api/explain.ts';
import { whereText } from '../../api/where.ts';
import { isAskable } from '../../submissions/privacy/idInText.ts';
import { recordText } from '../../submissions/store/recordText.ts';
import { keep } from '../../submissions/store/source.ts';
import { aliasedJson } from '../../submissions/privacy/redaction.ts';
import type { Place, Submission } from '../../submissions/model/submission.ts';
import { isAlias } from '../screenShare/aliases.ts';
import { diffName } from './compare.ts';
import { readSettings } from '../window/settings.ts';
import type { Core } from '../core.ts';
import { scheme } from './submissionFiles.ts';
import { closedAddresses, renameTabs } from './tabs.ts';

/** A record and the project that it is asked from. */
export interface DocumentTarget {
  readonly projectId: string;
  readonly id: string;
}

interface Content {
  readonly uri: vscode.Uri;
  readonly target: DocumentTarget | undefined;
  readonly place: Promise<Place | Submission>;
  readonly bytes: Promise<Uint8Array>;
  /** Set once the content is there: whether it was the record of a deleted submission. */
  deleted?: boolean | undefined;
}

/** The JSON documents, kept as the session and screen-share mode are. */
export function registerDocuments(core: Core): Documents {
  return new Documents(core);
}

/**
 * The JSON documents. `faceauth:/<project>/<authId>.json` says all that is needed to fetch it again, with an alias in the
 * place of the id in screen-share mode; `faceauth:/<project>/loaded/<number>/<place>.json` is a record without a usable
 * id, there while it is loaded.
 */
export class Documents implements vscode.Disposable {
  readonly #core: Core;
  readonly #listeners: vscode.Disposable;
  readonly #places: Place[] = [];
  readonly #contents = new Map<string, Content>();
  /** The ids behind the aliases in addresses, and behind names without the half characters that no address can hold. */
  readonly #ids = new Map<string, string>();

  constructor(core: Core) {
    this.#core = core;
    this.#listeners = vscode.Disposable.from(
      // Opened again, a document is asked for again.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#contents.delete(uri.path)),
      // VS Code keeps where one was in a closed document, under its address, which holds an id.
      closedAddresses((uri) => {
        if (uri.scheme === scheme) {
          core.shell.files.gone(uri);
        }
      }),
      core.onDidChangeState(() => {
        this.#update();
      }),
      core.screenShare.onDidChange(() => {
        void core.guard(async () => {
          await this.#reopen();
        });
      }),
    );
  }

  /** The address of a submission's document. */
  uriOf(projectId: string, submission: Submission): vscode.Uri {
    const { id } = submission;
    return isAskable(id) ? this.uriOfId({ projectId, id }) : this.uriOfPlace(projectId, submission);
  }

  /** The address of the document of a submission that is known by its id alone. */
  uriOfId({ projectId, id }: DocumentTarget): vscode.Uri {
    const name = this.#core.mask().id(id).toWellFormed();
    if (name !== id) {
      this.#ids.set(name, id);
    }
    return vscode.Uri.from({ scheme, path: `/${projectId}/${encodeURIComponent(name)}.json` });
  }

  /** The address of the document of a record that has no id. */
  uriOfPlace(projectId: string, place: Place): vscode.Uri {
    const known = this.#places.findIndex((other) => isSame(other, place));
    const number = known === -1 ? this.#places.push(place) - 1 : known;
    return vscode.Uri.from({ scheme, path: `/${projectId}/loaded/${number}/${whereText(place)}.json` });
  }

  /** Project and id of a document's address; undefined for a record without an id. */
  targetOf(uri: vscode.Uri): DocumentTarget | undefined {
    const [, projectId, name, number] = uri.path.split('/');
    if (uri.scheme !== scheme || projectId === undefined || name === undefined || number !== undefined) {
      return undefined;
    }
    const shownId = decoded(name.replace(/\.json$/, ''));
    return { projectId, id: this.#ids.get(shownId) ?? shownId };
  }

  /** The content of a document; throws VS Code's own error with what happened and what helps, which is shown in the editor. */
  async read(uri: vscode.Uri): Promise<Uint8Array> {
    try {
      return await this.#content(uri);
    } catch (error) {
      // What nobody expected belongs in the log as well.
      if (!(error instanceof vscode.FileSystemError)) {
        this.#core.log.error(error);
      }
      throw error;
    }
  }

  async #content(uri: vscode.Uri): Promise<Uint8Array> {
    const before = this.#contents.get(uri.path);
    if (before !== undefined) {
      return await before.bytes;
    }
    const target = this.targetOf(uri);
    const place = this.#place(uri, target);
    const content = this.#keep(uri, target, place);
    try {
      const found = await place;
      content.deleted = 'deleted' in found && found.deleted;
      return await content.bytes;
    } catch (error) {
      this.#contents.delete(uri.path);
      throw error;
    }
  }

  /** Lets go of records that were deleted since they were opened. */
  #update(): void {
    for (const { uri, target, deleted } of this.#contents.values()) {
      const project = target === undefined ? undefined : this.#core.shown.byId(target.projectId);
      const now = project && target && this.#core.session.records.known(project, target.id);
      if (deleted === false && now?.deleted === true) {
        this.#forget(uri);
      }
    }
  }

  /** Shows every document anew, after ids are shown in another way. */
  async #reopen(): Promise<void> {
    const renamed: vscode.Uri[] = [];
    for (const { uri, target, place, deleted } of Array.from(this.#contents.values())) {
      const other = this.#renamed(uri);
      if (target === undefined) {
        this.#forget(uri);
      } else if (other.path !== uri.path) {
        // The record goes over with the tab: while it was asked for again the old name would stay.
        this.#keep(other, target, place).deleted = deleted;
        renamed.push(uri);
      }
    }
    try {
      await renameTabs((uri) => this.#renamed(uri), diffName);
    } finally {
      for (const uri of renamed) {
        this.#contents.delete(uri.path);
        this.#core.shell.files.gone(uri);
      }
    }
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #keep(uri: vscode.Uri, target: DocumentTarget | undefined, place: Promise<Place | Submission>): Content {
    const bytes = place.then(async (found) => await this.#textOf(found));
    // Whoever reads the document is told; one that nobody reads any more has nobody to tell.
    bytes.catch(() => undefined);
    const content: Content = { uri, target, place, bytes };
    this.#contents.set(uri.path, content);
    return content;
  }

  #forget(uri: vscode.Uri): void {
    this.#contents.delete(uri.path);
    this.#core.shell.files.changed(uri);
  }

  #renamed(uri: vscode.Uri): vscode.Uri {
    const target = this.targetOf(uri);
    return target === undefined ? uri : this.uriOfId(target);
  }

  async #textOf(place: Place): Promise<Uint8Array> {
    const { mask, session } = this.#core;
    const text = await recordText(place);
    if (!mask().on) {
      return text;
    }
    const shown = aliasedJson(
      new TextDecoder().decode(text),
      (id) => mask().id(id),
      (token) => session.records.isId(token),
    );
    return new TextEncoder().encode(shown);
  }

  async #place(uri: vscode.Uri, target: DocumentTarget | undefined): Promise<Place | Submission> {
    if (target !== undefined) {
      return await this.#find(target);
    }
    const place = this.#places[Number(uri.path.split('/')[3])];
    if (place === undefined) {
      throw unavailable(
        l10n.t('This record has no id to ask the service for. Load its page again and open it from there.'),
      );
    }
    return place;
  }

  async #find({ projectId, id }: DocumentTarget): Promise<Place | Submission> {
    const { shown, session, mask } = this.#core;
    if (isAlias(id)) {
      throw unavailable(
        l10n.t(
          'This document was opened in screen-share mode before VS Code was started again. Open the record once more.',
        ),
      );
    }
    const project = shown.byId(projectId);
    if (project === undefined) {
      throw unavailable(
        l10n.t('The project of this submission is no longer in VS Code. Add it again to see this record.'),
      );
    }
    const found = await session.records.find(project, id, AbortSignal.timeout(600_000));
    if (!found.ok && found.failure.kind === 'unreadableRecord') {
      return { source: keep(found.failure.answer()), ...found.failure.at };
    }
    if (!found.ok) {
      const { summary, advice } = explain(found.failure, readSettings().settings.timeZone);
      throw unavailable(mask().text(`${summary} ${advice}`));
    }
    if (found.value === undefined) {
      throw unavailable(l10n.t('The project “{0}” has no submission of this id.', project.name));
    }
    return found.value;
  }
}

function isSame(one: Place, other: Place): boolean {
  return one.source === other.source && one.element === other.element && one.position === other.position;
}

function unavailable(message: string): vscode.FileSystemError {
  return vscode.FileSystemError.Unavailable(message);
}

/** A part of an address; somebody may have written one that is not well encoded. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
