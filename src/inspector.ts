import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Exchange } from './api/client.ts';
import type { Inspector } from './extension.ts';
import { createCommands } from './editor/commands.ts';
import { connectWith, createConnect, demoProject } from './editor/connections.ts';
import { Documents } from './editor/documents.ts';
import { openDemoAtStart } from './editor/environment.ts';
import { createGuard } from './editor/guard.ts';
import { LookUpHistory } from './editor/history.ts';
import { openLog } from './editor/log.ts';
import { ProjectCommands } from './editor/projectCommands.ts';
import { ProjectStore } from './editor/projectStore.ts';
import { RecordCommands } from './editor/recordCommands.ts';
import { loadDetail, runAction } from './editor/record/joinRecords.ts';
import { RecordPanels } from './editor/record/panels.ts';
import { SettingsWatch } from './editor/settingsWatch.ts';
import type { SubmissionsTree } from './editor/tree/submissionsTree.ts';
import { TreeBinding, withProgress } from './editor/tree/treeBinding.ts';
import type { Row } from './session/rows.ts';
import { Session } from './session/session.ts';
import type { Days, Project } from './session/state.ts';

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
  const watch = new SettingsWatch(
    (name) =>
      void guard(async () => {
        await settingChanged(name);
      }),
  );
  const settings = () => watch.settings;
  const zone = () => watch.settings.timeZone;
  const onExchange = (exchange: Exchange): void => {
    log.exchange(exchange);
  };
  const connect = createConnect({ store, settings, onExchange });
  const session = new Session({
    connect,
    zone,
    pageSize: () => watch.settings.pageSize,
    changed: (state) => {
      binding.show(state);
      panels.changed();
    },
  });
  const binding = new TreeBinding({ session, tree, view, zone, guard });
  const project = (id: string): Project | undefined =>
    id === demoProject.id ? demoProject : store.all().find((one) => one.id === id);
  const open = async (shown: Project | undefined, days?: Days): Promise<void> => {
    await store.remember(shown?.id);
    await withProgress(async () => {
      await session.open(shown, days);
    });
  };
  const settingChanged = async (name: 'baseUrl' | 'timeZone'): Promise<void> => {
    if (name === 'timeZone') {
      session.regroup();
    } else if (session.state.kind !== 'idle') {
      await open(session.state.project, session.state.days);
    }
  };
  const documents = new Documents({ session, project });
  const panels = new RecordPanels({
    extensionUri: context.extensionUri,
    load: async (projectId, id, signal) => await loadDetail(session, project(projectId), id, signal),
    project,
    attempts: ({ submission }, projectId) => {
      const owner = project(projectId);
      return owner === undefined ? [] : session.attempts(owner, submission.kycId);
    },
    zone,
    run: runAction,
    guard,
  });
  const projects = new ProjectCommands({
    store,
    session,
    connect: (key) => connectWith(key, settings(), onExchange, () => undefined),
    open,
  });
  const records = new RecordCommands({
    session,
    documents,
    project,
    showRecord: (projectId, id) => {
      panels.show(projectId, id);
    },
    baseUrl: () => watch.settings.baseUrl,
  });
  const history = new LookUpHistory(context.globalState, () => watch.settings.history);
  const commands = createCommands({
    session,
    projects,
    records,
    history,
    log,
    zone,
    open,
    showRecord: (projectId, id) => {
      panels.show(projectId, id);
    },
  });
  const keyChanges = store.onDidChangeKey(
    (id) =>
      void guard(async () => {
        // The window that changed a key acts by itself; the others follow.
        const shown = session.state.kind === 'idle' ? undefined : session.state.project;
        if (!vscode.window.state.focused && (shown === undefined || shown.id === id)) {
          await open(project(id) ?? store.all()[0]);
        }
      }),
  );
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    documents.forget(uri);
  });
  context.subscriptions.push(log, watch, binding, panels, keyChanges, closing);
  const last = store.lastId === undefined ? undefined : project(store.lastId);
  void guard(async () => {
    await open(last ?? store.all()[0] ?? (openDemoAtStart() ? demoProject : undefined));
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
