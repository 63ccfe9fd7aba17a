import type * as vscode from 'vscode';
import type { RecordAction, RecordState, RecordToHost, RecordToPage } from '../../protocol/record.ts';
import { success } from '../../api/failure.ts';
import { isSameSubmission } from '../../submissions/model/submission.ts';
import { openDetail } from '../../submissions/store/openDetail.ts';
import type { Core } from '../core.ts';
import { PagePanel, type Handlers } from '../window/pagePanel.ts';
import { readMessage } from './messages.ts';
import { runAction } from './runAction.ts';
import type { RecordTarget } from './targets.ts';
import { shownTitle, toPage, type Content } from './toPage.ts';

/** A record that was loaded this fast replaces the one before without a word about loading. */
const patience = 150;

/** One panel and the record in it. Owns the panel: closing either ends both. */
export class RecordPanel {
  readonly #core: Core;
  readonly #page: PagePanel<RecordToPage>;
  #state: RecordState;
  #content: Content = 'loading';
  #abort = new AbortController();

  constructor(panel: vscode.WebviewPanel, state: RecordState, core: Core, openOther: (target: RecordTarget) => void) {
    this.#core = core;
    this.#state = state;
    const handlers: Handlers<RecordToHost> = {
      ready: () => {
        this.send();
      },
      run: async ({ action }) => {
        await this.#run(action);
      },
      openAttempt: ({ id }) => {
        this.#openAttempt(id, openOther);
      },
      showDeleted: () => {
        this.#change({ ...this.#state, showDeleted: true });
      },
    };
    const handle = async <Kind extends RecordToHost['kind']>(message: RecordToHost & { kind: Kind }): Promise<void> => {
      await handlers[message.kind](message);
    };
    this.#page = new PagePanel(panel, {
      extensionUri: core.extensionUri,
      guard: core.guard,
      name: 'record',
      receive: async (message) => {
        await handle(readMessage(message));
      },
      shown: () => {
        this.send();
      },
      closed: () => {
        this.#abort.abort();
      },
    });
    this.show(state);
  }

  /** Which record is shown, and how. */
  get state(): RecordState {
    return this.#state;
  }

  /** Whether this panel has the focus. */
  get active(): boolean {
    return this.#page.active;
  }

  /** Shows a record in this panel; whatever was being loaded for it is given up. */
  show(state: RecordState): void {
    this.#state = state;
    this.#page.name(shownTitle(state.id, this.#core.mask()));
    void this.#core.guard(async () => {
      await this.#load();
    });
  }

  /** Brings the panel to the front. */
  reveal(preserveFocus: boolean): void {
    this.#page.reveal(preserveFocus);
  }

  /** Sends the page everything that it shows. */
  send(): void {
    this.#page.name(shownTitle(this.#state.id, this.#core.mask()));
    this.#page.send(toPage(this.#state, this.#content, this.#core));
  }

  /** Sends what changed. A record that came again with another status, scores or deletion is read again. */
  update(): void {
    const { projectId, id } = this.#state;
    const shown = typeof this.#content === 'object' && this.#content.ok ? this.#content.value?.submission : undefined;
    const project = this.#core.shown.byId(projectId);
    const now = project && this.#core.session.records.known(project, id);
    if (shown !== undefined && now !== undefined && !isSameSubmission(shown, now)) {
      this.show(this.#state);
    } else {
      this.send();
    }
  }

  /** Closes the panel. */
  dispose(): void {
    this.#page.dispose();
  }

  async #run(action: RecordAction): Promise<void> {
    const { projectId, id, pinned } = this.#state;
    if (action === 'pin') {
      this.#change({ ...this.#state, pinned: !pinned });
    } else if (action === 'tryAgain') {
      await this.#load();
    } else {
      const failure = typeof this.#content === 'object' && !this.#content.ok ? this.#content.failure : undefined;
      await runAction(action, { projectId, id }, this.#core.mask(), failure);
    }
  }

  /** The page names an attempt as it is shown there. */
  #openAttempt(shownId: string, openOther: (target: RecordTarget) => void): void {
    const { projectId } = this.#state;
    const kycId = typeof this.#content === 'object' && this.#content.ok ? this.#content.value?.submission.kycId : '';
    const attempts = this.#core.session.records.attempts(projectId, kycId);
    const attempt = attempts.find(({ id }) => this.#core.mask().id(id) === shownId);
    if (attempt !== undefined) {
      openOther({ projectId, id: attempt.id });
    }
  }

  #change(state: RecordState): void {
    this.#state = state;
    this.send();
  }

  async #load(): Promise<void> {
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#content = 'loading';
    const slow = setTimeout(() => {
      this.send();
    }, patience);
    let content: Content = 'broken';
    try {
      content = await this.#read(abort.signal);
    } finally {
      clearTimeout(slow);
      if (!abort.signal.aborted) {
        this.#content = content;
        this.send();
      }
    }
  }

  /** The record, from the session. Undefined when the project has none of this id, or is gone. */
  async #read(signal: AbortSignal): Promise<Content> {
    const { projectId, id } = this.#state;
    const project = this.#core.shown.byId(projectId);
    const found =
      project === undefined ? success(undefined) : await this.#core.session.records.find(project, id, signal);
    return found.ok ? success(found.value && (await openDetail(found.value))) : found;
  }
}
