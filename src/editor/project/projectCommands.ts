import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { invisibleIn, trimmed } from '../../api/invisible.ts';
import type { Project } from '../../session/state.ts';
import { demoProject } from '../../sources/demo.ts';
import type { Core } from '../core.ts';
import { askForKey } from './keyInput.ts';
import { safeText } from '../window/safeText.ts';

/** Adding, switching and removing projects and their keys. */
export function registerProjects(core: Core): vscode.Disposable {
  const { commands, settings, shown, guard } = core;
  const projects = new ProjectCommands(core);
  return vscode.Disposable.from(
    commands.register('faceauth.addProject', async () => {
      await projects.add();
    }),
    commands.register('faceauth.switchProject', async () => {
      await projects.switch();
    }),
    commands.register('faceauth.replaceKey', async () => {
      await projects.replaceKey();
    }),
    commands.register('faceauth.removeProject', async () => {
      await projects.remove();
    }),
    commands.register('faceauth.removeAllKeys', async () => {
      await projects.removeAll();
    }),
    commands.register('faceauth.openDemo', async () => {
      await vscode.commands.executeCommand('faceauth.submissions.focus');
      await shown.open(demoProject);
    }),
    settings.onDidChange((name) => {
      if (name === 'baseUrl') {
        void guard(async () => {
          await shown.reopen();
        });
      }
    }),
  );
}

class ProjectCommands {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  async add(): Promise<void> {
    const { store, connectWith: connect, shown, mask } = this.#core;
    const title = l10n.t('Add Project');
    const name = await vscode.window.showInputBox({
      title: l10n.t('{0} (1 of 2)', title),
      prompt: l10n.t('A name for the FaceAuth project, as you want to see it here.'),
      placeHolder: l10n.t('Production'),
      ignoreFocusOut: true,
      validateInput: (text) => this.#wrongName(trimmed(text)) ?? oddName(trimmed(text)),
    });
    if (name === undefined) {
      return;
    }
    const entered = async (typed: string): Promise<void> => {
      await store.noteKey(typed);
    };
    const key = await askForKey({ title: l10n.t('{0} (2 of 2)', title), connect, mask: mask(), entered });
    if (key === undefined) {
      return;
    }
    const project = { id: newId(name), name: trimmed(name) };
    await tellUnsaved(await store.add(project, key));
    await shown.open(project);
  }

  async switch(): Promise<void> {
    const project = await this.#pick(l10n.t('Switch Project'), true);
    if (project === 'add') {
      await this.add();
    } else if (project !== undefined) {
      await this.#core.shown.open(project);
    }
  }

  async replaceKey(): Promise<void> {
    const { store, connectWith: connect, shown, mask } = this.#core;
    const known = store.all().find(({ id }) => id === shown.current?.id);
    const project = known ?? (await this.#pick(l10n.t('Replace API Key')));
    if (project === undefined || project === 'add') {
      return;
    }
    const entered = async (typed: string): Promise<void> => {
      await store.noteKey(typed);
    };
    const key = await askForKey({
      title: l10n.t('Replace API Key of {0}', safeText(project.name)),
      connect,
      mask: mask(),
      entered,
    });
    if (key !== undefined) {
      await tellUnsaved(await store.setKey(project.id, key));
      await (project.id === shown.current?.id ? shown.reopen() : shown.open(project));
    }
  }

  async remove(): Promise<void> {
    const { store, shown } = this.#core;
    const project = await this.#pick(l10n.t('Remove Project'));
    if (project === undefined || project === 'add') {
      return;
    }
    const question = l10n.t('Remove the project “{0}” and its key from VS Code?', safeText(project.name));
    const detail = l10n.t('Nothing changes at the service. You need the key again to come back.');
    const remove = l10n.t('Remove');
    if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, remove)) !== remove) {
      return;
    }
    await store.remove(project.id);
    await this.#core.history.forget(project.id);
    if (shown.current?.id === project.id) {
      await shown.open(store.all()[0]);
    }
  }

  async removeAll(): Promise<void> {
    const question = l10n.t('Remove all projects and keys from VS Code?');
    const detail = l10n.t('Nothing changes at the service. You need the keys again to come back.');
    const remove = l10n.t('Remove All');
    if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, remove)) === remove) {
      await this.#core.store.removeAll();
      await this.#core.history.clear();
      await this.#core.aliases.forget();
      await this.#core.shown.open(undefined);
    }
  }

  async #pick(title: string, all = false): Promise<Project | 'add' | undefined> {
    const { store, shown } = this.#core;
    const projects = all ? [...store.all(), demoProject] : store.all();
    const items = projects.map((project) => ({
      label: safeText(project.name),
      description:
        project.id === shown.current?.id
          ? l10n.t('shown now')
          : project.id === demoProject.id
            ? l10n.t('synthetic, needs no key')
            : '',
      project: project as Project | 'add',
    }));
    const add = { label: l10n.t('Add Project…'), description: '', project: 'add' as const };
    const placeHolder = items.length === 0 ? l10n.t('There is no project yet.') : l10n.t('Choose a project.');
    const picked = await vscode.window.showQuickPick(all || items.length === 0 ? [...items, add] : items, {
      title,
      placeHolder,
    });
    return picked?.project;
  }

  #wrongName(name: string): string | undefined {
    if (name === '') {
      return l10n.t('Enter a name.');
    }
    if (name.length > 60) {
      return l10n.t('Enter a name of at most 60 characters.');
    }
    return this.#core.store.all().some((project) => project.name === name)
      ? l10n.t('There is a project of this name already. To change its key, use Replace API Key.')
      : undefined;
  }
}

/** Told and not refused: a joiner inside an emoji or a Persian word is as it should be. */
function oddName(name: string): vscode.InputBoxValidationMessage | undefined {
  const invisible = invisibleIn(name);
  return invisible === undefined
    ? undefined
    : {
        message: l10n.t('The name holds an invisible character, {0}.', invisible),
        severity: vscode.InputBoxValidationSeverity.Warning,
      };
}

async function tellUnsaved(saved: boolean): Promise<void> {
  if (!saved) {
    await vscode.window.showWarningMessage(
      l10n.t('This machine has no keyring that VS Code can use, so the key is kept only until this window closes.'),
    );
  }
}

/** Stands in the address of every document, so it is readable; the random part keeps it from coming back. */
function newId(name: string): string {
  const readable = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${readable.slice(0, 30)}-${crypto.randomUUID().slice(0, 8)}`;
}
