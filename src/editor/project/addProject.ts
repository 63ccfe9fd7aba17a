import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { baseText, parseBaseUrl } from '../../api/address.ts';
import { trimmed } from '../../api/invisible.ts';
import type { Core } from '../core.ts';
import { tellUnseen } from '../list/tellUnseen.ts';
import { failureText } from '../window/failureNotice.ts';
import { askForText, wrong } from '../window/textBox.ts';
import { askForKey, type EnteredKey } from './keyInput.ts';
import { tellUnsaved } from './keyNotices.ts';
import { checkName, holdsKey } from './projectName.ts';

/** What is known of a new project until its key is accepted. */
interface Draft {
  readonly name: string;
  readonly base: URL;
}

/** Asks for the name of a project, where another address can be chosen, and for its key. Shows it when it was added. */
export async function addProject(core: Core): Promise<void> {
  const offered = parseBaseUrl(core.settings.current.baseUrl);
  // Without an address that can be used, that is asked for first.
  const base = offered.ok ? offered.value : await askForAddress(core, core.settings.current.baseUrl);
  let draft = base && (await askForName(core, { name: '', base }));
  while (draft !== undefined) {
    const entered = await enterKey(core, draft);
    if (entered === undefined) {
      return;
    }
    if (entered !== 'back' && !(await holdsKey(core, draft.name, baseText(draft.base)))) {
      await add(core, draft, entered);
      return;
    }
    draft = await askForName(core, entered === 'back' ? draft : { name: '', base: draft.base });
  }
}

async function add(core: Core, { name, base }: Draft, { key, serviceId }: EnteredKey): Promise<void> {
  const project = { id: newId(name), name, address: baseText(base) };
  tellUnsaved(core, await core.store.add(project, key, serviceId));
  await core.shown.open(project);
  tellUnseen(core);
  void vscode.commands.executeCommand('setContext', 'faceauth.added', true);
}

async function enterKey(core: Core, { base }: Draft): Promise<EnteredKey | 'back' | undefined> {
  return await askForKey(core, { title: l10n.t('Add Project'), base, isSecondStep: true });
}

async function askForName(core: Core, draft: Draft): Promise<Draft | undefined> {
  const other = { iconPath: new vscode.ThemeIcon('globe'), tooltip: l10n.t('Another Address…') };
  const answer = await askForText({
    title: l10n.t('Add Project'),
    steps: { step: 1, of: 2 },
    value: draft.name,
    prompt: l10n.t(
      'A name for the FaceAuth project at {0}, as you want to see it here. For another address use the button above.',
      draft.base.host,
    ),
    placeholder: l10n.t('Production'),
    buttons: [other],
    check: (text) => checkName(text, core.store.all()),
  });
  if (answer?.pressed === undefined) {
    return answer && { name: trimmed(answer.text), base: draft.base };
  }
  const base = (await askForAddress(core, baseText(draft.base))) ?? draft.base;
  return await askForName(core, { name: answer.text, base });
}

/** Asks where the service is. Undefined when the box was closed. */
async function askForAddress(core: Core, value: string): Promise<URL | undefined> {
  const answer = await askForText({
    title: l10n.t('Address of the FaceAuth Service'),
    value,
    prompt: l10n.t(
      'The key of the project will be sent there and nowhere else. It must be https; http is for this machine only.',
    ),
    placeholder: 'https://rest-api.argosidentity.com/v3',
    buttons: [vscode.QuickInputButtons.Back],
    check: (text) => {
      const base = parseBaseUrl(text);
      return base.ok ? undefined : wrong(failureText(base.failure, core.mask()));
    },
  });
  const base = answer === undefined || answer.pressed !== undefined ? undefined : parseBaseUrl(answer.text);
  return base?.ok === true ? base.value : undefined;
}

/**
 * The id of a new project. It is readable because the address of every document holds it. The random part makes sure
 * that no id comes back.
 */
function newId(name: string): string {
  const readable = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${readable.slice(0, 30)}-${crypto.randomUUID().slice(0, 8)}`;
}
