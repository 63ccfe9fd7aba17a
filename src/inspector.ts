import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CommandName } from './editor/commandNames.ts';
import { createCommands } from './editor/commands.ts';
import { startCore } from './editor/core.ts';
import { ExportCommands } from './editor/export/exportCommands.ts';
import { RecordCommands } from './editor/recordCommands.ts';
import { showViews, type Shell } from './editor/views.ts';

/** What is loaded when something is used. */
export interface Inspector {
  read(uri: vscode.Uri): Promise<Uint8Array>;
  restoreRecord(panel: vscode.WebviewPanel, state: unknown): void;
  restoreInsights(panel: vscode.WebviewPanel, state: unknown): void;
  run(name: CommandName, given: readonly unknown[]): Promise<void>;
}

/** Builds everything, joins it, and shows the project that was shown last. */
export function startInspector(context: vscode.ExtensionContext, shell: Shell): Inspector {
  if (vscode.l10n.bundle !== undefined) {
    l10n.config({ contents: vscode.l10n.bundle });
  }
  const core = startCore(context);
  const { shown, settings, guard } = core;
  const views = showViews(core, shell);
  const { documents, panels, insights } = views;
  const commands = createCommands({
    ...core,
    documents,
    panels,
    insights,
    records: new RecordCommands({ ...core, documents, panels }),
    exports: new ExportCommands({ ...core, done: views.tell }),
  });
  context.subscriptions.push(
    views,
    settings.onDidChange((name) => {
      if (name === 'baseUrl') {
        void guard(async () => {
          await shown.reopen();
        });
      }
    }),
  );
  void guard(async () => {
    await core.screenShare.ready();
    await shown.openLast();
  });
  return {
    read: async (uri) => {
      try {
        return await documents.read(uri);
      } catch (error) {
        // VS Code shows in the editor what is thrown here; what nobody expected belongs in the log as well.
        if (!(error instanceof vscode.FileSystemError)) {
          core.log.error(error);
        }
        throw error;
      }
    },
    restoreRecord: (panel, state) => {
      panels.restore(panel, state);
    },
    restoreInsights: (panel, state) => {
      insights.restore(panel, state);
    },
    run: async (name, given) => {
      await guard(async () => {
        await commands[name](given);
      });
    },
  };
}
