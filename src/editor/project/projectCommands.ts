import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { trimmed } from '../../api/invisible.ts';
import { demoProject } from '../../sources/demo.ts';
import type { Core } from '../core.ts';
import { tellUnseen } from '../list/tellUnseen.ts';
import { safeText } from '../window/safeText.ts';
import { askForText } from '../window/textBox.ts';
import { addProject } from './addProject.ts';
import { tellProjectGone } from './noProject.ts';
import { checkName, holdsKey } from './projectName.ts';
import { pickAnyProject, pickProject } from './projectPick.ts';
import { removeAllProjects, removeProject } from './removeProjects.ts';
import { replaceKey } from './replaceKey.ts';

/** Adding, renaming, switching and removing projects and their keys. */
export function registerProjects(core: Core): vscode.Disposable {
  const { commands, settings, shown, store, guard } = core;
  return vscode.Disposable.from(
    commands.register('faceauth.addProject', async () => {
      await addProject(core);
    }),
    commands.register('faceauth.switchProject', async () => {
      await switchProject(core);
    }),
    commands.register('faceauth.renameProject', async () => {
      await renameProject(core);
    }),
    commands.register('faceauth.replaceKey', async ([given]) => {
      await replaceKey(core, given);
    }),
    commands.register('faceauth.removeProject', async () => {
      await removeProject(core);
    }),
    commands.register('faceauth.removeAllKeys', async () => {
      await removeAllProjects(core);
    }),
    commands.register('faceauth.openDemo', async () => {
      // Open the demo first: when the view comes into sight, it reads the project that is shown.
      const opened = shown.open(demoProject);
      await Promise.all([vscode.commands.executeCommand('faceauth.submissions.focus'), opened]);
    }),
    settings.onDidChange((name) => {
      if (name === 'baseUrl') {
        // Projects that have an address keep it. Those of version 0.1.0 wait for one that can be used.
        void guard(async () => {
          await store.adopt();
          await shown.tryAgain();
        });
      }
    }),
  );
}

async function switchProject(core: Core): Promise<void> {
  const project = await pickAnyProject(core, l10n.t('Switch Project'));
  if (typeof project === 'string') {
    await vscode.commands.executeCommand(project);
  } else if (project !== undefined) {
    await core.shown.open(project);
    tellUnseen(core);
  }
}

/** Renames the project that is shown, else one that is chosen. */
async function renameProject(core: Core): Promise<void> {
  const { store, shown } = core;
  const title = l10n.t('Rename Project');
  const project = store.all().find(({ id }) => id === shown.current?.id) ?? (await pickProject(core, title));
  if (project === undefined) {
    return;
  }
  const answer = await askForText({
    title,
    value: project.name,
    prompt: l10n.t(
      'Another name for “{0}”, as you want to see it here. Nothing changes at the service.',
      safeText(project.name),
    ),
    placeholder: l10n.t('Production'),
    check: (text) =>
      checkName(
        text,
        store.all().filter(({ id }) => id !== project.id),
      ),
  });
  if (answer === undefined || (await holdsKey(core, answer.text))) {
    return;
  }
  const name = trimmed(answer.text);
  if (await store.rename(project.id, name)) {
    vscode.window.setStatusBarMessage(l10n.t('Project renamed to {0}', safeText(name)), 4000);
  } else {
    tellProjectGone();
  }
}
