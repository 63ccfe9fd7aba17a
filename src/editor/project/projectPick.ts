import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { projectName } from '../../session/projectName.ts';
import type { Project } from '../../session/state.ts';
import { demoProject } from '../../sources/demo.ts';
import type { Core } from '../core.ts';
import { safeText } from '../window/safeText.ts';
import { tellProjectGone } from './noProject.ts';

/** The command that makes a project of which VS Code does not know yet. */
type NewProject = 'faceauth.addProject' | 'faceauth.openFile';

/**
 * Lets a person choose one of `projects`, which are those with a key unless others are given. If there are none, says
 * so, with a button that adds one.
 */
export async function pickProject(
  core: Core,
  title: string,
  projects = core.store.all(),
): Promise<Project | undefined> {
  const { shown, mask } = core;
  if (projects.length === 0) {
    await tellNone();
    return undefined;
  }
  const items = projects.map((project) => itemOf(project, shown.current?.id, mask()));
  const picked = await vscode.window.showQuickPick(items, options(title));
  return picked && asItIsNow(core, picked.project);
}

/** The same with the files and the demo, and with ways to add another. */
export async function pickAnyProject(core: Core, title: string): Promise<Project | NewProject | undefined> {
  const { store, files, shown, mask } = core;
  const items = [...store.all(), ...files.all(), demoProject].map((project) =>
    itemOf(project, shown.current?.id, mask()),
  );
  const add = { label: l10n.t('Add Project…'), project: 'faceauth.addProject' as const };
  const open = { label: l10n.t('Open File…'), project: 'faceauth.openFile' as const };
  const picked = await vscode.window.showQuickPick([...items, add, open], options(title));
  return typeof picked?.project === 'object' ? asItIsNow(core, picked.project) : picked?.project;
}

/**
 * Lets a person choose the project in which to look. A project that is added, or a file that is opened for it, is the
 * choice too.
 */
export async function pickOrMakeProject(core: Core, title: string): Promise<Project | undefined> {
  const { shown, store } = core;
  const picked = await pickAnyProject(core, title);
  if (typeof picked !== 'string') {
    return picked;
  }
  const before = new Set([shown.current, ...store.all()].map((project) => project?.id));
  await vscode.commands.executeCommand(picked);
  // Another project may be shown by now: an id must not go to a service that nobody chose for it.
  const made =
    picked === 'faceauth.addProject' ? store.all() : shown.current?.file === undefined ? [] : [shown.current];
  return made.find(({ id }) => !before.has(id));
}

/** The project that was chosen: another window may have renamed or removed it while the list was open, which is told. */
function asItIsNow({ shown }: Core, { id }: Project): Project | undefined {
  const project = shown.byId(id);
  if (project === undefined) {
    tellProjectGone();
  }
  return project;
}

function options(title: string): vscode.QuickPickOptions {
  return { title, placeHolder: l10n.t('Choose a project.'), matchOnDetail: true };
}

function itemOf(project: Project, shownId: string | undefined, mask: Mask) {
  const note =
    project.id === demoProject.id
      ? l10n.t('synthetic, needs no key')
      : project.file === undefined
        ? ''
        : l10n.t('file, needs no key');
  const place = project.file === undefined ? placeOf(project.address) : mask.text(project.file);
  return {
    label: safeText(projectName(project, mask)),
    description: project.id === shownId ? l10n.t('shown now') : note,
    ...(place !== undefined && { detail: safeText(place) }),
    project,
  };
}

/** Host and path of an address, without its scheme where that is the usual one. */
function placeOf(address: string | undefined): string | undefined {
  return address?.replace(/^https:\/\//, '');
}

async function tellNone(): Promise<void> {
  const add = l10n.t('Add Project…');
  if ((await vscode.window.showInformationMessage(l10n.t('There is no project yet.'), add)) === add) {
    await vscode.commands.executeCommand('faceauth.addProject');
  }
}
