import * as vscode from 'vscode';
import type { Ask, Exchange } from '../api/client.ts';
import { success } from '../api/failure.ts';
import { usualArrangement, type Arrangement } from '../session/arrangement.ts';
import type { Row } from '../session/row.ts';
import { Session } from '../session/session.ts';
import type { State } from '../session/state.ts';
import type { Connect } from '../sources/connect.ts';
import { serviceSource, type Access } from '../sources/service.ts';
import { createConnect } from '../sources/sources.ts';
import type { TimeZone } from '../submissions/model/days.ts';
import type { Mask } from '../submissions/privacy/mask.ts';
import type { CommandName } from './commandNames.ts';
import { Commands } from './commands.ts';
import type { SubmissionFiles } from './document/submissionFiles.ts';
import { FileProjects } from './files/fileProjects.ts';
import type { SubmissionsTree } from './list/submissionsTree.ts';
import { Aliases } from './screenShare/aliases.ts';
import { keptGrouping } from './list/groupBy.ts';
import { createGuard, type Guard } from './window/guard.ts';
import { LookUpHistory } from './lookUp/history.ts';
import { openLog, type Log } from './window/log.ts';
import { Keyring } from './project/keyring.ts';
import { noteServiceId } from './project/keyNotices.ts';
import { ProjectStore } from './project/projectStore.ts';
import { ScreenShare } from './screenShare/screenShare.ts';
import { SettingsWatch } from './window/settingsWatch.ts';
import { ShownProject } from './project/shownProject.ts';

/** The tree, view and files that VS Code has before the inspector is loaded. The inspector fills them. */
export interface Shell {
  readonly tree: SubmissionsTree;
  readonly view: vscode.TreeView<Row>;
  readonly files: SubmissionFiles;
  /** The command whose use loaded the inspector; undefined where something else did. */
  readonly startedBy: CommandName | undefined;
}

/**
 * What the folders of the editor share. Read settings, zone and mask whenever they are used: they can change at any
 * time.
 */
export interface Core {
  readonly extensionUri: vscode.Uri;
  /** What links that open this extension begin with, such as `vscode://faceauth.faceauth-inspector`. */
  readonly linkOrigin: string;
  readonly shell: Shell;
  readonly commands: Commands;
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
  readonly store: ProjectStore;
  readonly files: FileProjects;
  readonly history: LookUpHistory;
  readonly workspaceState: vscode.Memento;
  /** The time zone in which times are shown now. */
  readonly zone: () => TimeZone;
  /** Through which ids and remote texts are shown now. */
  readonly mask: () => Mask;
  /** Connects with a key that is not stored yet. */
  readonly connectWith: (access: Access) => Ask;
}

/** Builds the core. Whatever must be disposed of at the end goes into the context's subscriptions. */
export function startCore(context: vscode.ExtensionContext, shell: Shell): Core {
  const log = openLog();
  const guard = createGuard(log);
  const settings = new SettingsWatch();
  const { globalState, workspaceState } = context;
  const keyring = new Keyring(context.secrets);
  const baseUrl = (): string => settings.current.baseUrl;
  const store = new ProjectStore({ globalState, workspaceState, keyring, guard, baseUrl });
  const onExchange = (exchange: Exchange): void => {
    log.exchange(exchange);
  };
  const files = new FileProjects(globalState);
  const connect = createConnect({
    access: async (id) => await store.access(id),
    file: (id) => files.byId(id)?.bytes,
    settings: () => settings.current,
    onExchange,
    onServiceId: (id, serviceId) => {
      void guard(async () => {
        await noteServiceId({ store, guard }, id, serviceId);
      });
    },
  });
  const states = new vscode.EventEmitter<State>();
  const session = new Session({
    connect,
    pageSize: () => settings.current.pageSize,
    arrangement: firstArrangement(settings, workspaceState),
    changed: (state) => {
      states.fire(state);
    },
    now: () => Date.now(),
  });
  const aliases = new Aliases(keyring);
  const isId = (text: string): boolean => session.records.isId(text);
  const screenShare = new ScreenShare({ keyring, state: globalState, aliases, guard, isId });
  const shown = new ShownProject(store, files, session, guard);
  const history = new LookUpHistory({
    state: globalState,
    settings: () => settings.current,
    isKey: async (text) => await store.isKey(text),
    isProject: (id) => shown.byId(id) !== undefined,
  });
  context.subscriptions.push(log, settings, store, states, aliases, screenShare, shown);
  return {
    extensionUri: context.extensionUri,
    linkOrigin: `${vscode.env.uriScheme}://${context.extension.id}`,
    shell,
    commands: new Commands(guard, async () => {
      // After a reload in screen-share mode the aliases may still be loading, and commands that copy ids need them.
      if (screenShare.mask.on) {
        await aliases.load();
      }
    }),
    log,
    guard,
    settings,
    connect,
    session,
    onDidChangeState: states.event,
    aliases,
    screenShare,
    shown,
    store,
    files,
    history,
    workspaceState,
    zone: () => settings.current.timeZone,
    mask: () => screenShare.mask,
    connectWith: (access) =>
      serviceSource(
        { access: async () => await Promise.resolve(success(access)), settings: () => settings.current, onExchange },
        {},
      ),
  };
}

/** How the list is arranged before anybody chose: as the settings say, and grouped as it was last. */
function firstArrangement({ current }: SettingsWatch, workspaceState: vscode.Memento): Arrangement {
  const { timeZone: zone, nearMissMargin: nearness, rowLabel } = current;
  return { ...usualArrangement, grouping: keptGrouping(workspaceState), zone, nearness, rowLabel };
}
