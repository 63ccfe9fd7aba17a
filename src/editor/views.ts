import * as vscode from 'vscode';
import type { Row } from '../session/row.ts';
import { AutoRefresh } from './autoRefresh.ts';
import type { Core } from './core.ts';
import { Documents } from './documents.ts';
import { InsightsPanels } from './insights/insightsPanels.ts';
import { joinInsights } from './insights/joinInsights.ts';
import { knownIn, loadDetail, runAction } from './record/joinRecords.ts';
import { RecordPanels } from './record/panels.ts';
import type { SubmissionFiles } from './submissionFiles.ts';
import type { SubmissionsTree } from './tree/submissionsTree.ts';
import { TreeBinding } from './tree/treeBinding.ts';

/** What VS Code shows before the inspector is loaded, for it to fill. */
export interface Shell {
  readonly extensionUri: vscode.Uri;
  readonly tree: SubmissionsTree;
  readonly view: vscode.TreeView<Row>;
  readonly files: SubmissionFiles;
}

/** What shows the session. Disposing lets go of all of it. */
export interface Views extends vscode.Disposable {
  readonly documents: Documents;
  readonly panels: RecordPanels;
  readonly insights: InsightsPanels;
  /** Adds a sentence above the rows until something else is shown there. */
  readonly tell: (text: string) => void;
}

/** Builds the views, and keeps them as the session, the settings and screen-share mode are. */
export function showViews(core: Core, { extensionUri, tree, view, files }: Shell): Views {
  const { session, shown, settings, screenShare, guard } = core;
  const zone = () => settings.current.timeZone;
  const mask = () => screenShare.mask;
  const binding = new TreeBinding({ session, tree, view, zone, mask, guard });
  const documents = new Documents({
    session,
    shown,
    mask,
    changed: (uri) => {
      files.changed(uri);
    },
    gone: (uri) => {
      files.gone(uri);
    },
  });
  const panels = new RecordPanels({
    extensionUri,
    load: async (projectId, id, signal) => await loadDetail(session, shown.byId(projectId), id, signal),
    project: (id) => shown.byId(id),
    known: (projectId, id) => knownIn(session, shown.byId(projectId), id),
    attempts: ({ submission }, projectId) => session.records.attempts(projectId, submission.kycId),
    zone,
    mask,
    run: async (action, target, failure) => {
      await runAction(action, target, mask(), failure);
    },
    guard,
  });
  const insights = new InsightsPanels(joinInsights(core, extensionUri, panels));
  const autoRefresh = new AutoRefresh({
    view,
    seconds: () => settings.current.autoRefreshSeconds,
    load: async () => await session.loadNewer(),
    guard,
  });
  const listeners = vscode.Disposable.from(
    core.onDidChangeState((state) => {
      binding.show(state);
      documents.update();
      panels.changed();
      insights.changed();
    }),
    screenShare.onDidChange(() => {
      binding.show(session.state);
      panels.changed();
      insights.changed();
      void guard(async () => {
        await documents.reopen();
      });
    }),
    settings.onDidChange((name) => {
      if (name === 'autoRefreshSeconds') {
        autoRefresh.restart();
      } else if (name !== 'baseUrl') {
        void guard(async () => {
          await session.arrange({ zone: zone(), nearness: settings.current.nearMissMargin });
        });
      }
    }),
  );
  return {
    documents,
    panels,
    insights,
    tell: (text) => {
      binding.tell(text);
    },
    dispose: () => {
      vscode.Disposable.from(listeners, binding, documents, panels, insights, autoRefresh).dispose();
    },
  };
}
