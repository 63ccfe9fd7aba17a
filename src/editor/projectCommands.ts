import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Ask } from '../api/client.ts';
import type { Result } from '../api/failure.ts';
import type { Session } from '../session/session.ts';
import type { Project } from '../session/state.ts';
import { demoProject } from './connections.ts';
import { askForKey } from './keyInput.ts';
import type { ProjectStore } from './projectStore.ts';
import { safeText } from './safeText.ts';

/** What the commands about projects work on. */
export interface ProjectCommandsOptions {
  readonly store: ProjectStore;
  readonly session: Session;
  readonly connect: (key: string) => Result<Ask>;
  readonly open: (project: Project | undefined) => Promise<void>;
}

/** Adding, switching and removing projects and their keys. */
export class ProjectCommands {
  readonly #options: ProjectCommandsOptions;

  constructor(options: ProjectCommandsOptions) {
    this.#options = options;
  }

  async add(): Promise<void> {
    const { store, connect, open } = this.#options;
    const title = t('Add Project');
    const name = await vscode.window.showInputBox({
      title: t('{0} (1 of 2)', title),
      prompt: t('A name for the FaceAuth project, as you want to see it here.'),
      placeHolder: t('Production'),
      ignoreFocusOut: true,
      validateInput: (text) => this.#wrongName(text.trim()),
    });
    if (name === undefined) {
      return;
    }
    const key = await askForKey({ title: t('{0} (2 of 2)', title), connect });
    if (key === undefined) {
      return;
    }
    const project = { id: crypto.randomUUID(), name: name.trim() };
    await tellUnsaved(await store.add(project, key));
    await open(project);
  }

  async switch(): Promise<void> {
    const project = await this.#pick(t('Switch Project'), true);
    if (project === 'add') {
      await this.add();
    } else if (project !== undefined) {
      await this.#options.open(project);
    }
  }

  async replaceKey(): Promise<void> {
    const { store, connect, open, session } = this.#options;
    const shown = session.state.kind === 'idle' ? undefined : session.state.project;
    const known = store.all().find(({ id }) => id === shown?.id);
    const project = known ?? (await this.#pick(t('Replace API Key')));
    if (project === undefined || project === 'add') {
      return;
    }
    const key = await askForKey({ title: t('Replace API Key of {0}', safeText(project.name)), connect });
    if (key !== undefined) {
      await tellUnsaved(await store.setKey(project.id, key));
      await open(project);
    }
  }

  async remove(): Promise<void> {
    const { store, open, session } = this.#options;
    const project = await this.#pick(t('Remove Project'));
    if (project === undefined || project === 'add') {
      return;
    }
    const question = t('Remove the project “{0}” and its key from VS Code?', safeText(project.name));
    const detail = t('Nothing changes at the service. You need the key again to come back.');
    const remove = t('Remove');
    if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, remove)) !== remove) {
      return;
    }
    await store.remove(project.id);
    if (session.state.kind !== 'idle' && session.state.project.id === project.id) {
      await open(store.all()[0]);
    }
  }

  async removeAll(): Promise<void> {
    const question = t('Remove all projects and keys from VS Code?');
    const detail = t('Nothing changes at the service. You need the keys again to come back.');
    const remove = t('Remove All');
    if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, remove)) === remove) {
      await this.#options.store.removeAll();
      await this.#options.open(undefined);
    }
  }

  async #pick(title: string, all = false): Promise<Project | 'add' | undefined> {
    const { store, session } = this.#options;
    const shown = session.state.kind === 'idle' ? undefined : session.state.project.id;
    const projects = all ? [...store.all(), demoProject] : store.all();
    const items = projects.map((project) => ({
      label: safeText(project.name),
      description:
        project.id === shown ? t('shown now') : project.id === demoProject.id ? t('synthetic, needs no key') : '',
      project: project as Project | 'add',
    }));
    const add = { label: t('Add Project…'), description: '', project: 'add' as const };
    const placeHolder = items.length === 0 ? t('There is no project yet.') : t('Choose a project.');
    const picked = await vscode.window.showQuickPick(all || items.length === 0 ? [...items, add] : items, {
      title,
      placeHolder,
    });
    return picked?.project;
  }

  #wrongName(name: string): string | undefined {
    if (name === '') {
      return t('Enter a name.');
    }
    if (name.length > 60) {
      return t('Enter a name of at most 60 characters.');
    }
    return this.#options.store.all().some((project) => project.name === name)
      ? t('There is a project of this name already. To change its key, use Replace API Key.')
      : undefined;
  }
}

async function tellUnsaved(saved: boolean): Promise<void> {
  if (!saved) {
    await vscode.window.showWarningMessage(
      t('This machine has no keyring that VS Code can use, so the key is kept only until this window closes.'),
    );
  }
}
