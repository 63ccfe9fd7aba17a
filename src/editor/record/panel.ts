import type * as vscode from 'vscode';
import type { RecordAction, RecordState, RecordToHost } from '../../protocol/record.ts';
import { isSameSubmission } from '../../submissions/model/submission.ts';
import { showPage } from '../page.ts';
import { readMessage } from './messages.ts';
import type { RecordNeeds, RecordTarget } from './needs.ts';
import { shownTitle, toPage, type Content } from './toPage.ts';

/** A record that was loaded this fast replaces the one before without a word about loading. */
const patience = 150;

/** One panel and the record in it. Owns the panel: closing either ends both. */
export class RecordPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #needs: RecordNeeds;
  readonly #openOther: (target: RecordTarget) => void;
  readonly #handlers: {
    readonly [Kind in RecordToHost['kind']]: (message: RecordToHost & { kind: Kind }) => Promise<void>;
  };
  #state: RecordState;
  #content: Content = 'loading';
  #abort = new AbortController();

  constructor(
    panel: vscode.WebviewPanel,
    state: RecordState,
    needs: RecordNeeds,
    openOther: (target: RecordTarget) => void,
  ) {
    this.#panel = panel;
    this.#state = state;
    this.#needs = needs;
    this.#openOther = openOther;
    this.#handlers = {
      ready: async () => {
        this.send();
      },
      run: async ({ action }) => {
        await this.#run(action);
      },
      openAttempt: async ({ id }) => {
        this.#openAttempt(id);
      },
      showDeleted: async () => {
        this.#change({ ...this.#state, showDeleted: true });
      },
    };
    this.#attach();
    this.show(state);
  }

  /** Which record is shown, and how. */
  get state(): RecordState {
    return this.#state;
  }

  /** Whether this panel has the focus. */
  get active(): boolean {
    return this.#panel.active;
  }

  /** Shows a record in this panel; whatever was being loaded for it is given up. */
  show(state: RecordState): void {
    this.#state = state;
    this.#panel.title = shownTitle(state.id, this.#needs.mask());
    void this.#needs.guard(async () => {
      await this.#load();
    });
  }

  /** Brings the panel to the front. */
  reveal(preserveFocus: boolean): void {
    this.#panel.reveal(undefined, preserveFocus);
  }

  /** Sends the page everything that it shows. What a hidden page misses it asks for when it is back. */
  send(): void {
    this.#panel.title = shownTitle(this.#state.id, this.#needs.mask());
    void this.#panel.webview.postMessage(toPage(this.#state, this.#content, this.#needs));
  }

  /** Sends what changed. A record that came again with another status, scores or deletion is read again. */
  update(): void {
    const { projectId, id } = this.#state;
    const shown = typeof this.#content === 'object' && this.#content.ok ? this.#content.value?.submission : undefined;
    const now = this.#needs.known(projectId, id);
    if (shown !== undefined && now !== undefined && !isSameSubmission(shown, now)) {
      this.show(this.#state);
    } else {
      this.send();
    }
  }

  /** Closes the panel. */
  dispose(): void {
    this.#panel.dispose();
  }

  #attach(): void {
    const { extensionUri, guard } = this.#needs;
    showPage(this.#panel, {
      extensionUri,
      name: 'record',
      guard,
      receive: async (message) => {
        await this.#receive(readMessage(message));
      },
      shown: () => {
        this.send();
      },
      closed: () => {
        this.#abort.abort();
      },
    });
  }

  async #receive<Kind extends RecordToHost['kind']>(message: RecordToHost & { kind: Kind }): Promise<void> {
    await this.#handlers[message.kind](message);
  }

  async #run(action: RecordAction): Promise<void> {
    const { projectId, id, pinned } = this.#state;
    if (action === 'pin') {
      this.#change({ ...this.#state, pinned: !pinned });
    } else if (action === 'tryAgain') {
      await this.#load();
    } else {
      const failure = typeof this.#content === 'object' && !this.#content.ok ? this.#content.failure : undefined;
      await this.#needs.run(action, { projectId, id }, failure);
    }
  }

  /** The page names an attempt as it is shown there. */
  #openAttempt(shownId: string): void {
    const { projectId } = this.#state;
    const detail = typeof this.#content === 'object' && this.#content.ok ? this.#content.value : undefined;
    const attempts = detail === undefined ? [] : this.#needs.attempts(detail, projectId);
    const attempt = attempts.find(({ id }) => this.#needs.mask().id(id) === shownId);
    if (attempt !== undefined) {
      this.#openOther({ projectId, id: attempt.id });
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
      content = await this.#needs.load(this.#state.projectId, this.#state.id, abort.signal);
    } finally {
      clearTimeout(slow);
      if (!abort.signal.aborted) {
        this.#content = content;
        this.send();
      }
    }
  }
}
