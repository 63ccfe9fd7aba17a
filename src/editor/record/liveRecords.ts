import * as vscode from 'vscode';
import type { Submission } from '../../submissions/model/submission.ts';
import type { Store } from '../../submissions/store/store.ts';
import type { Core } from '../core.ts';
import { LiveRecord, type Answer } from './liveRecord.ts';
import type { RecordTarget } from './targets.ts';

/** A record as one panel or document follows it. Disposing ends that. */
export interface FollowedRecord extends vscode.Disposable {
  readonly record: LiveRecord;
}

/** The records that are open in panels and documents. They follow the session, the projects and their keys. */
export class LiveRecords implements vscode.Disposable {
  readonly #core: Core;
  readonly #records = new Map<string, LiveRecord>();
  readonly #answered = new vscode.EventEmitter<{ readonly target: RecordTarget; readonly answer: Answer }>();
  /** Fires with each new answer for a record that is open. */
  readonly onDidAnswer = this.#answered.event;
  readonly #listeners: vscode.Disposable;
  /** The store of what is loaded. Reading again makes another store. */
  #store: Store | undefined;

  constructor(core: Core) {
    this.#core = core;
    this.#listeners = vscode.Disposable.from(
      core.onDidChangeState(() => {
        this.#follow();
      }),
      core.store.onDidChangeKey((projectId) => {
        for (const record of this.#records.values()) {
          if (record.target.projectId === projectId) {
            record.retry();
          }
        }
      }),
    );
  }

  /**
   * Follows a record; `changed` is called after each new answer. The caller has to read the record: to follow it asks
   * no service.
   */
  follow(target: RecordTarget, changed: () => void): FollowedRecord {
    const name = nameOf(target);
    const record = this.#records.get(name) ?? this.#open(name, target);
    const leave = record.view(changed);
    return {
      record,
      dispose: () => {
        leave();
        if (!record.isViewed && this.#records.get(name) === record) {
          this.#records.delete(name);
        }
      },
    };
  }

  /** The copy of a record that a panel or a document shows, if one does. */
  copyOf(target: RecordTarget): Submission | undefined {
    return this.#records.get(nameOf(target))?.copy;
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#answered.dispose();
  }

  #open(name: string, { projectId, id, serviceProject }: RecordTarget): LiveRecord {
    const { shown, session } = this.#core;
    const source = { project: () => shown.byId(projectId), records: session.records };
    const record = new LiveRecord({ projectId, id, serviceProject }, source, (answer) => {
      this.#answered.fire({ target: record.target, answer });
    });
    this.#records.set(name, record);
    return record;
  }

  #follow(): void {
    const { session, guard, shown } = this.#core;
    const loaded = session.state.kind === 'idle' ? undefined : session.state.loaded;
    // Another store that is not empty holds what a refresh read.
    const isReread = this.#store !== undefined && loaded?.store !== this.#store && (loaded?.pages.length ?? 0) > 0;
    this.#store = loaded?.store;
    for (const record of this.#records.values()) {
      void guard(async () => {
        await record.follow(isReread && record.target.projectId === shown.current?.id);
      });
    }
  }
}

function nameOf({ projectId, id, serviceProject }: RecordTarget): string {
  return JSON.stringify([projectId, id, serviceProject]);
}
