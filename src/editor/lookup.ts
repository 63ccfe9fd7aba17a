import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { success, type Result } from '../api/failure.ts';
import type { Session } from '../session/session.ts';
import type { Project } from '../session/state.ts';
import { idInText } from '../submissions/privacy/idInText.ts';
import type { Submission } from '../submissions/model/submission.ts';
import { cancellably } from './cancellably.ts';
import { tell } from './failureNotice.ts';
import type { LookUpHistory } from './history.ts';
import { askForId, offersOf, problemText } from './idPick.ts';
import type { RecordPanels } from './record/panels.ts';
import type { ScreenShare } from './screenShare.ts';
import { safeText } from './safeText.ts';

/** What a look-up works on. */
export interface LookUpOptions {
  readonly session: Session;
  readonly history: LookUpHistory;
  readonly panels: RecordPanels;
  readonly screenShare: ScreenShare;
}

/** Looks a submission up: by the selection when started in an editor, else by what is typed or chosen. */
export async function lookUp(options: LookUpOptions, fromSelection: boolean): Promise<void> {
  const { session, history, screenShare } = options;
  if (session.state.kind === 'idle') {
    await tellNoProject();
    return;
  }
  const { project } = session.state;
  const id = fromSelection ? selectedId() : undefined;
  const asked =
    id ?? (await askForId(l10n.t('Look Up Submission'), await offersOf(history.ids(project.id)), screenShare.mask));
  if (asked !== undefined) {
    await find(options, project, asked);
  }
}

async function find(options: LookUpOptions, project: Project, id: string): Promise<void> {
  const { session, history, panels, screenShare } = options;
  const loaded = session.records.loaded(project, id);
  const result =
    loaded === undefined ? await askService(session, project, id, screenShare.mask.id(id)) : success(loaded);
  if (!result.ok) {
    await tell(result.failure, screenShare.mask, async () => {
      await find(options, project, id);
    });
  } else if (result.value === undefined) {
    await tellNotFound(project, screenShare.mask.id(id));
  } else {
    await history.add(project.id, id);
    session.records.showLookedUp(project, result.value);
    panels.show(project.id, id, { focus: true });
  }
}

async function askService(
  session: Session,
  project: Project,
  id: string,
  shownId: string,
): Promise<Result<Submission | undefined>> {
  const title = l10n.t('Looking up {0}…', safeText(shownId, 80));
  return await cancellably(title, async (signal) => await session.records.ask(project, id, signal));
}

function selectedId(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  const text = editor?.document.getText(editor.selection) ?? '';
  const found = idInText(text);
  if ('id' in found) {
    return found.id;
  }
  if (text.trim() !== '') {
    void vscode.window.showWarningMessage(problemText(found.problem));
  }
  return undefined;
}

async function tellNotFound(project: Project, id: string): Promise<void> {
  const switchProject = l10n.t('Switch Project…');
  const picked = await vscode.window.showWarningMessage(
    l10n.t(
      'The project “{0}” has no submission {1}. It may belong to another project.',
      safeText(project.name),
      safeText(id, 80),
    ),
    switchProject,
  );
  if (picked === switchProject) {
    await vscode.commands.executeCommand('faceauth.switchProject');
  }
}

async function tellNoProject(): Promise<void> {
  const add = l10n.t('Add Project…');
  const demo = l10n.t('Explore Demo Data');
  const picked = await vscode.window.showInformationMessage(
    l10n.t('Add a project first, or explore demo data.'),
    add,
    demo,
  );
  if (picked !== undefined) {
    await vscode.commands.executeCommand(picked === add ? 'faceauth.addProject' : 'faceauth.openDemo');
  }
}
