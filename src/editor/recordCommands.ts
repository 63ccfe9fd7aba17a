import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { parseBaseUrl } from '../api/address.ts';
import { curlCommand, keyVariable, shellOf } from '../api/curl.ts';
import type { Session } from '../session/session.ts';
import type { Project } from '../session/state.ts';
import { countText } from '../submissions/words/countText.ts';
import { madeOfRecords } from '../submissions/store/recordText.ts';
import type { Submission } from '../submissions/model/submission.ts';
import type { Aliases } from './aliases.ts';
import { cancellably } from './cancellably.ts';
import { askForOther, showDiff } from './compare.ts';
import { failureText, tell } from './failureNotice.ts';
import type { Documents } from './documents.ts';
import type { RecordPanels } from './record/panels.ts';
import { safeText } from './safeText.ts';
import type { ScreenShare } from './screenShare.ts';
import { redactedRecord } from '../submissions/privacy/redaction.ts';
import { demoProject } from '../sources/demo.ts';
import type { SettingsWatch } from './settingsWatch.ts';
import type { ShownProject } from './shownProject.ts';
import type { Target } from './targets.ts';

/** So many are copied at once; for more, progress is shown. */
const few = 100;

/** What the commands on single records work on. */
export interface RecordCommandsOptions {
  readonly session: Session;
  readonly documents: Documents;
  readonly shown: ShownProject;
  readonly panels: RecordPanels;
  readonly settings: SettingsWatch;
  readonly screenShare: ScreenShare;
  /** Stand for ids in redacted copies, whether the screen is shared or not. */
  readonly aliases: Aliases;
}

/** Opening, comparing and copying records. */
export class RecordCommands {
  readonly #options: RecordCommandsOptions;

  constructor(options: RecordCommandsOptions) {
    this.#options = options;
  }

  openRecord([target]: readonly Target[]): void {
    if (target?.kind === 'submission') {
      this.#options.panels.show(target.projectId, target.id);
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
    const project = this.#options.shown.byId(left.projectId);
    if (submission === undefined || project === undefined) {
      return;
    }
    const { session, documents, screenShare } = this.#options;
    const lookedUp = session.state.kind === 'idle' ? [] : session.state.lookedUp;
    const id = await askForOther(
      submission,
      session.records.attempts(project.id, submission.kycId),
      lookedUp,
      screenShare.mask,
    );
    const other = id === undefined ? undefined : await this.#find(project, id);
    if (other !== undefined) {
      await showDiff(documents.uriOf(project.id, submission), documents.uriOf(project.id, other));
    }
  }

  async copyId(targets: readonly Target[]): Promise<void> {
    const { mask } = this.#options.screenShare;
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
    const base = parseBaseUrl(this.#options.settings.current.baseUrl);
    if (!base.ok) {
      await vscode.window.showErrorMessage(failureText(base.failure, this.#options.screenShare.mask));
      return;
    }
    const authId = this.#options.screenShare.mask.id(target.id);
    if (!authId.isWellFormed()) {
      await vscode.window.showWarningMessage(failureText({ kind: 'unaskableId' }, this.#options.screenShare.mask));
      return;
    }
    const command = curlCommand(base.value, { authId }, shellOf(vscode.env.shell));
    await vscode.env.clipboard.writeText(command);
    void vscode.window.showInformationMessage(
      target.projectId === demoProject.id
        ? l10n.t('Copied. The service itself does not know the ids of the demo data.')
        : this.#options.screenShare.mask.on
          ? l10n.t('Copied with an alias for the id, because screen-share mode is on. The service does not know it.')
          : l10n.t('Copied without the key. Set {0} before you run it.', keyVariable),
    );
  }

  /** Copies records as they may leave the machine: aliases for ids, no signals, nothing that no page of the service names. */
  async copyRedacted(targets: readonly Target[]): Promise<void> {
    const { aliases, session } = this.#options;
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
    const { documents } = this.#options;
    if (target.kind === 'broken') {
      return documents.uriOfPlace(target.projectId, target.place);
    }
    const submission = this.#loaded(target);
    return submission === undefined ? documents.uriOfId(target) : documents.uriOf(target.projectId, submission);
  }

  async #submissionOf(target: Target): Promise<Submission | undefined> {
    if (target.kind === 'broken') {
      return undefined;
    }
    const project = this.#options.shown.byId(target.projectId);
    return this.#loaded(target) ?? (project && (await this.#find(project, target.id)));
  }

  #loaded(target: Target & { kind: 'submission' }): Submission | undefined {
    const project = this.#options.shown.byId(target.projectId);
    return target.submission ?? (project && this.#options.session.records.known(project, target.id));
  }

  async #find(project: Project, id: string): Promise<Submission | undefined> {
    const { session, screenShare } = this.#options;
    const title = l10n.t('Looking up {0}…', safeText(screenShare.mask.id(id), 80));
    const found = await cancellably(title, async (signal) => await session.records.find(project, id, signal));
    if (found.ok && found.value === undefined) {
      await vscode.window.showWarningMessage(l10n.t('The project has no submission of this id.'));
    } else if (!found.ok) {
      const again = async (): Promise<void> => {
        await this.#find(project, id);
      };
      await tell(found.failure, screenShare.mask, again, { projectId: project.id, id });
    }
    return found.ok ? found.value : undefined;
  }
}
