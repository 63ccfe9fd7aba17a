import type * as vscode from 'vscode';
import type { RecordAction, RecordState, RecordToHost, RecordToPage } from '../../protocol/record.ts';
import { success } from '../../api/failure.ts';
import type { Direction } from '../../submissions/words/recordParts.ts';
import { openDetail } from '../../submissions/store/openDetail.ts';
import type { Core } from '../core.ts';
import { PagePanel, type Handlers } from '../window/pagePanel.ts';
import type { Answer } from './liveRecord.ts';
import type { FollowedRecord, LiveRecords } from './liveRecords.ts';
import { lookInOtherProject } from './otherProject.ts';
import { readMessage } from './messages.ts';
import type { TabOfPanel } from './pinnedPanels.ts';
import { runAction } from './runAction.ts';
import { isSameRecord, tellRowsGone, type RecordTarget } from './targets.ts';
import { isRowGone, neighbourIn, referenceTo, type RowTarget } from './rowOfRecord.ts';
import { shownTitle, toPage, type Content } from './toPage.ts';

/** A record that was loaded this fast, in ms, replaces the one before without a word about loading. */
const patience = 150;

/** Which record a panel shows and how, and the row that it was opened from, if it was one. */
export interface ShownTarget {
  readonly state: RecordState;
  readonly rowId?: string | undefined;
}

/** What a panel asks of those around it. */
export interface RecordPanelOptions {
  readonly core: Core;
  readonly live: LiveRecords;
  /** Shows another record in the panel that follows the selection: in this one, unless its tab is pinned. */
  readonly openOther: (target: RowTarget, from: RecordPanel) => void;
}

/** One panel and the record in it, which it shows as it is now. Owns the panel: closing either ends both. */
export class RecordPanel {
  readonly #options: RecordPanelOptions;
  readonly #core: Core;
  readonly #page: PagePanel<RecordToHost, RecordToPage>;
  #state: RecordState;
  /** The row that it was opened from; one submission may stand in several. */
  #rowId: string | undefined;
  #followed: FollowedRecord;
  #content: Content = 'loading';
  /** The answer that the content is made of, or will be. */
  #presented: Answer | undefined;
  /** The timer that says that the record is being loaded, unless the record comes first. */
  #slow: NodeJS.Timeout | undefined;

  constructor(panel: vscode.WebviewPanel, target: ShownTarget, options: RecordPanelOptions) {
    const { core } = options;
    const { state } = target;
    this.#options = options;
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
        this.#openAttempt(id);
      },
      showDeleted: () => {
        this.#state = { ...this.#state, showDeleted: true };
        this.send();
      },
    };
    this.#page = new PagePanel(panel, {
      extensionUri: core.extensionUri,
      guard: core.guard,
      name: 'record',
      read: readMessage,
      handlers,
      shown: () => {
        this.#read();
        this.send();
      },
      closed: () => {
        clearTimeout(this.#slow);
        this.#followed.dispose();
      },
    });
    this.#followed = this.#follow(state);
    this.show(target);
  }

  /** Which record is shown, and how. */
  get state(): RecordState {
    return this.#state;
  }

  /** The record, and the row that it was opened from. */
  get target(): RowTarget {
    const { projectId, id, serviceProject } = this.#state;
    return { projectId, id, serviceProject, rowId: this.#rowId };
  }

  /** Whether this panel has the focus. */
  get active(): boolean {
    return this.#page.active;
  }

  /** What is known of its tab. */
  get tab(): TabOfPanel {
    return this.#page.tab;
  }

  /**
   * Shows a record in this panel, and reads it again if it is there already. Another record that was being loaded is
   * given up.
   */
  show({ state, rowId }: ShownTarget): void {
    const before = this.#state;
    this.#state = state;
    this.#rowId = rowId;
    if (!isSameRecord(before, state)) {
      this.#followed.dispose();
      this.#content = 'loading';
      this.#presented = undefined;
      this.#followed = this.#follow(state);
    }
    this.#page.name(shownTitle(state.id, this.#core.mask()));
    this.#load();
  }

  /** Brings the panel to the front. */
  reveal(preserveFocus: boolean): void {
    this.#page.reveal(preserveFocus);
  }

  /** Sends the page everything that it shows. */
  send(): void {
    this.#page.name(shownTitle(this.#state.id, this.#core.mask()));
    if (this.#page.visible) {
      this.#page.send(toPage(this.#state, this.#content, this.#core, this.#rowId));
    }
  }

  /** Closes the panel. */
  dispose(): void {
    this.#page.dispose();
  }

  async #run(action: RecordAction): Promise<void> {
    if (action === 'tryAgain') {
      this.#load();
    } else if (action === 'otherProject') {
      await lookInOtherProject(this.#core, this.#state.id);
    } else if (action === 'previous' || action === 'next') {
      this.#step(action);
    } else {
      const failure = typeof this.#content === 'object' && !this.#content.ok ? this.#content.failure : undefined;
      await runAction(action, this.target, this.#core.mask, failure);
    }
  }

  #openAttempt(id: string): void {
    const { projectId } = this.#state;
    const attempts = this.#core.session.records.attempts(projectId, this.#followed.record.copy?.kycId);
    const attempt = attempts.find((one) => one.id === id);
    if (attempt === undefined) {
      tellRowsGone();
    } else {
      this.#options.openOther(referenceTo(this.#core, projectId, attempt), this);
    }
  }

  #step(direction: Direction): void {
    const row = neighbourIn(this.#core, this.target, direction);
    if (row !== undefined) {
      const reference = referenceTo(this.#core, row.projectId, row.submission);
      this.#options.openOther({ ...reference, rowId: row.id }, this);
    } else if (isRowGone(this.#core, this.target)) {
      tellRowsGone();
    }
  }

  #follow(target: RecordTarget): FollowedRecord {
    return this.#options.live.follow(target, () => {
      this.#read();
    });
  }

  /** Reads the record again. A copy that is shown stays until then; a failure does not. */
  #load(): void {
    const { record } = this.#followed;
    if (record.copy === undefined || this.#content === 'broken') {
      this.#content = 'loading';
      this.#presented = undefined;
    }
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => {
      this.send();
    }, patience);
    void this.#core.guard(async () => {
      // Show at once a copy that another panel or a document has. A failure is not shown again to a person who asks
      // again.
      if (record.copy !== undefined) {
        await this.#present();
      }
      let isRead = false;
      try {
        await record.read();
        isRead = true;
      } finally {
        if (!isRead && record === this.#followed.record && record.copy === undefined) {
          this.#show('broken');
        }
      }
      await this.#present();
    });
  }

  /** Shows the latest answer. Where there is none any more, reads the record as soon as the panel is visible. */
  #read(): void {
    if (this.#followed.record.answer !== undefined) {
      void this.#core.guard(async () => {
        await this.#present();
      });
    } else if (this.#page.visible && this.#content !== 'loading') {
      this.#load();
    }
  }

  async #present(): Promise<void> {
    const { record } = this.#followed;
    const { answer } = record;
    if (answer === undefined || answer === this.#presented) {
      return;
    }
    this.#presented = answer;
    let content: Content = 'broken';
    try {
      content = answer.ok ? success(answer.value && (await openDetail(answer.value))) : answer;
    } finally {
      // Meanwhile another record, or a later copy of this one, may have come.
      if (answer === this.#presented) {
        this.#show(content);
      }
    }
  }

  #show(content: Content): void {
    clearTimeout(this.#slow);
    this.#content = content;
    this.send();
  }
}
