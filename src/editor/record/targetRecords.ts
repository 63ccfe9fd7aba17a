import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { projectName } from '../../session/projectName.ts';
import type { Project } from '../../session/state.ts';
import type { Submission } from '../../submissions/model/submission.ts';
import type { Core } from '../core.ts';
import type { DocumentAddresses } from '../document/addresses.ts';
import type { Side } from '../document/compare.ts';
import { cancellably } from '../window/cancellably.ts';
import { tell } from '../window/failureNotice.ts';
import { safeText } from '../window/safeText.ts';
import type { Answer } from './liveRecord.ts';
import type { LiveRecords } from './liveRecords.ts';
import { offerOtherProject, tellProjectOfRecordGone } from './otherProject.ts';
import { referenceTo } from './rowOfRecord.ts';
import type { RecordTarget, Target } from './targets.ts';

/** The records behind what commands are started on. */
export class TargetRecords {
  readonly #core: Core;
  readonly #addresses: DocumentAddresses;
  readonly #live: LiveRecords;

  constructor(core: Core, addresses: DocumentAddresses, live: LiveRecords) {
    this.#core = core;
    this.#addresses = addresses;
    this.#live = live;
  }

  /** The address of the target's JSON document. */
  uriOf(target: Target): vscode.Uri {
    if (target.kind === 'broken') {
      return this.#addresses.ofPlace(target.projectId, target.place);
    }
    const submission = this.#loaded(target);
    if (submission === undefined) {
      return this.#addresses.ofId(target);
    }
    return referenceTo(this.#core, target.projectId, submission).serviceProject === undefined
      ? this.#addresses.ofSubmission(target.projectId, submission)
      : this.#addresses.ofPlace(target.projectId, submission);
  }

  /** The target as one side of a comparison. */
  sideOf(target: Target): Side {
    const submission = target.kind === 'broken' ? undefined : this.#loaded(target);
    return { uri: this.uriOf(target), createdAt: submission?.createdAt };
  }

  /**
   * The submission of a target: a known one at once, else the service is asked, which can be cancelled. Undefined for a
   * record without an id, and where no submission was found, which is told. `again` is what Try Again does then.
   */
  async submissionOf(target: Target, again: () => Promise<void>): Promise<Submission | undefined> {
    const loaded = target.kind === 'broken' ? undefined : this.#loaded(target);
    if (target.kind === 'broken' || loaded !== undefined) {
      return loaded;
    }
    const project = this.#core.shown.byId(target.projectId);
    if (project === undefined) {
      tellProjectOfRecordGone(this.#core, target.id);
      return undefined;
    }
    return await this.#find(project, target, again);
  }

  #loaded(target: Target & { kind: 'submission' }): Submission | undefined {
    const { shown, session } = this.#core;
    const { projectId, id, submission, serviceProject } = target;
    if (submission !== undefined) {
      // A row may be older than what came since it was painted.
      return session.records.later(projectId, id, submission) ?? submission;
    }
    const project = shown.byId(projectId);
    const known = project && session.records.known(project, id, serviceProject);
    // What is open in a tab need not be asked for once more.
    return known ?? this.#live.copyOf(target);
  }

  async #find(
    project: Project,
    { id, serviceProject }: RecordTarget,
    again: () => Promise<void>,
  ): Promise<Submission | undefined> {
    const { session, mask } = this.#core;
    const title = l10n.t('Looking up {0}…', safeText(mask().id(id), 80));
    const found = await cancellably(title, async (signal) => {
      return await session.records.find(project, id, signal, serviceProject);
    });
    if (!found.ok || found.value === undefined) {
      this.#tellWhy(project, id, found, again);
      return undefined;
    }
    return found.value;
  }

  #tellWhy(project: Project, id: string, found: Answer, again: () => Promise<void>): void {
    const { guard, mask } = this.#core;
    if (found.ok) {
      const name = safeText(projectName(project, mask()), 80);
      offerOtherProject(this.#core, id, l10n.t('The project “{0}” has no submission of this id.', name));
      return;
    }
    const { failure } = found;
    void guard(async () => {
      const target = { projectId: project.id, id };
      await tell(failure, { mask, again, projectId: project.id, target });
    });
  }
}
