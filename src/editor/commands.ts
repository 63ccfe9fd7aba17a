import type { Log } from './log.ts';
import type { LookUpHistory } from './history.ts';
import type { ProjectCommands } from './projectCommands.ts';
import type { RecordCommands } from './recordCommands.ts';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session/session.ts';
import type { TimeZone } from '../submissions/days.ts';
import type { CommandName } from './commandNames.ts';
import { demoProject } from './connections.ts';
import { exportPage } from './exportPage.ts';
import { copyDetails } from './failureNotice.ts';
import { askForDays } from './filterDates.ts';
import { lookUp } from './lookup.ts';
import type { RecordPanels } from './record/panels.ts';
import type { ShownProject } from './shownProject.ts';
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
  readonly shown: ShownProject;
  readonly panels: RecordPanels;
}

type Command = (given: readonly unknown[]) => Promise<void> | void;

/** What every command does; a name without one does not compile. */
export function createCommands(options: CommandsOptions): Readonly<Record<CommandName, Command>> {
  const { session, projects, records, history, log, zone, shown, panels } = options;
  const on =
    (work: (targets: readonly Target[]) => Promise<void> | void): Command =>
    async (given) => {
      await work(targetsOf(given, shown.current, panels.active));
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
      await openDemo(shown);
    },
    'faceauth.lookup': async (given) => {
      await lookUp(options, given.length > 0);
    },
    'faceauth.refresh': async () => {
      await withProgress(async () => {
        await session.refresh();
      });
    },
    'faceauth.loadOlder': async () => {
      await withProgress(async () => {
        await (session.state.kind === 'failed' ? session.tryAgain() : session.loadOlder());
      });
    },
    'faceauth.filterDates': async () => {
      await filterDates(session, shown);
    },
    'faceauth.clearFilters': async () => {
      await shown.open(shown.current);
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
    'faceauth.compareSelected': on(async (targets) => {
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

async function openDemo(shown: ShownProject): Promise<void> {
  await vscode.commands.executeCommand('faceauth.submissions.focus');
  await shown.open(demoProject);
}

async function filterDates(session: Session, shown: ShownProject): Promise<void> {
  if (session.state.kind === 'idle') {
    return;
  }
  const { project, days } = session.state;
  const chosen = await askForDays(Date.now(), days);
  if (chosen !== undefined) {
    await shown.open(project, chosen);
  }
}

async function copyFailure(session: Session): Promise<void> {
  if (session.state.kind === 'failed') {
    await copyDetails(session.state.failure);
  }
}

async function clearHistory(history: LookUpHistory): Promise<void> {
  await history.clear();
  void vscode.window.showInformationMessage(l10n.t('The look-up history is empty now.'));
}
