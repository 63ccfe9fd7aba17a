import type { Log } from './log.ts';
import type { LookUpHistory } from './history.ts';
import type { ProjectCommands } from './projectCommands.ts';
import type { RecordCommands } from './recordCommands.ts';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session/session.ts';
import type { Days, Project } from '../session/state.ts';
import type { TimeZone } from '../submissions/days.ts';
import type { CommandName } from './commandNames.ts';
import { demoProject } from './connections.ts';
import { exportPage } from './exportPage.ts';
import { copyDetails } from './failureNotice.ts';
import { askForDays } from './filterDates.ts';
import { lookUp } from './lookup.ts';
import { targetsOf, type Target } from './targets.ts';
import { withProgress } from './tree/treeBinding.ts';

/** What the commands work on. */
export interface CommandsOptions {
  readonly session: Session;
  readonly projects: ProjectCommands;
  readonly records: RecordCommands;
  readonly history: LookUpHistory;
  readonly log: Log;
  readonly zone: () => TimeZone;
  readonly open: (project: Project | undefined, days?: Days) => Promise<void>;
  readonly showRecord: (projectId: string, id: string) => void;
}

type Command = (given: readonly unknown[]) => Promise<void> | void;

/** What every command does; a name without one does not compile. */
export function createCommands(options: CommandsOptions): Readonly<Record<CommandName, Command>> {
  const { session, projects, records, history, log, zone, open } = options;
  const shown = (): Project | undefined => (session.state.kind === 'idle' ? undefined : session.state.project);
  const on =
    (work: (targets: readonly Target[]) => Promise<void> | void): Command =>
    async (given) => {
      await work(targetsOf(given, shown()));
    };
  return {
    'faceauth.addProject': async () => {
      await projects.add();
    },
    'faceauth.switchProject': async () => {
      await projects.switch();
    },
    'faceauth.replaceKey': async () => {
      await projects.replaceKey();
    },
    'faceauth.removeProject': async () => {
      await projects.remove();
    },
    'faceauth.removeAllKeys': async () => {
      await projects.removeAll();
    },
    'faceauth.openDemo': async () => {
      await openDemo(open);
    },
    'faceauth.lookup': async (given) => {
      await lookUp({ ...options, show: options.showRecord }, given.length > 0);
    },
    'faceauth.refresh': async () => {
      await withProgress(async () => {
        await session.refresh();
      });
    },
    'faceauth.loadOlder': async () => {
      await withProgress(async () => {
        await loadOlder(session);
      });
    },
    'faceauth.filterDates': async () => {
      await filterDates(session, open);
    },
    'faceauth.clearFilters': async () => {
      await open(shown());
    },
    'faceauth.openRecord': on((targets) => {
      records.openRecord(targets);
    }),
    'faceauth.openJson': on(async (targets) => {
      await records.openJson(targets);
    }),
    'faceauth.compareWith': on(async (targets) => {
      await records.compareWith(targets);
    }),
    'faceauth.copyId': on(async (targets) => {
      await records.copyId(targets);
    }),
    'faceauth.copyCurl': on(async (targets) => {
      await records.copyCurl(targets);
    }),
    'faceauth.copyFailure': async () => {
      await copyFailure(session);
    },
    'faceauth.exportPage': async () => {
      await exportPage(session.state, zone());
    },
    'faceauth.clearHistory': async () => {
      await clearHistory(history);
    },
    'faceauth.showLog': () => {
      log.show();
    },
  };
}

async function openDemo(open: CommandsOptions['open']): Promise<void> {
  await vscode.commands.executeCommand('faceauth.submissions.focus');
  await open(demoProject);
}

/** After a failure this tries the same page again; a service that went in circles is asked from the start. */
async function loadOlder(session: Session): Promise<void> {
  const endless = session.state.kind === 'failed' && session.state.failure.kind === 'endless';
  await (endless ? session.refresh() : session.loadOlder());
}

async function filterDates(session: Session, open: CommandsOptions['open']): Promise<void> {
  if (session.state.kind === 'idle') {
    return;
  }
  const { project, days } = session.state;
  const chosen = await askForDays(Date.now(), days);
  if (chosen !== undefined) {
    await open(project, chosen);
  }
}

async function copyFailure(session: Session): Promise<void> {
  if (session.state.kind === 'failed') {
    await copyDetails(session.state.failure);
  }
}

async function clearHistory(history: LookUpHistory): Promise<void> {
  await history.clear();
  void vscode.window.showInformationMessage(t('The look-up history is empty now.'));
}
