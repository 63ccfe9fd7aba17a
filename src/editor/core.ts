import * as vscode from 'vscode';
import type { Exchange } from '../api/client.ts';
import { usualArrangement } from '../session/arrangement.ts';
import { Session } from '../session/session.ts';
import type { State } from '../session/state.ts';
import type { Connect } from '../sources/connect.ts';
import { serviceSource } from '../sources/service.ts';
import { createConnect } from '../sources/sources.ts';
import { Aliases } from './aliases.ts';
import { keptGrouping } from './groupBy.ts';
import { createGuard, type Guard } from './guard.ts';
import { LookUpHistory } from './history.ts';
import { openLog, type Log } from './log.ts';
import { ProjectCommands } from './projectCommands.ts';
import { ProjectStore } from './projectStore.ts';
import { ScreenShare } from './screenShare.ts';
import { SettingsWatch } from './settingsWatch.ts';
import { ShownProject } from './shownProject.ts';

/** What everything that is shown stands on. */
export interface Core {
  readonly log: Log;
  readonly guard: Guard;
  readonly settings: SettingsWatch;
  readonly connect: Connect;
  readonly session: Session;
  /** Fires with every state of the session. */
  readonly onDidChangeState: vscode.Event<State>;
  readonly aliases: Aliases;
  readonly screenShare: ScreenShare;
  readonly shown: ShownProject;
  readonly history: LookUpHistory;
  readonly projects: ProjectCommands;
  readonly workspaceState: vscode.Memento;
}

/** Builds it; what must be let go of at the end goes into the context's subscriptions. */
export function startCore(context: vscode.ExtensionContext): Core {
  const log = openLog();
  const guard = createGuard(log);
  const store = new ProjectStore(context);
  const settings = new SettingsWatch();
  const onExchange = (exchange: Exchange): void => {
    log.exchange(exchange);
  };
  const connect = createConnect({
    key: async (id) => await store.key(id),
    settings: () => settings.current,
    onExchange,
  });
  const states = new vscode.EventEmitter<State>();
  const { timeZone, nearMissMargin } = settings.current;
  const session = new Session({
    connect,
    pageSize: () => settings.current.pageSize,
    arrangement: {
      ...usualArrangement,
      grouping: keptGrouping(context.workspaceState),
      zone: timeZone,
      nearness: nearMissMargin,
    },
    changed: (state) => {
      states.fire(state);
    },
  });
  const aliases = new Aliases(context.secrets);
  const screenShare = new ScreenShare({
    secrets: context.secrets,
    state: context.globalState,
    aliases,
    isId: (text) => session.records.isId(text),
  });
  const shown = new ShownProject(store, session, guard);
  const history = new LookUpHistory(context.globalState, settings);
  const projects = new ProjectCommands({
    store,
    shown,
    history,
    aliases,
    screenShare,
    connect: (key) => serviceSource({ key: async () => key, settings: () => settings.current, onExchange }, {}),
  });
  context.subscriptions.push(log, settings, states, screenShare, shown);
  return {
    log,
    guard,
    settings,
    connect,
    session,
    onDidChangeState: states.event,
    aliases,
    screenShare,
    shown,
    history,
    projects,
    workspaceState: context.workspaceState,
  };
}
