import * as vscode from 'vscode';
import type { ModelTools } from './modelTools.ts';
import { toolNames } from './toolNames.ts';

/** Registers the tools for language models. What they do is loaded when one is used. */
export function registerTools(load: () => Promise<ModelTools>): vscode.Disposable {
  return vscode.Disposable.from(
    ...toolNames.map((name) =>
      vscode.lm.registerTool<unknown>(name, {
        prepareInvocation: async ({ input }) => (await load()).prepare(name, input),
        invoke: async ({ input }, token) => {
          const text = await (await load()).run(name, input, token);
          return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
        },
      }),
    ),
  );
}
