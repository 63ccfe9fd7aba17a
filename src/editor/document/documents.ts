import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { areSame } from '../../json/bytes.ts';
import { Turn } from '../../json/turn.ts';
import { recordText } from '../../submissions/store/recordText.ts';
import { aliasedJson } from '../../submissions/privacy/aliasedJson.ts';
import type { Place } from '../../submissions/model/submission.ts';
import type { Core } from '../core.ts';
import { isSamePlace } from '../record/liveRecord.ts';
import type { FollowedRecord, LiveRecords } from '../record/liveRecords.ts';
import { DocumentAddresses, isOfBefore } from './addresses.ts';
import { diffName } from './compare.ts';
import { findRecord, unavailable } from './findRecord.ts';
import { scheme } from './submissionFiles.ts';
import { closedAddresses, renameTabs, retryTabs } from './tabs.ts';

/** What is behind an address that VS Code has read. */
interface Content {
  readonly uri: vscode.Uri;
  /** The record, for as long as the document is open; undefined for a record without an id. */
  readonly followed: FollowedRecord | undefined;
  /** Undefined when it has to be made again: also after it could not be. */
  bytes: Promise<Uint8Array> | undefined;
  /** The copy that the bytes are made of. */
  shown: Place | undefined;
  /** Whether VS Code was told that it cannot be read, and has not been told otherwise since. */
  isRefused: boolean;
}

/** The JSON documents, kept as the session and screen-share mode are. */
export function registerDocuments(core: Core, live: LiveRecords): Documents {
  return new Documents(core, live);
}

/** The JSON documents that are open: each shows its record as it is now. */
export class Documents implements vscode.Disposable {
  readonly addresses: DocumentAddresses;
  readonly #core: Core;
  readonly #live: LiveRecords;
  readonly #listeners: vscode.Disposable;
  readonly #contents = new Map<string, Content>();

  constructor(core: Core, live: LiveRecords) {
    this.addresses = new DocumentAddresses(core);
    this.#core = core;
    this.#live = live;
    this.#listeners = vscode.Disposable.from(
      // Opened again, a document is asked for again.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#close(uri);
      }),
      closedAddresses((uri) => {
        if (uri.scheme === scheme) {
          this.#closeUnread(uri);
          // VS Code keeps where one was in a closed document, under its address, which holds an id.
          core.shell.files.gone(uri);
        }
      }),
      core.screenShare.onDidChange(() => {
        void core.guard(async () => {
          await this.#reopen();
        });
      }),
    );
  }

  /**
   * The content of a document; throws VS Code's own error with what happened and what helps. In the place of the editor
   * VS Code says only that it could not be opened; these words are in its log, and for who asks for the document by code.
   */
  async read(uri: vscode.Uri): Promise<Uint8Array> {
    if (isOfBefore(uri)) {
      void this.#core.guard(async () => {
        await renameTabs((one) => (isOfBefore(one) ? this.addresses.renewed(one) : one), diffName);
      });
      throw unavailable(l10n.t('This document is opened again.'));
    }
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

  dispose(): void {
    this.#listeners.dispose();
    for (const { uri } of this.#contents.values()) {
      this.#close(uri);
    }
  }

  async #content(uri: vscode.Uri): Promise<Uint8Array> {
    const content = this.#contents.get(uri.path) ?? this.#open(uri);
    content.bytes ??= this.#bytesOf(content);
    const { bytes } = content;
    try {
      await bytes;
    } catch (error) {
      // Asked for once more, it is read once more.
      if (content.bytes === bytes) {
        content.bytes = undefined;
      }
      content.isRefused = true;
      throw error;
    }
    if (content.isRefused) {
      content.isRefused = false;
      // It was read for one tab. Another one may still show why it could not be.
      void this.#core.guard(async () => {
        await retryTabs(uri);
      });
    }
    return await bytes;
  }

  #open(uri: vscode.Uri): Content {
    const target = this.addresses.targetOf(uri);
    const changed = (): void => {
      void this.#core.guard(async () => {
        await this.#follow(content);
      });
    };
    const followed = target && this.#live.follow(target, changed);
    const content: Content = { uri, followed, bytes: undefined, shown: undefined, isRefused: false };
    this.#contents.set(uri.path, content);
    return content;
  }

  #close({ path }: vscode.Uri): void {
    this.#contents.get(path)?.followed?.dispose();
    this.#contents.delete(path);
  }

  /** Of what could not be read VS Code has no document that it would close. */
  #closeUnread(uri: vscode.Uri): void {
    if (this.#contents.get(uri.path)?.bytes === undefined) {
      this.#close(uri);
    }
  }

  /** Shows the record as it is now. */
  async #follow(content: Content): Promise<void> {
    const { uri, followed, shown } = content;
    const { copy, answer } = followed?.record ?? {};
    if (content.bytes === undefined) {
      // After another failure the tab shows the one that it has.
      if (copy !== undefined || answer === undefined) {
        await retryTabs(uri);
      }
    } else if (shown === undefined || (copy !== undefined && isSamePlace(copy, shown))) {
      // Somebody waits for it, and will have this copy; or has it already.
    } else if (copy !== undefined) {
      const before = await content.bytes;
      content.shown = copy;
      const bytes = this.#textOf(copy);
      content.bytes = bytes;
      if (!(await areSame(before, await bytes, new Turn()))) {
        this.#core.shell.files.changed(uri);
      }
    } else if (answer === undefined) {
      this.#forget(content);
    }
  }

  /** Has VS Code read a document again. */
  #forget(content: Content): void {
    content.bytes = undefined;
    content.shown = undefined;
    this.#core.shell.files.changed(content.uri);
  }

  /** Shows every document anew, after ids are shown in another way. */
  async #reopen(): Promise<void> {
    const renamed: vscode.Uri[] = [];
    for (const content of Array.from(this.#contents.values())) {
      const other = this.addresses.renewed(content.uri);
      if (other.path === content.uri.path) {
        this.#forget(content);
      } else {
        // The record goes over with the tab: while it was asked for again the old name would stay.
        this.#open(other);
        renamed.push(content.uri);
      }
    }
    try {
      await renameTabs((uri) => this.addresses.renewed(uri), diffName);
    } finally {
      for (const uri of renamed) {
        this.#close(uri);
        this.#core.shell.files.gone(uri);
      }
    }
  }

  async #bytesOf(content: Content): Promise<Uint8Array> {
    const place =
      content.followed === undefined
        ? this.#placeOf(content.uri)
        : await findRecord(this.#core, content.followed.record);
    content.shown = place;
    return await this.#textOf(place);
  }

  async #textOf(place: Place): Promise<Uint8Array> {
    const { mask, session } = this.#core;
    const text = await recordText(place);
    if (!mask().on) {
      return text;
    }
    const shown = await aliasedJson(
      new TextDecoder().decode(text),
      (id) => mask().id(id),
      (token) => session.records.isId(token),
    );
    return new TextEncoder().encode(shown);
  }

  #placeOf(uri: vscode.Uri): Place {
    if (this.addresses.hasUnknownId(uri)) {
      throw unavailable(
        l10n.t(
          'This document was opened in screen-share mode before VS Code was started again. Open the record once more.',
        ),
      );
    }
    const place = this.addresses.placeOf(uri);
    if (place === undefined) {
      throw unavailable(
        l10n.t('This record has no id to ask the service for. Load its page again and open it from there.'),
      );
    }
    return place;
  }
}
