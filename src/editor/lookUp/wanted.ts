import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { idProblem } from '../../submissions/privacy/idInText.ts';

/** One submission of a project. */
export interface WantedOne {
  readonly kind: 'one';
  readonly authId: string;
  readonly projectId: string;
}

/** What a look-up was started on: one submission, a text with ids in it, or nothing. */
export type Wanted = WantedOne | { readonly kind: 'text'; readonly text: string } | { readonly kind: 'nothing' };

const askable = z.string().check(z.refine((id) => idProblem(id) === undefined));
const one = z.object({ authId: askable, projectId: z.string() });
const withText = z.object({ text: z.string() });
/** What VS Code passes for a variable of a debugger. */
const variable = z.object({ variable: z.object({ value: z.string() }) });

/** Reads the arguments of the look-up. VS Code passes an address where it was started on the selection of an editor. */
export function wantedBy([first]: readonly unknown[]): Wanted {
  const single = one.safeParse(first);
  if (single.success) {
    return { kind: 'one', ...single.data };
  }
  const text = withText.safeParse(first);
  if (text.success) {
    return { kind: 'text', text: text.data.text };
  }
  const value = variable.safeParse(first);
  if (value.success) {
    return { kind: 'text', text: value.data.variable.value };
  }
  return first instanceof vscode.Uri ? { kind: 'text', text: selectedText() } : { kind: 'nothing' };
}

/** The text that is selected in the editor in front, all of it where there are several selections; empty where none is. */
export function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  return editor?.selections.map((selection) => editor.document.getText(selection)).join('\n') ?? '';
}

/**
 * The text that is selected in the terminal in front. VS Code tells it only by way of the clipboard, whose text is put
 * back. Where the clipboard cannot be read, as in a browser that was told not to, it is left alone.
 */
export async function selectedInTerminal(): Promise<string> {
  const { clipboard } = vscode.env;
  const before = await readWithin(clipboard, patience);
  if (before === undefined) {
    return '';
  }
  try {
    await clipboard.writeText('');
    await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
    return await clipboard.readText();
  } finally {
    await clipboard.writeText(before);
  }
}

/** A browser may ask first whether the clipboard may be read. In ms. */
const patience = 5000;

/** Undefined where it is not allowed, or nothing is said within so many ms. */
async function readWithin(clipboard: vscode.Clipboard, ms: number): Promise<string | undefined> {
  const { promise: silence, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, ms, undefined);
  try {
    return await Promise.race([clipboard.readText(), silence]);
  } catch {
    // Nobody asked for the clipboard, so nobody misses it: the box opens.
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
