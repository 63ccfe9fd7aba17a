import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { projectName } from '../../session/projectName.ts';
import type { Project } from '../../session/state.ts';
import { demoProject } from '../../sources/demo.ts';
import { asksService } from '../../sources/sources.ts';
import { readSubmissionLink, type LinkProblem } from '../../submissions/links/submissionLink.ts';
import type { Core } from '../core.ts';
import { keyText } from '../lookUp/idPick.ts';
import { pickAnyProject } from '../project/projectPick.ts';
import { tell } from '../window/failureNotice.ts';
import { safeText } from '../window/safeText.ts';

/** Links that were followed from outside of VS Code. Anybody may have written them: nothing is sent before a person agrees. */
export class DeepLinks {
  readonly #core: Core;
  /** A page could open a hundred links: while one is asked about, the others are dropped. */
  #isAsking = false;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Asks whether the submission that a link names may be looked up, and where; then does it. */
  async open(uri: vscode.Uri): Promise<void> {
    if (this.#isAsking) {
      return;
    }
    this.#isAsking = true;
    try {
      await this.#ask(uri);
    } finally {
      this.#isAsking = false;
    }
  }

  /**
   * Asks about one link. The look-up that follows is not waited for: it may take long, and another link may be followed
   * meanwhile.
   */
  async #ask(uri: vscode.Uri): Promise<void> {
    const link = readSubmissionLink(uri);
    if (typeof link === 'string') {
      await vscode.window.showWarningMessage(problemText(link), { modal: true });
    } else if (await this.#core.store.isKey(link.authId)) {
      await vscode.window.showWarningMessage(keyText(), { modal: true });
    } else {
      const project = this.#projectOf(link.project) ?? (await this.#otherProject(link.project));
      if (project !== undefined && (await this.#mayAsk(link.authId, project))) {
        void vscode.commands.executeCommand('faceauth.lookup', { authId: link.authId, projectId: project.id });
      }
    }
  }

  /** The one project of this name. A link without a name means the one that is shown. */
  #projectOf(name: string | undefined): Project | undefined {
    const { store, shown } = this.#core;
    if (name === undefined) {
      return shown.current;
    }
    const named: readonly Project[] = store.all().filter((project) => project.name === name);
    const [first, ...others] = name === demoProject.linkName ? [...named, demoProject] : named;
    return others.length === 0 ? first : undefined;
  }

  /** A project that a person chooses, where a link names none or several. */
  async #otherProject(name: string | undefined): Promise<Project | undefined> {
    const choose = l10n.t('Choose a Project…');
    const text =
      name === undefined
        ? l10n.t('A link from outside of VS Code names a submission, but no project.')
        : l10n.t(
            'A link from outside of VS Code names the project “{0}”, which is not the name of one here.',
            safeText(name, 80),
          );
    const detail = l10n.t('Nothing was sent.');
    if ((await vscode.window.showWarningMessage(text, { modal: true, detail }, choose)) !== choose) {
      return undefined;
    }
    const project = await pickAnyProject(this.#core, l10n.t('Choose a Project'));
    if (typeof project === 'string') {
      // Not waited for: meanwhile other links may be followed, this one too.
      void vscode.commands.executeCommand(project);
      return undefined;
    }
    return project;
  }

  async #mayAsk(authId: string, project: Project): Promise<boolean> {
    const lookUp = l10n.t('Look Up');
    const detail = await this.#whereTo(project);
    const mask = this.#core.mask();
    const text = l10n.t(
      'Look up the submission {0} in the project “{1}”?',
      safeText(mask.id(authId), 300),
      safeText(projectName(project, mask), 80),
    );
    return (
      detail !== undefined && (await vscode.window.showWarningMessage(text, { modal: true, detail }, lookUp)) === lookUp
    );
  }

  /** Says which host the id would go to; undefined where the address cannot be used, which is told. */
  async #whereTo(project: Project): Promise<string | undefined> {
    if (!asksService(project)) {
      return l10n.t('A link from outside of VS Code asks for this. No service is asked.');
    }
    const { store, guard, mask } = this.#core;
    const base = await store.base(project.id);
    if (!base.ok) {
      void guard(async () => {
        await tell(base.failure, { mask, again: async () => undefined, projectId: project.id });
      });
      return undefined;
    }
    return l10n.t('A link from outside of VS Code asks for this. The id goes to {0}.', safeText(base.value.host, 200));
  }
}

function problemText(problem: LinkProblem): string {
  switch (problem) {
    case 'unknownPath':
      return l10n.t('A link from outside of VS Code names nothing that FaceAuth Inspector can open.');
    case 'noId':
      return l10n.t('A link from outside of VS Code names no id that can be looked up.');
    case 'ambiguous':
      return l10n.t('A link from outside of VS Code names something twice, so it is not followed.');
  }
}
