import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { countText } from '../../submissions/words/countText.ts';
import type { Submission } from '../../submissions/model/submission.ts';
import type { CommandName } from '../commandNames.ts';
import type { Core } from '../core.ts';
import { askForOther, showDiff, type Side } from '../document/compare.ts';
import type { Documents } from '../document/documents.ts';
import { CopyCommands } from './copyCommands.ts';
import { tellProjectNotShown } from '../project/noProject.ts';
import type { LiveRecords } from './liveRecords.ts';
import { tellProjectOfRecordGone } from './otherProject.ts';
import { RecordPanels } from './panels.ts';
import { isShown, referenceTo, revealRow, rowOf } from './rowOfRecord.ts';
import { rowsOfShortcut } from './rowsOfShortcut.ts';
import type { TargetRecords } from './targetRecords.ts';
import { isShortcut, targetsOf, tellNoSubmission, tellRowsGone, type RecordTarget, type Target } from './targets.ts';

/** More documents than these are not opened before a person agreed. */
const mostTabs = 10;

/** The panels of records. Disposing closes them. */
export interface RecordRoom extends vscode.Disposable {
  /** Takes over a panel that VS Code kept over a reload. */
  readonly restore: (panel: vscode.WebviewPanel, state: unknown) => void;
}

/** The panels of records, and opening, comparing and copying what a command was started on. */
export function registerRecords(core: Core, documents: Documents, live: LiveRecords, found: TargetRecords): RecordRoom {
  const panels = new RecordPanels(core, live);
  const records = new RecordCommands(core, found, panels, documents);
  const copies = new CopyCommands(core, found);
  const on = (name: CommandName, work: (targets: readonly Target[]) => Promise<void> | void): vscode.Disposable => {
    // A record without an id can be opened as JSON, and nothing else.
    const isFor = ({ kind }: Target): boolean => kind === 'submission' || name === 'faceauth.openJson';
    return core.commands.register(name, async (given) => {
      const targets = targetsOf(given, {
        panel: panels.active,
        rows: isShortcut(given) ? await rowsOfShortcut(core.shell.view) : [],
        targetOf: (uri) => documents.addresses.targetOf(uri),
      });
      if (targets === undefined) {
        tellRowsGone();
      } else if (targets.some(isFor)) {
        await work(targets);
      } else {
        tellNoSubmission();
      }
    });
  };
  const commands = vscode.Disposable.from(
    on('faceauth.openRecord', (targets) => {
      records.openRecord(targets);
      // VS Code runs the command of a row under another name. A step of the walkthrough that waited for this command
      // would wait for ever, so it waits for this context.
      void vscode.commands.executeCommand('setContext', 'faceauth.read', true);
    }),
    on('faceauth.revealInTree', async (targets) => {
      await records.revealInTree(targets);
    }),
    on('faceauth.openJson', async (targets) => {
      await records.openJson(targets);
    }),
    on('faceauth.compareWith', async (targets) => {
      await records.compareWith(targets);
    }),
    on('faceauth.compareSelected', async (targets) => {
      await records.compareWith(targets);
    }),
    on('faceauth.copyId', async (targets) => {
      await copies.copyId(targets);
    }),
    on('faceauth.copyCurl', async (targets) => {
      await copies.copyCurl(targets);
    }),
    on('faceauth.copyRedacted', async (targets) => {
      await copies.copyRedacted(targets);
    }),
    on('faceauth.copySummary', async (targets) => {
      await copies.copySummary(targets);
    }),
    on('faceauth.copyLink', async (targets) => {
      await copies.copyLink(targets);
    }),
  );
  return {
    restore: (panel, state) => {
      panels.restore(panel, state);
    },
    dispose: () => {
      vscode.Disposable.from(commands, panels).dispose();
    },
  };
}

class RecordCommands {
  readonly #core: Core;
  readonly #records: TargetRecords;
  readonly #panels: RecordPanels;
  readonly #documents: Documents;

  constructor(core: Core, records: TargetRecords, panels: RecordPanels, documents: Documents) {
    this.#core = core;
    this.#records = records;
    this.#panels = panels;
    this.#documents = documents;
  }

  openRecord(targets: readonly Target[]): void {
    const target = targets.find(({ kind }) => kind === 'submission');
    if (target?.kind === 'submission') {
      const { projectId, rowId, submission } = target;
      const reference: RecordTarget =
        submission === undefined ? target : referenceTo(this.#core, projectId, submission);
      this.#panels.show({ ...reference, rowId }, { focus: target.focus === true });
      if (rowId === undefined) {
        this.#panels.follow(reference);
      }
    }
  }

  async revealInTree([target]: readonly Target[]): Promise<void> {
    if (target?.kind !== 'submission') {
      return;
    }
    const { shown } = this.#core;
    if (shown.byId(target.projectId) === undefined) {
      tellProjectOfRecordGone(this.#core, target.id);
      return;
    }
    if (isShown(this.#core, target)) {
      // Nobody may have looked at the list yet.
      await shown.read();
    }
    const row = rowOf(this.#core, target);
    if (row !== undefined) {
      await revealRow(this.#core, row);
    } else if (isShown(this.#core, target)) {
      void vscode.window.showInformationMessage(
        l10n.t('This submission is not in the list: it is not loaded, or the filter holds it back.'),
      );
    } else {
      tellProjectNotShown();
    }
  }

  async openJson(targets: readonly Target[]): Promise<void> {
    if (!(await mayOpen(targets.length))) {
      return;
    }
    for (const target of targets) {
      const uri = this.#records.uriOf(target);
      const isInFront = vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
      // If the document in front, as in a comparison, looks for its record again, no other tab is opened.
      if (!(this.#documents.retry(uri) && isInFront)) {
        await vscode.commands.executeCommand('vscode.open', uri, { preview: targets.length === 1 });
      }
    }
  }

  async compareWith(targets: readonly Target[]): Promise<void> {
    const [left, right, third] = targets;
    if (left === undefined) {
      return;
    }
    if (third !== undefined) {
      void vscode.window.showInformationMessage(l10n.t('Choose two submissions to compare, or one.'));
      return;
    }
    if (right !== undefined) {
      await this.#showDiff(this.#records.sideOf(left), this.#records.sideOf(right));
      return;
    }
    const again = async (): Promise<void> => {
      await this.compareWith(targets);
    };
    const submission = await this.#records.submissionOf(left, again);
    if (submission === undefined) {
      return;
    }
    const { session, store, mask } = this.#core;
    const { projectId } = left;
    const attempts = session.records.attempts(projectId, submission.kycId);
    const lookedUp = session.records.lookedUpIn(projectId);
    const isKey = async (text: string): Promise<boolean> => await store.isKey(text);
    const id = await askForOther(submission, attempts, lookedUp, { mask, isKey });
    if (id !== undefined) {
      await this.#compare(projectId, submission, id);
    }
  }

  async #compare(projectId: string, submission: Submission, otherId: string): Promise<void> {
    const again = async (): Promise<void> => {
      await this.#compare(projectId, submission, otherId);
    };
    const other = await this.#records.submissionOf({ kind: 'submission', projectId, id: otherId }, again);
    if (other !== undefined) {
      const side = (one: Submission): Side =>
        this.#records.sideOf({ kind: 'submission', projectId, id: one.id, submission: one });
      await this.#showDiff(side(submission), side(other));
    }
  }

  async #showDiff(one: Side, other: Side): Promise<void> {
    // An open tab may still say that there is no record. Look for the record again, so that this text is not compared.
    for (const { uri } of [one, other]) {
      this.#documents.retry(uri);
    }
    await showDiff(one, other);
  }
}

async function mayOpen(count: number): Promise<boolean> {
  if (count <= mostTabs) {
    return true;
  }
  const yes = l10n.t('Open {0} Tabs', countText(count));
  const question = l10n.t('Open {0} submissions as JSON? Each gets a tab.', countText(count));
  return (await vscode.window.showWarningMessage(question, { modal: true }, yes)) === yes;
}
