import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Project } from '../../session/state.ts';
import { demoProject } from '../../sources/demo.ts';
import type { Core } from '../core.ts';
import { safeText } from '../window/safeText.ts';

/** Lets a person choose among the projects with a key. Where there is none, it is said, and one can be added. */
export async function pickProject({ store, shown }: Core, title: string): Promise<Project | undefined> {
  const projects = store.all();
  if (projects.length === 0) {
    await tellNone();
    return undefined;
  }
  const items = projects.map((project) => itemOf(project, shown.current?.id));
  return (await vscode.window.showQuickPick(items, options(title)))?.project;
}

/** The same with the demo, and a way to add another. */
export async function pickAnyProject({ store, shown }: Core, title: string): Promise<Project | 'add' | undefined> {
  const items = [...store.all(), demoProject].map((project) => itemOf(project, shown.current?.id));
  const add = { label: l10n.t('Add Project…'), project: 'add' as const };
  return (await vscode.window.showQuickPick([...items, add], options(title)))?.project;
}

function options(title: string): vscode.QuickPickOptions {
  return { title, placeHolder: l10n.t('Choose a project.'), matchOnDetail: true };
}

function itemOf(project: Project, shownId: string | undefined) {
  const isDemo = project.id === demoProject.id;
  return {
    label: safeText(project.name),
    description: project.id === shownId ? l10n.t('shown now') : isDemo ? l10n.t('synthetic, needs no key') : '',
    ...(project.address !== undefined && { detail: placeOf(project.address) }),
    project,
  };
}

/** Host and path of an address, without its scheme where that is the usual one. */
function placeOf(address: string): string {
  return safeText(address.replace(/^https:\/\//, ''));
}

async function tellNone(): Promise<void> {
  const add = l10n.t('Add Project…');
  if ((await vscode.window.showInformationMessage(l10n.t('There is no project yet.'), add)) === add) {
    await vscode.commands.executeCommand('faceauth.addProject');
  }
}
