import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Project } from '../../session/state.ts';
import { asksService } from '../../sources/sources.ts';
import { idsInText } from '../../submissions/privacy/idInText.ts';
import { countText } from '../../submissions/words/countText.ts';
import type { Core } from '../core.ts';
import { tellNoProject } from '../project/noProject.ts';
import type { LiveRecords } from '../record/liveRecords.ts';
import { tellProjectOfRecordGone } from '../record/otherProject.ts';
import { areGone, rowsIn, tellRowsGone } from '../record/targets.ts';
import { askForIds, keyText, problemText } from './idPick.ts';
import { LookUps } from './lookUps.ts';
import { offersOf } from './offers.ts';
import { selectedInTerminal, selectedText, wantedBy, type WantedOne } from './wanted.ts';
import { withoutKeys, type IsKey } from './withoutKeys.ts';

/** Looking submissions up, and forgetting which were. */
export function registerLookUp(core: Core, live: LiveRecords): vscode.Disposable {
  const { commands, history, session } = core;
  const lookUps = new LookUps(core, live);
  return vscode.Disposable.from(
    lookUps,
    commands.register('faceauth.lookup', async (given) => {
      const wanted = wantedBy(given);
      if (wanted.kind === 'one') {
        await lookUpOne(core, lookUps, wanted);
      } else {
        await lookUp(core, lookUps, wanted.kind === 'text' ? wanted.text : undefined);
      }
    }),
    commands.register('faceauth.lookupTerminal', async () => {
      await lookUp(core, lookUps, await selectedInTerminal());
    }),
    commands.register('faceauth.clearHistory', async () => {
      await history.clear();
      session.records.forgetAll();
      void vscode.window.showInformationMessage(
        l10n.t('The look-up history is empty now, and nothing stands under Looked up.'),
      );
    }),
    commands.register('faceauth.removeLookedUp', (given) => {
      removeRows(core, given);
    }),
  );
}

/**
 * Removes from Looked up the rows that a command was started on; all submissions if the Looked up row is one of them.
 */
function removeRows({ session }: Core, given: readonly unknown[]): void {
  if (areGone(given)) {
    tellRowsGone();
    return;
  }
  const rows = rowsIn(given);
  if (rows.some(({ kind }) => kind === 'lookedUp')) {
    session.records.forgetAll();
  } else {
    session.records.forget(rows.flatMap((row) => (row.kind === 'submission' ? row.submission.id : [])));
  }
}

/** Looks one submission up in a project that need not be the one shown. */
async function lookUpOne(core: Core, lookUps: LookUps, { authId, projectId }: WantedOne): Promise<void> {
  if (await core.store.isKey(authId)) {
    void vscode.window.showWarningMessage(keyText());
    return;
  }
  const project = core.shown.byId(projectId);
  if (project === undefined) {
    tellProjectOfRecordGone(core, authId);
  } else {
    await lookUps.run(project, [authId]);
  }
}

/** Looks submissions up: those in a text that was given, else what is typed or chosen. */
async function lookUp(core: Core, lookUps: LookUps, text: string | undefined): Promise<void> {
  const { session, history, store, mask } = core;
  if (session.state.kind === 'idle') {
    tellNoProject();
    return;
  }
  const { project } = session.state;
  const isKnown = (word: string): boolean => session.records.known(project, word) !== undefined;
  const isKey = async (one: string): Promise<boolean> => await store.isKey(one);
  const asked =
    (text === undefined ? undefined : await idsIn(text, isKnown, isKey)) ??
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
  if (asked !== undefined && (await mayAsk(project, asked.length))) {
    await lookUps.run(project, asked);
  }
}

/** A person must agree before more ids than this are looked up: each is a request, unless no service is asked. */
const mostUnasked = 20;

async function mayAsk(project: Project, count: number): Promise<boolean> {
  if (count <= mostUnasked || !asksService(project)) {
    return true;
  }
  const yes = l10n.t('Look Up');
  const question = l10n.t('Look up {0} ids? Each takes a request to the service.', countText(count));
  return (await vscode.window.showWarningMessage(question, { modal: true }, yes)) === yes;
}

/** The ids in a text; undefined where there is none, which is told unless the text is empty. */
async function idsIn(
  text: string,
  isKnown: (word: string) => boolean,
  isKey: IsKey,
): Promise<readonly string[] | undefined> {
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
