import type { Log } from './log.ts';
import type { Guard } from './guard.ts';
import type { LookUpHistory } from './history.ts';
import type { ProjectCommands } from './projectCommands.ts';
import type { RecordCommands } from './recordCommands.ts';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session/session.ts';
import { isEmpty, noFilter } from '../submissions/model/filter.ts';
import type { Mask } from '../submissions/privacy/mask.ts';
import { demoProject } from '../sources/demo.ts';
import type { CommandName } from './commandNames.ts';
import type { Documents } from './documents.ts';
import type { ExportCommands } from './export/exportCommands.ts';
import { copyDetails } from './failureNotice.ts';
import { askForDays } from './filterDates.ts';
import { askForFilter } from './filterLoaded.ts';
import { askForGrouping, keepGrouping } from './groupBy.ts';
import { loadAll, refresh } from './loading.ts';
import { lookUp } from './lookup.ts';
import type { ScreenShare } from './screenShare.ts';
import type { InsightsPanels } from './insights/insightsPanels.ts';
import type { RecordPanels } from './record/panels.ts';
import type { ShownProject } from './shownProject.ts';
import { rowsIn, targetsOf, type Target } from './targets.ts';
import { withProgress } from './tree/treeBinding.ts';

/** What the commands work on. */
export interface CommandsOptions {
  readonly session: Session;
  readonly projects: ProjectCommands;
  readonly records: RecordCommands;
  readonly history: LookUpHistory;
  readonly log: Log;
  readonly shown: ShownProject;
  readonly panels: RecordPanels;
  readonly documents: Documents;
  readonly insights: InsightsPanels;
  readonly exports: ExportCommands;
  readonly screenShare: ScreenShare;
  readonly workspaceState: vscode.Memento;
  readonly guard: Guard;
}

type Command = (given: readonly unknown[]) => Promise<void> | void;

/** What every command does; a name without one does not compile. */
export function createCommands(options: CommandsOptions): Readonly<Record<CommandName, Command>> {
  return { ...onProjects(options), ...onTheList(options), ...onRecords(options) };
}

function onProjects({ projects, shown, history, log, screenShare }: CommandsOptions) {
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
    'faceauth.clearHistory': async () => {
      await clearHistory(history);
    },
    'faceauth.showLog': () => {
      log.show();
    },
    'faceauth.toggleMask': async () => {
      await screenShare.toggle();
    },
  } satisfies Partial<Record<CommandName, Command>>;
}

function onTheList({ session, shown, exports, insights, screenShare, workspaceState }: CommandsOptions) {
  return {
    'faceauth.refresh': async () => {
      await refresh(session);
    },
    'faceauth.loadOlder': async () => {
      await withProgress(async () => {
        await (session.state.kind === 'failed' ? session.tryAgain() : session.loadOlder());
      });
    },
    'faceauth.loadAll': async () => {
      await loadAll(session);
    },
    'faceauth.filterDates': async () => {
      await filterDates(session, shown);
    },
    'faceauth.filterLoaded': async () => {
      await filterLoaded(session, screenShare.mask);
    },
    'faceauth.clearFilters': async () => {
      await clearFilters(session, shown);
    },
    'faceauth.groupBy': async () => {
      await groupBy(session, workspaceState);
    },
    'faceauth.copyFailure': async () => {
      await copyFailure(session, screenShare.mask);
    },
    'faceauth.showInsights': () => {
      insights.show();
    },
    'faceauth.exportPage': async () => {
      await exports.page();
    },
    'faceauth.exportRange': async () => {
      await exports.range();
    },
    'faceauth.exportSelection': async (given: readonly unknown[]) => {
      await exports.selection(rowsIn(given));
    },
  } satisfies Partial<Record<CommandName, Command>>;
}

function onRecords(options: CommandsOptions) {
  const { records, shown, panels, documents } = options;
  const on =
    (work: (targets: readonly Target[]) => Promise<void> | void): Command =>
    async (given) => {
      await work(targetsOf(given, { shown: shown.current, panel: panels.active, documents }));
    };
  return {
    'faceauth.lookup': async (given: readonly unknown[]) => {
      await lookUp(options, given.length > 0);
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
    'faceauth.copyRedacted': on(async (targets) => {
      await records.copyRedacted(targets);
    }),
  } satisfies Partial<Record<CommandName, Command>>;
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
  const chosen = await askForDays(Date.now(), days, session.arrangement.zone);
  if (chosen !== undefined) {
    await shown.open(project, chosen);
  }
}

async function filterLoaded(session: Session, mask: Mask): Promise<void> {
  if (session.state.kind !== 'idle') {
    const { filter } = session.arrangement;
    const chosen = await askForFilter({ loaded: session.state.loaded, filter, mask });
    if (chosen !== undefined) {
      await withProgress(async () => {
        await session.arrange({ filter: chosen });
      });
    }
  }
}

/** What filters loaded submissions alone needs nothing of the service, and leaves the rows where they are. */
async function clearFilters(session: Session, shown: ShownProject): Promise<void> {
  if (!isEmpty(session.arrangement.filter)) {
    await session.arrange({ filter: noFilter });
  }
  if (session.state.kind !== 'idle' && session.state.days !== undefined) {
    await shown.open(session.state.project);
  }
}

async function groupBy(session: Session, state: vscode.Memento): Promise<void> {
  const grouping = await askForGrouping(session.arrangement.grouping);
  if (grouping !== undefined) {
    await keepGrouping(state, grouping);
    await withProgress(async () => {
      await session.arrange({ grouping });
    });
  }
}

async function copyFailure(session: Session, mask: Mask): Promise<void> {
  if (session.state.kind === 'failed') {
    await copyDetails(session.state.failure, mask);
  }
}

async function clearHistory(history: LookUpHistory): Promise<void> {
  await history.clear();
  void vscode.window.showInformationMessage(l10n.t('The look-up history is empty now.'));
}
