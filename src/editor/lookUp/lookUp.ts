import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { success, type Result } from '../../api/failure.ts';
import type { Project } from '../../session/state.ts';
import { idsInText } from '../../submissions/privacy/idInText.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import type { Submission } from '../../submissions/model/submission.ts';
import { countText } from '../../submissions/words/countText.ts';
import { cancellably } from '../window/cancellably.ts';
import { tell } from '../window/failureNotice.ts';
import type { Core } from '../core.ts';
import { askForIds, keyText, problemText } from './idPick.ts';
import { offersOf } from './offers.ts';
import { withoutKeys, type IsKey } from './withoutKeys.ts';
import { openRecord } from '../record/openRecord.ts';
import { safeText } from '../window/safeText.ts';

/** Looking submissions up, and forgetting which were. */
export function registerLookUp(core: Core): vscode.Disposable {
  const { commands, history } = core;
  return vscode.Disposable.from(
    commands.register('faceauth.lookup', async (given) => {
      await lookUp(core, given.length > 0);
    }),
    commands.register('faceauth.clearHistory', async () => {
      await history.clear();
      void vscode.window.showInformationMessage(l10n.t('The look-up history is empty now.'));
    }),
  );
}

/** Looks submissions up: those of the selection when started in an editor, else what is typed or chosen. */
async function lookUp(core: Core, fromSelection: boolean): Promise<void> {
  const { session, history, store, mask } = core;
  if (session.state.kind === 'idle') {
    await tellNoProject();
    return;
  }
  const { project } = session.state;
  const isKnown = (word: string): boolean => session.records.known(project, word) !== undefined;
  const isKey = async (text: string): Promise<boolean> => await store.isKey(text);
  const asked =
    (fromSelection ? await selectedIds(isKnown, isKey) : undefined) ??
    (await askForIds({
      title: l10n.t('Look Up Submission'),
      offers: offersOf({
        selection: selectedText(),
        readClipboard: async () => await vscode.env.clipboard.readText(),
        history: history.ids(project.id),
      }),
      mask,
      isKnown,
      isKey,
      many: true,
    }));
  // The first one last: it is then the one in front, and the first under Looked up.
  if (asked !== undefined && (await maySend(asked.length))) {
    await lookUpAll(core, project, asked.toReversed());
  }
}

/** More ids than these are not asked for before a person agreed: each is a request. */
const mostUnasked = 20;

async function maySend(count: number): Promise<boolean> {
  if (count <= mostUnasked) {
    return true;
  }
  const yes = l10n.t('Look Up');
  const question = l10n.t('Look up {0} ids? Each takes a request to the service.', countText(count));
  return (await vscode.window.showWarningMessage(question, { modal: true }, yes)) === yes;
}

/**
 * Looks up one id after the other, until the service fails. A record that cannot be read does not keep the others from
 * being shown; ids that the project does not have are told together.
 */
async function lookUpAll(core: Core, project: Project, ids: readonly string[]): Promise<void> {
  const { guard, mask } = core;
  const missing: string[] = [];
  for (const [index, id] of ids.entries()) {
    const found = await find(core, project, id);
    if (!found.ok) {
      const { failure } = found;
      const rest = failure.kind === 'unreadableRecord' ? [id] : ids.slice(index);
      const telling = async (): Promise<void> => {
        const again = async (): Promise<void> => {
          await lookUpAll(core, project, rest);
        };
        await tell(failure, { mask, again, projectId: project.id, target: { projectId: project.id, id } });
      };
      if (failure.kind !== 'unreadableRecord') {
        await telling();
        return;
      }
      void guard(telling);
      continue;
    }
    if (found.value === undefined) {
      missing.push(id);
    } else {
      await show(core, project, found.value);
    }
  }
  if (missing.length > 0) {
    // Nobody needs to answer before something else can be looked up.
    void guard(async () => {
      await tellNotFound(project, missing, mask());
    });
  }
}

/** A loaded submission at once, and then asked for again: it may have changed since. Any other as the service has it. */
async function find(core: Core, project: Project, id: string): Promise<Result<Submission | undefined>> {
  const { session, guard, mask } = core;
  const loaded = session.records.loaded(project, id);
  if (loaded === undefined) {
    return await askService(core, project, id);
  }
  void guard(async () => {
    const now = await session.records.ask(project, id, new AbortController().signal);
    // After a failure the loaded copy stays, and the log has a line.
    if (now.ok && now.value === undefined) {
      await tellNotFound(project, [id], mask());
    }
  });
  return success(loaded);
}

async function show({ session, history }: Core, project: Project, submission: Submission): Promise<void> {
  await history.add(project.id, submission.id);
  session.records.showLookedUp(project, submission);
  await openRecord(project.id, submission.id);
}

async function askService(
  { session, mask }: Core,
  project: Project,
  id: string,
): Promise<Result<Submission | undefined>> {
  const title = l10n.t('Looking up {0}…', safeText(mask().id(id), 80));
  return await cancellably(title, async (signal) => await session.records.ask(project, id, signal));
}

/** The ids in the selection; undefined where there is none, which is told unless nothing is selected. */
async function selectedIds(isKnown: (word: string) => boolean, isKey: IsKey): Promise<readonly string[] | undefined> {
  const text = selectedText();
  const found = idsInText(text, isKnown);
  if (!('ids' in found)) {
    if (text.trim() !== '') {
      void vscode.window.showWarningMessage(problemText(found));
    }
    return undefined;
  }
  const ids = await withoutKeys(found.ids, isKey);
  if (ids.length < found.ids.length) {
    void vscode.window.showWarningMessage(keyText());
  }
  return ids.length > 0 ? ids : undefined;
}

function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection) ?? '';
}

async function tellNotFound(project: Project, [first = '', ...others]: readonly string[], mask: Mask): Promise<void> {
  const switchProject = l10n.t('Switch Project…');
  const [name, id] = [safeText(project.name), safeText(mask.id(first), 80)];
  const text =
    others.length === 0
      ? l10n.t('The project “{0}” has no submission {1}. It may belong to another project.', name, id)
      : l10n.t(
          'The project “{0}” has no submission {1}, nor {2} others that were looked up. They may belong to another project.',
          name,
          id,
          countText(others.length),
        );
  if ((await vscode.window.showWarningMessage(text, switchProject)) === switchProject) {
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
