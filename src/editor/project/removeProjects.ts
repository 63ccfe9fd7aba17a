import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { countText } from '../../submissions/words/countText.ts';
import { projectName } from '../../session/projectName.ts';
import type { Project } from '../../session/state.ts';
import type { Core } from '../core.ts';
import { safeText } from '../window/safeText.ts';
import { tellNotDeleted } from './keyNotices.ts';
import { pickProject } from './projectPick.ts';

/** Removes one project and its key, after a question. */
export async function removeProject(core: Core): Promise<void> {
  const { store, files } = core;
  const project = await pickProject(core, l10n.t('Remove Project'), [...store.all(), ...files.all()]);
  if (project === undefined) {
    return;
  }
  if (project.file !== undefined) {
    // Nothing is lost: the file stays, and opens again.
    await files.forget(project.id);
    await leave(core, project);
    tellRemoved(core, project);
    return;
  }
  const question = l10n.t('Remove the project “{0}” and its key from VS Code?', safeText(project.name));
  const detail = l10n.t('Nothing changes at the service. You need the key again to come back.');
  const remove = l10n.t('Remove');
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, remove)) === remove) {
    tellNotDeleted(core, await store.remove([project.id]));
    await core.history.forget(project.id);
    tellRemoved(core, project);
  }
}

function tellRemoved({ mask }: Core, project: Project): void {
  vscode.window.setStatusBarMessage(l10n.t('Project {0} removed', safeText(projectName(project, mask()))), 4000);
}

/** Shows another project in the place of one that is gone. */
async function leave({ store, shown }: Core, { id }: Project): Promise<void> {
  if (shown.current?.id === id) {
    await shown.leaveFor(store.all()[0]);
  }
}

/**
 * Removes all projects of this profile and their keys. VS Code keeps the secrets of all its profiles together and does not
 * tell whose they are: keys without a project here are only deleted when that is chosen.
 */
export async function removeAllProjects(core: Core): Promise<void> {
  const { store, files, shown, history, aliases } = core;
  const ids = store.all().map(({ id }) => id);
  const others = await store.otherKeys();
  const remove = l10n.t('Remove All');
  const removeOthers = l10n.t('Remove All and Other Keys');
  const question = l10n.t('Remove all projects and keys from VS Code?');
  const picked = await vscode.window.showWarningMessage(
    question,
    { modal: true, detail: detailOf(ids.length, others.length) },
    remove,
    ...(others.length > 0 ? [removeOthers] : []),
  );
  if (picked === undefined) {
    return;
  }
  tellNotDeleted(core, await store.remove(picked === removeOthers ? [...ids, ...others] : ids));
  await files.forgetAll();
  await history.clear();
  await aliases.forget();
  // One that another window added while the question was open stays.
  await shown.leaveFor(store.all()[0]);
  vscode.window.setStatusBarMessage(l10n.t('All projects and keys removed'), 4000);
}

function detailOf(projects: number, others: number): string {
  const lines = [
    l10n.t(
      'Projects and keys that are removed: {0}. The look-up history, the aliases and the list of opened files go with them; the files stay.',
      countText(projects),
    ),
    ...(others > 0
      ? [
          l10n.t(
            'Other keys in VS Code’s secret storage, left over or of projects in another profile: {0}. They stay, unless you choose to remove them too.',
            countText(others),
          ),
        ]
      : []),
    l10n.t('Nothing changes at the service. You need the keys again to come back.'),
  ];
  return lines.join('\n\n');
}
