import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { Project } from '../../session/state.ts';
import type { Core } from '../core.ts';
import { tell } from '../window/failureNotice.ts';
import { safeText } from '../window/safeText.ts';
import { askForKey } from './keyInput.ts';
import { tellUnsaved } from './keyNotices.ts';
import { tellProjectGone } from './noProject.ts';
import { pickProject } from './projectPick.ts';

const target = z.object({ projectId: z.string() });

/** Replaces the key of the project that is given as `{ projectId }`, else of the one that is shown, else of one that is chosen. */
export async function replaceKey(core: Core, given: unknown): Promise<void> {
  const { store, shown, guard } = core;
  const wanted = target.safeParse(given);
  const project = wanted.success
    ? store.all().find(({ id }) => id === wanted.data.projectId)
    : (store.all().find(({ id }) => id === shown.current?.id) ?? (await pickProject(core, l10n.t('Replace API Key'))));
  if (project === undefined) {
    if (wanted.success) {
      tellProjectGone();
    }
    return;
  }
  const base = await store.base(project.id);
  if (!base.ok) {
    const again = async (): Promise<void> => {
      await replaceKey(core, { projectId: project.id });
    };
    void guard(async () => {
      await tell(base.failure, { mask: core.mask, again, projectId: project.id });
    });
    return;
  }
  const title = l10n.t('Replace API Key of {0}', safeText(project.name));
  const entered = await askForKey(core, { title, base: base.value });
  if (entered === undefined || entered === 'back' || !(await mayReplace(core, project, entered.serviceId))) {
    return;
  }
  if (entered.serviceId === undefined) {
    store.expectServiceId(project.id);
  } else {
    await store.setServiceId(project.id, entered.serviceId);
  }
  // The box, or a modal question, may stay open while another window is used, so the project may be gone by now.
  const stored = await store.setKey(project.id, entered.key);
  if (stored === 'gone') {
    tellProjectGone();
    return;
  }
  tellUnsaved(core, stored);
  // Loaded records stay: the new key is used from the next request on. A load that failed hears of the key and tries
  // again.
  if (shown.current === undefined) {
    await guard(async () => {
      await shown.open(project);
    });
  }
  vscode.window.setStatusBarMessage(l10n.t('API key of {0} replaced', safeText(project.name)), 4000);
}

/** Asks first when the service takes the key for that of another project than before. */
async function mayReplace({ store }: Core, project: Project, serviceId: string | undefined): Promise<boolean> {
  if (serviceId === undefined || !(await store.isOtherService(project.id, serviceId))) {
    return true;
  }
  const replace = l10n.t('Replace Anyway');
  const question = l10n.t('This key belongs to another FaceAuth project than “{0}” until now.', safeText(project.name));
  const detail = l10n.t(
    'Its submissions would stand under the name “{0}”. To see both, add the other one with Add Project…',
    safeText(project.name),
  );
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, replace)) === replace;
}
