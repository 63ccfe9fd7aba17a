import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { parseBaseUrl } from '../../api/address.ts';
import { curlCommand, keyVariable, shellOf } from '../../api/curl.ts';
import type { Project } from '../../session/state.ts';
import { countText } from '../../submissions/words/countText.ts';
import { madeOfRecords } from '../../submissions/store/recordText.ts';
import type { Submission } from '../../submissions/model/submission.ts';
import type { CommandName } from '../commandNames.ts';
import type { Core } from '../core.ts';
import { cancellably } from '../window/cancellably.ts';
import { askForOther, showDiff } from '../document/compare.ts';
import { failureText, tell } from '../window/failureNotice.ts';
import type { Documents } from '../document/documents.ts';
import type { LiveRecords } from './liveRecords.ts';
import { RecordPanels } from './panels.ts';
import { safeText } from '../window/safeText.ts';
import { redactedRecord } from '../../submissions/privacy/redaction.ts';
import { demoProject } from '../../sources/demo.ts';
import { targetsOf, type Target } from './targets.ts';

/** So many are copied at once; for more, progress is shown. */
const few = 100;

/** The panels of records. Disposing closes them. */
export interface RecordRoom extends vscode.Disposable {
  /** Takes over a panel that VS Code kept over a reload. */
  readonly restore: (panel: vscode.WebviewPanel, state: unknown) => void;
}

/** The panels of records, and opening, comparing and copying what a command was started on. */
export function registerRecords(core: Core, documents: Documents, live: LiveRecords): RecordRoom {
  const panels = new RecordPanels(core, live);
  const records = new RecordCommands(core, documents, panels);
  const on = (name: CommandName, work: (targets: readonly Target[]) => Promise<void> | void): vscode.Disposable =>
    core.commands.register(name, async (given) => {
      await work(
        targetsOf(given, {
          shown: core.shown.current,
          panel: panels.active,
          targetOf: (uri) => documents.addresses.targetOf(uri),
        }),
      );
    });
  const commands = vscode.Disposable.from(
    on('faceauth.openRecord', (targets) => {
      records.openRecord(targets);
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
      await records.copyId(targets);
    }),
    on('faceauth.copyCurl', async (targets) => {
      await records.copyCurl(targets);
    }),
    on('faceauth.copyRedacted', async (targets) => {
      await records.copyRedacted(targets);
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
  readonly #documents: Documents;
  readonly #panels: RecordPanels;

  constructor(core: Core, documents: Documents, panels: RecordPanels) {
    this.#core = core;
    this.#documents = documents;
    this.#panels = panels;
  }

  openRecord([target]: readonly Target[]): void {
    if (target?.kind === 'submission') {
      this.#panels.show(target.projectId, target.id, { focus: target.focus === true });
    }
  }

  async openJson(targets: readonly Target[]): Promise<void> {
    for (const target of targets) {
      // Not `showTextDocument`: where a record cannot be had, the tab itself says so and offers to try again.
      await vscode.commands.executeCommand('vscode.open', this.#uriOf(target), { preview: targets.length === 1 });
    }
  }

  async compareWith(targets: readonly Target[]): Promise<void> {
    const [left, right] = targets;
    if (left === undefined) {
      return;
    }
    if (right !== undefined) {
      await showDiff(this.#uriOf(left), this.#uriOf(right));
      return;
    }
    const submission = await this.#submissionOf(left);
    const project = this.#core.shown.byId(left.projectId);
    if (submission === undefined || project === undefined) {
      return;
    }
    const { session, mask } = this.#core;
    const lookedUp = session.state.kind === 'idle' ? [] : session.state.lookedUp;
    const id = await askForOther(submission, session.records.attempts(project.id, submission.kycId), lookedUp, mask());
    const other = id === undefined ? undefined : await this.#find(project, id);
    if (other !== undefined) {
      await showDiff(
        this.#documents.addresses.ofSubmission(project.id, submission),
        this.#documents.addresses.ofSubmission(project.id, other),
      );
    }
  }

  async copyId(targets: readonly Target[]): Promise<void> {
    const mask = this.#core.mask();
    const ids = targets.flatMap((target) => (target.kind === 'submission' ? [mask.id(target.id)] : []));
    if (ids.length > 0) {
      await vscode.env.clipboard.writeText(ids.join('\n'));
      vscode.window.setStatusBarMessage(
        ids.length === 1 ? l10n.t('authId copied') : l10n.t('{0} ids copied', ids.length),
        4000,
      );
    }
  }

  async copyCurl([target]: readonly Target[]): Promise<void> {
    if (target?.kind !== 'submission') {
      return;
    }
    const base = parseBaseUrl(this.#core.settings.current.baseUrl);
    if (!base.ok) {
      await vscode.window.showErrorMessage(failureText(base.failure, this.#core.mask()));
      return;
    }
    const authId = this.#core.mask().id(target.id);
    if (!authId.isWellFormed()) {
      await vscode.window.showWarningMessage(failureText({ kind: 'unaskableId' }, this.#core.mask()));
      return;
    }
    const command = curlCommand(base.value, { authId }, shellOf(vscode.env.shell));
    await vscode.env.clipboard.writeText(command);
    void vscode.window.showInformationMessage(
      target.projectId === demoProject.id
        ? l10n.t('Copied. The service itself does not know the ids of the demo data.')
        : this.#core.mask().on
          ? l10n.t('Copied with an alias for the id, because screen-share mode is on. The service does not know it.')
          : l10n.t('Copied without the key. Set {0} before you run it.', keyVariable),
    );
  }

  /** Copies records as they may leave the machine: aliases for ids, no signals, nothing that no page of the service names. */
  async copyRedacted(targets: readonly Target[]): Promise<void> {
    const { aliases, session } = this.#core;
    await aliases.load();
    const submissions: Submission[] = [];
    for (const target of targets) {
      const submission = await this.#submissionOf(target);
      if (submission !== undefined) {
        submissions.push(submission);
      }
    }
    const redact = (raw: unknown): object => redactedRecord(raw, aliases.of, (text) => session.records.isId(text));
    const work = async (signal: AbortSignal) => await madeOfRecords(submissions, redact, signal);
    const records = await (submissions.length > few
      ? cancellably(l10n.t('Redacting {0} submissions', countText(submissions.length)), work)
      : work(new AbortController().signal));
    if (records !== undefined && records.length > 0) {
      await vscode.env.clipboard.writeText(JSON.stringify(records.length === 1 ? records[0] : records, null, 2));
      vscode.window.setStatusBarMessage(
        records.length === 1
          ? l10n.t('Redacted JSON copied')
          : l10n.t('Redacted JSON of {0} submissions copied', records.length),
        4000,
      );
    }
  }

  #uriOf(target: Target): vscode.Uri {
    const documents = this.#documents;
    if (target.kind === 'broken') {
      return documents.addresses.ofPlace(target.projectId, target.place);
    }
    const submission = this.#loaded(target);
    return submission === undefined
      ? documents.addresses.ofId(target)
      : documents.addresses.ofSubmission(target.projectId, submission);
  }

  async #submissionOf(target: Target): Promise<Submission | undefined> {
    if (target.kind === 'broken') {
      return undefined;
    }
    const project = this.#core.shown.byId(target.projectId);
    return this.#loaded(target) ?? (project && (await this.#find(project, target.id)));
  }

  #loaded(target: Target & { kind: 'submission' }): Submission | undefined {
    const project = this.#core.shown.byId(target.projectId);
    return target.submission ?? (project && this.#core.session.records.known(project, target.id));
  }

  async #find(project: Project, id: string): Promise<Submission | undefined> {
    const { session, mask } = this.#core;
    const title = l10n.t('Looking up {0}…', safeText(mask().id(id), 80));
    const found = await cancellably(title, async (signal) => await session.records.find(project, id, signal));
    if (found.ok && found.value === undefined) {
      await vscode.window.showWarningMessage(l10n.t('The project has no submission of this id.'));
    } else if (!found.ok) {
      const again = async (): Promise<void> => {
        await this.#find(project, id);
      };
      await tell(found.failure, mask(), again, { projectId: project.id, id });
    }
    return found.ok ? found.value : undefined;
  }
}
