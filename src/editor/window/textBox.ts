import * as vscode from 'vscode';

/** A box that asks for one text. */
export interface TextBoxOptions {
  readonly title: string;
  /** Which of so many steps it is; absent where it is the only one. */
  readonly steps?: { readonly step: number; readonly of: number };
  readonly value: string;
  readonly prompt: string;
  readonly placeholder: string;
  readonly buttons?: readonly vscode.QuickInputButton[];
  /** What is wrong with a text. An error keeps the text from being accepted, a warning does not. */
  readonly check: (text: string) => vscode.InputBoxValidationMessage | undefined;
}

/** What was entered, or what stood in the box when a button was pressed. */
export interface TextAnswer {
  readonly text: string;
  readonly pressed?: vscode.QuickInputButton;
}

/** Asks for a text. Undefined when the box was closed. */
export async function askForText(options: TextBoxOptions): Promise<TextAnswer | undefined> {
  const { title, steps, value, prompt, placeholder, buttons = [], check } = options;
  const box = Object.assign(vscode.window.createInputBox(), { title, value, prompt, placeholder, buttons });
  box.step = steps?.step;
  box.totalSteps = steps?.of;
  box.ignoreFocusOut = true;
  try {
    return await new Promise((resolve) => {
      box.onDidChangeValue((text) => {
        box.validationMessage = text === '' ? undefined : check(text);
      });
      box.onDidTriggerButton((pressed) => {
        resolve({ text: box.value, pressed });
      });
      box.onDidHide(() => {
        resolve(undefined);
      });
      box.onDidAccept(() => {
        box.validationMessage = check(box.value);
        if (check(box.value)?.severity !== vscode.InputBoxValidationSeverity.Error) {
          resolve({ text: box.value });
        }
      });
      box.show();
    });
  } finally {
    box.dispose();
  }
}

/** What keeps a text from being accepted. */
export function wrong(message: string): vscode.InputBoxValidationMessage {
  return { message, severity: vscode.InputBoxValidationSeverity.Error };
}
