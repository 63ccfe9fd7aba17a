import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { parseBaseUrl } from '../../api/address.ts';
import { curlCommand, keyVariable, shellOf } from '../../api/curl.ts';
import { projectName } from '../../session/projectName.ts';
import { demoProject } from '../../sources/demo.ts';
import type { Project } from '../../session/state.ts';
import type { Submission } from '../../submissions/model/submission.ts';
import { submissionLink } from '../../submissions/links/submissionLink.ts';
import { IdSearch } from '../../submissions/privacy/idSearch.ts';
import { maskedDetail } from '../../submissions/privacy/masked.ts';
import { redactedRecord } from '../../submissions/privacy/redaction.ts';
import { openDetail } from '../../submissions/store/openDetail.ts';
import { madeOfRecords } from '../../submissions/store/recordText.ts';
import { countText } from '../../submissions/words/countText.ts';
import { summaryOf } from '../../submissions/words/summary.ts';
import type { Core } from '../core.ts';
import { cancellably } from '../window/cancellably.ts';
import { failureText, tell } from '../window/failureNotice.ts';
import { languageOfWords } from '../window/language.ts';
import { tellProjectOfRecordGone } from './otherProject.ts';
import type { TargetRecords } from './targetRecords.ts';
import type { RecordTarget, Target } from './targets.ts';

/** When more submissions than this are copied, progress is shown. */
const few = 100;

/** The commands that put records, or what asks for them, on the clipboard. */
export class CopyCommands {
  readonly #core: Core;
  readonly #records: TargetRecords;

  constructor(core: Core, records: TargetRecords) {
    this.#core = core;
    this.#records = records;
  }

  /** Copies ids, one a line; aliases while the screen is shared. */
  async copyId(targets: readonly Target[]): Promise<void> {
    const mask = this.#core.mask();
    const ids = targets.flatMap((target) => (target.kind === 'submission' ? [mask.id(target.id)] : []));
    if (ids.length > 0) {
      await vscode.env.clipboard.writeText(ids.join('\n'));
      vscode.window.setStatusBarMessage(
        ids.length === 1 ? l10n.t('authId copied') : l10n.t('{0} ids copied', countText(ids.length)),
        4000,
      );
    }
  }

  /** Copies the request for one record, without the key. */
  async copyCurl([target]: readonly Target[]): Promise<void> {
    if (target?.kind !== 'submission') {
      return;
    }
    const { store, settings } = this.#core;
    if (this.#projectOf(target) === undefined) {
      return;
    }
    const isDemo = target.projectId === demoProject.id;
    const base = isDemo ? parseBaseUrl(settings.current.baseUrl) : await store.base(target.projectId);
    if (!base.ok) {
      const again = async (): Promise<void> => {
        await this.copyCurl([target]);
      };
      await tell(base.failure, { mask: this.#core.mask, again, projectId: target.projectId, target });
      return;
    }
    // Read the mask once: the message below must fit what is copied, even if the mode is switched meanwhile.
    const mask = this.#core.mask();
    const authId = mask.id(target.id);
    if (!authId.isWellFormed()) {
      await vscode.window.showWarningMessage(failureText({ kind: 'unaskableId' }, mask));
      return;
    }
    const command = curlCommand(base.value, { authId }, shellOf(vscode.env.shell));
    await vscode.env.clipboard.writeText(command);
    void vscode.window.showInformationMessage(
      isDemo
        ? l10n.t('Copied. The service itself does not know the ids of the demo data.')
        : mask.on
          ? l10n.t('Copied with an alias for the id, because screen-share mode is on. The service does not know it.')
          : l10n.t('Copied without the key. Set {0} before you run it.', keyVariable),
    );
  }

  /** The project of a submission, if others can ask it as well. Otherwise says why, and returns undefined. */
  #projectOf({ projectId, id }: RecordTarget): Project | undefined {
    const project = this.#core.shown.byId(projectId);
    if (project === undefined) {
      tellProjectOfRecordGone(this.#core, id);
    } else if (project.file !== undefined) {
      void vscode.window.showInformationMessage(
        l10n.t('This submission is from a file: nobody knows which project of the service it is of.'),
      );
    }
    return project?.file === undefined ? project : undefined;
  }

  /** Copies one submission as Markdown for a ticket or a chat; with aliases while the screen is shared. */
  async copySummary([target]: readonly Target[]): Promise<void> {
    const again = async (): Promise<void> => {
      await this.copySummary(target === undefined ? [] : [target]);
    };
    const submission = target && (await this.#records.submissionOf(target, again));
    if (target === undefined || submission === undefined) {
      return;
    }
    const detail = await openDetail(submission);
    const { mask, shown, zone } = this.#core;
    const context = { attempts: [], showDeleted: false, zone: zone(), now: Date.now(), locale: languageOfWords() };
    const project = shown.byId(target.projectId);
    const name = project === undefined ? '' : projectName(project, mask());
    await vscode.env.clipboard.writeText(summaryOf(maskedDetail(detail, mask()), { ...context, projectName: name }));
    vscode.window.setStatusBarMessage(l10n.t('Summary copied'), 4000);
  }

  /** Copies a link that opens one submission in VS Code, on any machine with a project of this name. */
  async copyLink([target]: readonly Target[]): Promise<void> {
    if (target?.kind !== 'submission') {
      return;
    }
    const project = this.#projectOf(target);
    if (project === undefined) {
      return;
    }
    const mask = this.#core.mask();
    const authId = mask.id(target.id);
    if (!authId.isWellFormed()) {
      await vscode.window.showWarningMessage(failureText({ kind: 'unaskableId' }, mask));
      return;
    }
    const name = project.id === demoProject.id ? demoProject.linkName : project.name;
    await vscode.env.clipboard.writeText(submissionLink(this.#core.linkOrigin, { authId, project: name }));
    if (mask.on) {
      void vscode.window.showInformationMessage(
        l10n.t('Copied with an alias for the id, because screen-share mode is on. The link opens nothing.'),
      );
    } else {
      vscode.window.setStatusBarMessage(l10n.t('Link copied'), 4000);
    }
  }

  /** Copies records in a form that may leave the machine: aliases for ids, no signals, no undocumented fields. */
  async copyRedacted(targets: readonly Target[]): Promise<void> {
    const { aliases, session } = this.#core;
    await aliases.load();
    const submissions: Submission[] = [];
    const again = async (): Promise<void> => {
      await this.copyRedacted(targets);
    };
    for (const target of targets) {
      const submission = await this.#records.submissionOf(target, again);
      if (submission !== undefined) {
        submissions.push(submission);
      }
    }
    const alias = aliases.now;
    const ids = new IdSearch((text) => session.records.isId(text));
    const redact = (raw: unknown, json: () => string): object => redactedRecord(raw, alias, ids, json);
    const work = async (signal: AbortSignal) => await madeOfRecords(submissions, redact, signal);
    const records = await (submissions.length > few
      ? cancellably(l10n.t('Redacting {0} submissions', countText(submissions.length)), work)
      : work(new AbortController().signal));
    if (records !== undefined && records.length > 0) {
      await vscode.env.clipboard.writeText(JSON.stringify(records.length === 1 ? records[0] : records, null, 2));
      vscode.window.setStatusBarMessage(
        records.length === 1
          ? l10n.t('Redacted JSON copied')
          : l10n.t('Redacted JSON of {0} submissions copied', countText(records.length)),
        4000,
      );
    }
  }
}
