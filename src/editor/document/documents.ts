import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Failure } from '../../api/failure.ts';
import { areSame } from '../../json/bytes.ts';
import { Turn } from '../../json/turn.ts';
import { recordText } from '../../submissions/store/recordText.ts';
import { aliasedJson } from '../../submissions/privacy/aliasedJson.ts';
import type { Place } from '../../submissions/model/submission.ts';
import type { Core } from '../core.ts';
import { isSamePlace } from '../record/liveRecord.ts';
import type { FollowedRecord, LiveRecords } from '../record/liveRecords.ts';
import { noticeOf } from '../record/notices.ts';
import { DocumentAddresses, isOfBefore } from './addresses.ts';
import { diffName } from './compare.ts';
import { findRecord, foundIn, type Found } from './findRecord.ts';
import { missing, type Missing } from './reason.ts';
import { scheme } from './submissionFiles.ts';
import { closedAddresses, renameTabs } from './tabs.ts';

/** What is behind an address that VS Code has read. */
interface Content {
  readonly uri: vscode.Uri;
  /** The record, for as long as the document is open; undefined for a record without an id. */
  readonly followed: FollowedRecord | undefined;
  /** Undefined when it has to be made again. */
  bytes: Promise<Uint8Array> | undefined;
  /** What the bytes are made of; undefined until it is known. */
  found: Found | undefined;
  /**
   * Why there is no record, as it was last told. Kept while the record is looked for again, because the document still
   * shows it.
   */
  missing: Missing | undefined;
}

/** Creates the JSON documents. They follow the session and screen-share mode. */
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
      // When a closed document is opened again, its record is asked for again.
      vscode.workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
        // VS Code also fires this event for a document that changes its language and stays open.
        if (isClosed) {
          this.#close(uri);
        }
      }),
      closedAddresses((uri) => {
        if (uri.scheme === scheme) {
          this.#closeUnread(uri);
          // VS Code remembers the position in a closed document under its address, which holds an id, until the file is
          // gone.
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
   * The content of a document: its record, or why there is none. Throws on an unexpected error, and for an address of
   * version 0.1.0, whose tab is then opened again under its new address.
   */
  async read(uri: vscode.Uri): Promise<Uint8Array> {
    if (isOfBefore(uri) && this.addresses.renewed(uri) !== uri) {
      void this.#core.guard(async () => {
        await renameTabs((one) => (isOfBefore(one) ? this.addresses.renewed(one) : one), diffName);
      });
      throw vscode.FileSystemError.Unavailable(l10n.t('This document is opened again.'));
    }
    const content = this.#contents.get(uri.path) ?? this.#open(uri);
    const bytes = (content.bytes ??= this.#bytesOf(content));
    try {
      return await bytes;
    } catch (error) {
      // Forget the failed attempt, so that the next read tries again.
      if (content.bytes === bytes) {
        content.bytes = undefined;
      }
      this.#core.log.error(error);
      throw error;
    }
  }

  /** Why a document has no record; undefined where it has one. */
  missingIn(uri: vscode.Uri): Missing | undefined {
    return this.#contents.get(uri.path)?.missing;
  }

  /**
   * Makes a document without a record look for it again. Returns false for a document that has its record or was not
   * read.
   */
  retry(uri: vscode.Uri): boolean {
    const content = this.#contents.get(uri.path);
    if (content?.missing === undefined) {
      return false;
    }
    content.followed?.record.retry();
    if (content.followed === undefined) {
      // The record may be loaded or its id known by now, so the next read begins anew.
      this.#close(uri);
    }
    if (content.followed === undefined || content.bytes === undefined) {
      this.#core.shell.files.changed(uri);
    }
    return true;
  }

  dispose(): void {
    this.#listeners.dispose();
    for (const { uri } of this.#contents.values()) {
      this.#close(uri);
    }
  }

  #open(uri: vscode.Uri): Content {
    const target = this.addresses.targetOf(uri);
    const changed = (): void => {
      void this.#core.guard(async () => {
        await this.#follow(content);
      });
    };
    const followed = target && this.#live.follow(target, changed);
    const content: Content = { uri, followed, bytes: undefined, found: undefined, missing: undefined };
    this.#contents.set(uri.path, content);
    return content;
  }

  #close({ path }: vscode.Uri): void {
    this.#contents.get(path)?.followed?.dispose();
    this.#contents.delete(path);
  }

  /**
   * Drops a content that could not be read. VS Code has no document for it, so no document will be reported as closed.
   */
  #closeUnread(uri: vscode.Uri): void {
    if (this.#contents.get(uri.path)?.bytes === undefined) {
      this.#close(uri);
    }
  }

  /** Shows the record as it is now, or why there is none now. */
  async #follow(content: Content): Promise<void> {
    const { uri, followed, found } = content;
    const { copy, answer } = followed?.record ?? {};
    const hasRecord = found?.place !== undefined && found.failure === undefined;
    if (found === undefined || (hasRecord && answer !== undefined && copy === undefined)) {
      // Either a read is running and will show the answer itself, or the record shown stays because no copy came.
    } else if (answer === undefined) {
      this.#forget(content);
    } else if (copy === undefined || found.place === undefined || !isSamePlace(copy, found.place)) {
      const before = await content.bytes;
      const bytes = this.#show(content, foundIn(answer));
      content.bytes = bytes;
      if (before === undefined || !(await areSame(before, await bytes, new Turn()))) {
        this.#core.shell.files.changed(uri);
      }
    }
  }

  /** Has VS Code read a document again. */
  #forget(content: Content): void {
    content.bytes = undefined;
    content.found = undefined;
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
        // Open the new address before the old one is closed, so that the record is kept. If it had to be asked for
        // again, the tab would keep its old name until then.
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
    const { followed, uri } = content;
    return await this.#show(
      content,
      followed === undefined ? { place: this.addresses.placeOf(uri) } : await findRecord(followed.record),
    );
  }

  async #show(content: Content, found: Found): Promise<Uint8Array> {
    const { place, failure } = found;
    content.found = found;
    content.missing = undefined;
    if (place !== undefined) {
      return await this.#textOf(place);
    }
    const why = this.#whyMissing(content, failure);
    content.missing = why;
    return new TextEncoder().encode(why.text);
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

  #whyMissing({ uri, followed }: Content, failure: Failure | undefined): Missing {
    if (followed !== undefined) {
      const { target } = followed.record;
      return missing(noticeOf(target, failure, this.#core), target);
    }
    const words = this.addresses.hasUnknownId(uri)
      ? {
          summary: l10n.t('This document was opened in screen-share mode before VS Code was started again.'),
          advice: l10n.t('Open the record once more.'),
        }
      : {
          summary: l10n.t('This record has no id to ask the service for.'),
          advice: l10n.t('Load its page again and open it from there.'),
        };
    return missing({ ...words, remedies: [] }, undefined);
  }
}
