import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CommandName } from './editor/commandNames.ts';
import { startCore, type Shell } from './editor/core.ts';
import { registerDocuments } from './editor/document/documents.ts';
import { registerExplanations } from './editor/document/explanations.ts';
import { registerReasonLinks } from './editor/document/reason.ts';
import { registerExports } from './editor/export/exportCommands.ts';
import { registerFiles } from './editor/files/openFile.ts';
import { registerInsights } from './editor/insights/insightsPanels.ts';
import { DeepLinks } from './editor/links/deepLink.ts';
import { registerLinks } from './editor/links/links.ts';
import { registerList } from './editor/list/list.ts';
import { registerLookUp } from './editor/lookUp/lookUp.ts';
import { registerProjects } from './editor/project/projectCommands.ts';
import { ModelTools } from './editor/modelTools/modelTools.ts';
import { LiveRecords } from './editor/record/liveRecords.ts';
import { TargetRecords } from './editor/record/targetRecords.ts';
import { registerRecords } from './editor/record/recordCommands.ts';
import { registerScreenShare } from './editor/screenShare/screenShareCommands.ts';
import { registerLog } from './editor/window/showLog.ts';

/** The part of the extension that is loaded when something is first used. */
export interface Inspector {
  readonly modelTools: ModelTools;
  read(uri: vscode.Uri): Promise<Uint8Array>;
  restoreRecord(panel: vscode.WebviewPanel, state: unknown): void;
  restoreInsights(panel: vscode.WebviewPanel, state: unknown): void;
  /** Takes a link that was followed from outside of VS Code. */
  openLink(uri: vscode.Uri): Promise<void>;
  run(name: CommandName, given: readonly unknown[]): Promise<void>;
}

/** Starts every part of the extension. */
export function startInspector(context: vscode.ExtensionContext, shell: Shell): Inspector {
  if (vscode.l10n.bundle !== undefined) {
    l10n.config({ contents: vscode.l10n.bundle });
  }
  const core = startCore(context, shell);
  const list = registerList(core);
  const live = new LiveRecords(core);
  const documents = registerDocuments(core, live);
  const found = new TargetRecords(core, documents.addresses, live);
  const records = registerRecords(core, documents, live, found);
  const insights = registerInsights(core);
  const deepLinks = new DeepLinks(core);
  context.subscriptions.push(
    list,
    live,
    documents,
    registerExplanations(core, documents.addresses),
    registerReasonLinks((uri) => documents.missingIn(uri)),
    records,
    insights,
    registerLog(core),
    registerProjects(core),
    registerFiles(core),
    registerScreenShare(core),
    registerLookUp(core, live),
    registerLinks(core),
    registerExports(core, found, (text) => {
      list.tell(text);
    }),
  );
  void core.guard(async () => {
    await core.screenShare.ready();
  });
  return {
    modelTools: new ModelTools(core),
    read: async (uri) => await documents.read(uri),
    restoreRecord: (panel, state) => {
      records.restore(panel, state);
    },
    restoreInsights: (panel, state) => {
      insights.restore(panel, state);
    },
    openLink: async (uri) => {
      await core.guard(async () => {
        // While the screen is shared, the question about a link names the id by its alias.
        if (core.mask().on) {
          await core.aliases.load();
        }
        await deepLinks.open(uri);
      });
    },
    run: async (name, given) => {
      await core.commands.run(name, given);
    },
  };
}
