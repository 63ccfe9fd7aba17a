import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Exchange } from './api/client.ts';
import type { CommandName } from './editor/commandNames.ts';
import { createCommands } from './editor/commands.ts';
import { connectWith, createConnect } from './editor/connections.ts';
import { Documents } from './editor/documents.ts';
import { createGuard } from './editor/guard.ts';
import { LookUpHistory } from './editor/history.ts';
import { openLog } from './editor/log.ts';
import { ProjectCommands } from './editor/projectCommands.ts';
import { ProjectStore } from './editor/projectStore.ts';
import { loadDetail, runAction } from './editor/record/joinRecords.ts';
import { RecordPanels } from './editor/record/panels.ts';
import { RecordCommands } from './editor/recordCommands.ts';
import { SettingsWatch } from './editor/settingsWatch.ts';
import { ShownProject } from './editor/shownProject.ts';
import type { SubmissionsTree } from './editor/tree/submissionsTree.ts';
import { TreeBinding } from './editor/tree/treeBinding.ts';
import type { Row } from './session/rows.ts';
import { Session } from './session/session.ts';
import type { State } from './session/state.ts';

/** What is loaded when something is used. */
export interface Inspector {
  read(uri: vscode.Uri): Promise<Uint8Array>;
  restore(panel: vscode.WebviewPanel, state: unknown): void;
  run(name: CommandName, given: readonly unknown[]): Promise<void>;
}

/** Builds everything, joins it, and shows the project that was shown last. */
export function startInspector(
  context: vscode.ExtensionContext,
  tree: SubmissionsTree,
  view: vscode.TreeView<Row>,
): Inspector {
  if (vscode.l10n.bundle !== undefined) {
    l10n.config({ contents: vscode.l10n.bundle });
  }
  const log = openLog();
  const guard = createGuard(log);
  const store = new ProjectStore(context);
  const settings = new SettingsWatch((name) => {
    void guard(async () => {
      if (name === 'timeZone') {
        session.regroup();
      } else {
        await shown.reopen();
      }
    });
  });
  const zone = () => settings.current.timeZone;
  const onExchange = (exchange: Exchange): void => {
    log.exchange(exchange);
  };
  const connect = createConnect({ store, settings: () => settings.current, onExchange });
  const changed = (state: State): void => {
    binding.show(state);
    panels.changed();
  };
  const session = new Session({ connect, zone, pageSize: () => settings.current.pageSize, changed });
  const binding = new TreeBinding({ session, tree, view, zone, guard });
  const shown = new ShownProject(store, session, guard);
  const documents = new Documents(session, shown);
  const history = new LookUpHistory(context.globalState, settings);
  const panels = new RecordPanels({
    extensionUri: context.extensionUri,
    load: async (projectId, id, signal) => await loadDetail(session, shown.byId(projectId), id, signal),
    project: (id) => shown.byId(id),
    attempts: ({ submission }, projectId) => session.attempts(projectId, submission.kycId),
    zone,
    run: runAction,
    guard,
  });
  const commands = createCommands({
    session,
    shown,
    projects: new ProjectCommands({
      store,
      shown,
      history,
      connect: (key) => connectWith(key, settings.current, onExchange, () => undefined),
    }),
    records: new RecordCommands({ session, documents, shown, panels, settings }),
    history,
    panels,
    log,
    zone,
  });
  context.subscriptions.push(log, settings, binding, shown, documents, panels);
  void guard(async () => {
    await shown.openLast();
  });
  return {
    read: async (uri) => await documents.read(uri),
    restore: (panel, state) => {
      panels.restore(panel, state);
    },
    run: async (name, given) => {
      await guard(async () => {
        await commands[name](given);
      });
    },
  };
}
