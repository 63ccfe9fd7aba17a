import * as vscode from 'vscode';
import { emptinessOf, headline, subtitle, waiting } from '../../session/headline.ts';
import type { Row } from '../../session/row.ts';
import { rowsBelow } from '../../session/rows.ts';
import type { State } from '../../session/state.ts';
import { isEmpty } from '../../submissions/model/filter.ts';
import { maskedSubmission } from '../../submissions/privacy/masked.ts';
import type { Core } from '../core.ts';
import { safeText } from '../window/safeText.ts';
import { withViewProgress } from '../window/viewProgress.ts';
import { createItemIds } from './itemIds.ts';
import { rowCommand } from './rowCommand.ts';
import { tooltipOf } from './tooltip.ts';

/** Shows the session's state in the tree and loads what is expanded. */
export class TreeBinding implements vscode.Disposable {
  readonly #core: Core;
  readonly #expansion: vscode.Disposable;
  #countdown: NodeJS.Timeout | undefined;
  #note: string | undefined;
  /** What stands above the rows as long as a watch goes on. */
  #watching: string | undefined;

  constructor(core: Core) {
    this.#core = core;
    const { session, shell, zone, mask, guard } = core;
    const { tree, view } = shell;
    tree.attach({
      below: (row) => {
        this.#loadBelow(row);
        return rowsBelow(session.state, mask(), row);
      },
      itemId: createItemIds(),
      command: rowCommand,
      tooltip: (row) =>
        row.kind === 'submission' ? tooltipOf(maskedSubmission(row.submission, mask()), zone()) : undefined,
    });
    this.#expansion = view.onDidExpandElement(
      ({ element }) =>
        void guard(async () => {
          await this.#load(element);
        }),
    );
  }

  /** Paints a new state. */
  show(state: State): void {
    const { tree, view } = this.#core.shell;
    this.#note = undefined;
    // Set the conditions before the rows are read again. When a condition changes, VS Code paints the actions of the
    // rows again, and must still find these rows.
    view.description = headline(state, this.#core.mask());
    this.#tell(state);
    setContext('faceauth.empty', emptinessOf(state));
    setContext('faceauth.filtered', isFiltered(state));
    setContext('faceauth.onDays', state.kind !== 'idle' && state.days !== undefined);
    setContext('faceauth.loaded', state.kind !== 'idle' && state.loaded.pages.length > 0);
    setContext('faceauth.open', state.kind !== 'idle');
    setContext('faceauth.more', state.kind !== 'idle' && state.loaded.more);
    setContext('faceauth.loading', state.kind === 'loading');
    tree.repaint();
  }

  /**
   * Says something above the rows, until they change. VS Code shows at most three notifications in 0.8 seconds and puts
   * any other behind its bell, so what a person waits for is said here as well.
   */
  tell(text: string): void {
    this.#note = text;
    this.#tell(this.#core.session.state);
  }

  /** Says above the rows that a watch goes on, until it is over. */
  watching(text: string | undefined): void {
    this.#watching = text;
    this.#tell(this.#core.session.state);
  }

  dispose(): void {
    clearInterval(this.#countdown);
    this.#expansion.dispose();
  }

  /**
   * Loads what VS Code asks for. VS Code asks for rows only while the view can be seen, so somebody looks. When a row
   * is expanded while the rows are being read again, VS Code fires no event, but it asks for the rows below it. After a
   * failure nothing is loaded here: only a person tries again.
   */
  #loadBelow(row: Row | undefined): void {
    const { session, shown, guard } = this.#core;
    if (session.state.kind === 'ready') {
      void guard(async () => {
        await (row === undefined ? shown.read() : this.#load(row));
      });
    }
  }

  async #load(row: Row): Promise<void> {
    const { session } = this.#core;
    if (!isNext(row, session.state)) {
      return;
    }
    if (row.kind === 'older') {
      await withViewProgress(async () => {
        await session.loadOlder();
      });
    } else if (row.kind === 'moreOf') {
      await withViewProgress(async () => {
        await session.loadOlderOf(row.status);
      });
    }
  }

  /** The message above the rows; while the service asks to wait, the seconds run down. */
  #tell(state: State): void {
    const { shell, zone, mask } = this.#core;
    clearInterval(this.#countdown);
    const paint = (): void => {
      const title = subtitle(state, mask());
      // Nothing stands above an empty view, which says by itself what there is to say.
      const notes = title === '' ? [] : [this.#watching, this.#note].filter((note) => note !== undefined);
      const usual = [title, ...notes].join(' · ');
      const text = safeText(waiting(state, zone(), Date.now()) ?? usual, 1000);
      if (shell.view.message !== text) {
        shell.view.message = text;
      }
    };
    paint();
    if (state.kind === 'loading' && state.wait !== undefined) {
      this.#countdown = setInterval(paint, 1000);
    }
  }
}

/**
 * Whether the page of a row is still to be loaded. VS Code may report a row twice, and one page must be loaded then, so
 * this is false once the page has come.
 */
function isNext(row: Row, state: State): boolean {
  return (
    (row.kind === 'older' || row.kind === 'moreOf') && state.kind !== 'idle' && row.after === state.loaded.pages.length
  );
}

function isFiltered(state: State): boolean {
  return state.kind !== 'idle' && (state.days !== undefined || !isEmpty(state.loaded.arrangement.filter));
}

function setContext(name: string, value: string | boolean): void {
  void vscode.commands.executeCommand('setContext', name, value);
}
