import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Failure } from '../../api/failure.ts';
import { projectName } from '../../session/projectName.ts';
import type { Project } from '../../session/state.ts';
import type { Submission } from '../../submissions/model/submission.ts';
import { countText } from '../../submissions/words/countText.ts';
import type { Core } from '../core.ts';
import type { Answer } from '../record/liveRecord.ts';
import type { LiveRecords } from '../record/liveRecords.ts';
import type { RecordTarget } from '../record/targets.ts';
import { openRecord } from '../record/openRecord.ts';
import { pickOrMakeProject } from '../project/projectPick.ts';
import { cancellably } from '../window/cancellably.ts';
import { tell } from '../window/failureNotice.ts';
import { safeText } from '../window/safeText.ts';

/** What the panel is reading for a look-up, and the ids that come after it. */
interface Awaited {
  readonly project: Project;
  readonly id: string;
  readonly rest: readonly string[];
  /** Whether no answer has come yet, not even a failure. */
  readonly isOpen: boolean;
}

/**
 * Looks submissions up. The first opens at once in a panel, which says that it is loading, that the service failed or
 * that there is none; the others are put under Looked up.
 */
export class LookUps implements vscode.Disposable {
  readonly #core: Core;
  readonly #answers: vscode.Disposable;
  /** Kept until the submission has come: after a failure, Try Again in the panel may find it. */
  #awaited: Awaited | undefined;

  constructor(core: Core, live: LiveRecords) {
    this.#core = core;
    this.#answers = live.onDidAnswer(({ target, answer }) => {
      void core.guard(async () => {
        await this.#take(target, answer);
      });
    });
  }

  /** Looks up ids of a project, the first of them in front. */
  async run(project: Project, ids: readonly string[]): Promise<void> {
    const [first, ...rest] = ids;
    if (first === undefined) {
      return;
    }
    const before = this.#awaited;
    const known = this.#core.session.records.known(project, first);
    // The panel reads a submission that is not known: one request serves both, and closing the panel cancels it.
    this.#awaited = known === undefined ? { project, id: first, rest, isOpen: true } : undefined;
    if (known !== undefined) {
      await this.#list(project, known);
    }
    await openRecord(project.id, first);
    if (known !== undefined) {
      this.#askBehind(project, first);
      await this.#lookUpOthers(project, rest, first);
    }
    if (before?.isOpen === true) {
      // The panel shows another submission now, but the one that it was reading before is still wanted.
      const own = before.project.id === project.id ? ids : [];
      const wished = [before.id, ...before.rest].filter((id) => !own.includes(id));
      await this.#lookUpOthers(before.project, wished, undefined);
    }
  }

  dispose(): void {
    this.#answers.dispose();
  }

  async #take({ projectId, id }: RecordTarget, answer: Answer): Promise<void> {
    const awaited = this.#awaited;
    if (awaited === undefined || awaited.id !== id || awaited.project.id !== projectId) {
      return;
    }
    const { project, rest } = awaited;
    const submission = answer.ok ? answer.value : undefined;
    const next = idsAfter(answer, awaited);
    const left = next.length > 0 ? [] : rest;
    this.#awaited = submission === undefined ? { ...awaited, rest: left, isOpen: false } : undefined;
    if (submission !== undefined) {
      await this.#list(project, submission);
    }
    await this.#lookUpOthers(project, next, submission?.id);
  }

  /** Puts a submission first under Looked up and in the history. Nothing from a file goes into the history. */
  async #list(project: Project, submission: Submission): Promise<void> {
    this.#core.session.records.showLookedUp(project, submission);
    if (project.file === undefined) {
      await this.#core.history.add(project.id, submission.id);
    }
    void vscode.commands.executeCommand('setContext', 'faceauth.found', true);
  }

  /**
   * Asks again for a submission that is already shown, because it may have changed. After a failure the copy shown
   * stays, and the log has a line.
   */
  #askBehind(project: Project, id: string): void {
    const { session, guard } = this.#core;
    void guard(async () => {
      const now = await session.records.ask(project, id, new AbortController().signal);
      if (now.ok && now.value === undefined) {
        this.#tellNotFound(project, [id]);
      }
    });
  }

  /** Looks up the other ids. The submission with the id `first` stays first under Looked up. */
  async #lookUpOthers(project: Project, ids: readonly string[], first: string | undefined): Promise<void> {
    if (ids.length === 0) {
      return;
    }
    const title = ids.length === 1 ? l10n.t('Looking up 1 id…') : l10n.t('Looking up {0} ids…', countText(ids.length));
    await cancellably(title, async (signal) => {
      await this.#askEach(project, ids.toReversed(), signal);
    });
    if (first !== undefined) {
      this.#core.session.records.showFirst(project, first);
    }
  }

  /**
   * Asks for one id after the other. Stops when the service fails, or when another project is shown, which has no rows
   * for them. Ids that the project does not have are told together.
   */
  async #askEach(project: Project, ids: readonly string[], signal: AbortSignal): Promise<void> {
    const missing: string[] = [];
    for (const [index, id] of ids.entries()) {
      const { records } = this.#core.session;
      const answer = this.#isShown(project) ? await records.ask(project, id, signal) : undefined;
      if (answer === undefined || !this.#isShown(project)) {
        this.#tellLeft(project, ids.slice(index));
        break;
      }
      if (!answer.ok) {
        const isOnlyThis = answer.failure.kind === 'unreadableRecord';
        this.#tellFailure(project, id, answer.failure, isOnlyThis ? [id] : ids.slice(index));
        if (!isOnlyThis) {
          break;
        }
      } else if (answer.value === undefined) {
        missing.push(id);
      } else {
        await this.#list(project, answer.value);
      }
    }
    this.#tellNotFound(project, missing.toReversed());
  }

  #isShown({ id }: Project): boolean {
    return this.#core.shown.current?.id === id;
  }

  /** Shows a project, and does not wait until it is read. False where it is gone, which is told. */
  #show(project: Project): boolean {
    const { shown, guard } = this.#core;
    if (!this.#isShown(project)) {
      void guard(async () => {
        await shown.open(project);
      });
    }
    return this.#isShown(project);
  }

  /** Says that the rest of a look-up was not asked for, and goes on with it on request. */
  #tellLeft(project: Project, rest: readonly string[]): void {
    const goOn = l10n.t('Go On There');
    const text = l10n.t(
      'The project “{0}” is no longer shown, so the rest of the look-up was not done.',
      safeText(projectName(project, this.#core.mask())),
    );
    void this.#core.guard(async () => {
      if ((await vscode.window.showInformationMessage(text, goOn)) === goOn && this.#show(project)) {
        await this.#lookUpOthers(project, rest.toReversed(), undefined);
      }
    });
  }

  /**
   * Tells a failure, and offers to try the rest again. Does not wait for an answer, so that something else can be
   * looked up.
   */
  #tellFailure(project: Project, id: string, failure: Failure, rest: readonly string[]): void {
    const { guard, mask } = this.#core;
    const target = { projectId: project.id, id };
    const again = async (): Promise<void> => {
      await this.#lookUpOthers(project, rest.toReversed(), undefined);
    };
    void guard(async () => {
      await tell(failure, { mask, again, projectId: project.id, target });
    });
  }

  #tellNotFound(project: Project, ids: readonly string[]): void {
    const [first, ...others] = ids;
    if (first === undefined) {
      return;
    }
    const other = l10n.t('Look in Another Project…');
    const mask = this.#core.mask();
    const [name, id] = [safeText(projectName(project, mask)), safeText(mask.id(first), 80)];
    const text =
      others.length === 0
        ? l10n.t('The project “{0}” has no submission {1}. It may belong to another project.', name, id)
        : others.length === 1
          ? l10n.t(
              'The project “{0}” has no submission {1}, nor another that was looked up. They may belong to another project.',
              name,
              id,
            )
          : l10n.t(
              'The project “{0}” has no submission {1}, nor {2} others that were looked up. They may belong to another project.',
              name,
              id,
              countText(others.length),
            );
    void this.#core.guard(async () => {
      if ((await vscode.window.showWarningMessage(text, other)) === other) {
        await this.#lookElsewhere(ids);
      }
    });
  }

  /**
   * Looks for the ids in another project, which a person chooses. Several ids become rows, so their project is shown
   * first.
   */
  async #lookElsewhere(ids: readonly string[]): Promise<void> {
    const project = await pickOrMakeProject(this.#core, l10n.t('Look in Another Project'));
    if (project !== undefined && (ids.length === 1 || this.#show(project))) {
      await this.run(project, ids);
    }
  }
}

/** The ids to look up once the panel has an answer for the first of them. */
function idsAfter(answer: Answer, { id, rest }: Awaited): readonly string[] {
  if (answer.ok || answer.failure.kind === 'unreadableRecord') {
    return rest;
  }
  // Cancelled: the panel was closed or shows another record by now. A single id is dropped with it; several ids are
  // still wanted as rows.
  const isGivenUp = answer.failure.kind === 'cancelled' && rest.length > 0;
  // After any other failure the rest would fail as well.
  return isGivenUp ? [id, ...rest] : [];
}
