import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { explained, type Explained, type Explanation } from '../../submissions/words/explained.ts';
import { sentenceOf } from '../../submissions/words/sentence.ts';
import { spoken } from '../../submissions/words/segments.ts';
import type { Core } from '../core.ts';
import { languageOfWords } from '../window/language.ts';
import { safeText } from '../window/safeText.ts';
import { outline } from './outline.ts';
import { scheme } from './submissionFiles.ts';

/** Explains the JSON documents in place: a lens, hints, hovers, definitions and an outline, all from their own text. */
export function registerExplanations(core: Core): vscode.Disposable {
  const all = new WeakMap<vscode.TextDocument, { readonly version: number; readonly what: Explanation | undefined }>();
  const explanationOf = (document: vscode.TextDocument): Explanation | undefined => {
    const known = all.get(document);
    if (known?.version === document.version) {
      return known.what;
    }
    const what = explained(document.getText());
    all.set(document, { version: document.version, what });
    return what;
  };
  const at = (document: vscode.TextDocument, position: vscode.Position): Explained | undefined => {
    const offset = document.offsetAt(position);
    // What stands inside comes after what it stands in.
    return explanationOf(document)?.fields.findLast(({ start, nameEnd, end }) =>
      nameEnd === start
        ? start <= offset && offset <= end
        : start <= offset && offset <= shortEnd(nameEnd, end, document),
    );
  };
  const selector = { scheme };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(selector, outline),
    vscode.languages.registerCodeLensProvider(selector, {
      provideCodeLenses: (document) => {
        const what = explanationOf(document);
        return what === undefined ? [] : lenses(core, document.uri, what);
      },
    }),
    vscode.languages.registerInlayHintsProvider(selector, {
      provideInlayHints: (document, range) =>
        (explanationOf(document)?.fields ?? [])
          .filter(({ hint, end }) => hint !== '' && range.contains(document.positionAt(end)))
          .map(({ hint, end }) => hintOf(behind(document, end), hint)),
    }),
    vscode.languages.registerHoverProvider(selector, {
      provideHover: (document, position) => {
        const field = at(document, position);
        return field && hoverOf(document, field);
      },
    }),
    vscode.languages.registerDefinitionProvider(selector, {
      provideDefinition: (document, position) => {
        const leadsTo = at(document, position)?.leadsTo;
        return leadsTo === undefined ? undefined : new vscode.Location(document.uri, document.positionAt(leadsTo));
      },
    }),
  );
}

/** Of a list or an object only the line of its name counts: what stands in it explains itself. */
function shortEnd(nameEnd: number, end: number, document: vscode.TextDocument): number {
  const { line } = document.positionAt(nameEnd);
  return Math.min(end, document.offsetAt(document.lineAt(line).range.end));
}

function lenses(core: Core, uri: vscode.Uri, { detail }: Explanation): vscode.CodeLens[] {
  const first = new vscode.Range(0, 0, 0, 0);
  const context = { projectName: '', attempts: [], showDeleted: false, zone: core.zone(), now: Date.now() };
  const sentence = spoken(sentenceOf(detail, { ...context, locale: languageOfWords() }));
  return [
    new vscode.CodeLens(first, {
      title: safeText(sentence, 400),
      command: 'faceauth.openRecord',
      arguments: [uri],
    }),
    new vscode.CodeLens(first, { title: l10n.t('Open Submission'), command: 'faceauth.openRecord', arguments: [uri] }),
    new vscode.CodeLens(first, { title: l10n.t('Copy Summary'), command: 'faceauth.copySummary', arguments: [uri] }),
  ];
}

/** Behind the comma that may follow a value. */
function behind(document: vscode.TextDocument, end: number): vscode.Position {
  const position = document.positionAt(end);
  const next = position.translate(0, 1);
  return document.getText(new vscode.Range(position, next)) === ',' ? next : position;
}

function hintOf(position: vscode.Position, text: string): vscode.InlayHint {
  const hint = new vscode.InlayHint(position, safeText(text));
  hint.paddingLeft = true;
  return hint;
}

function hoverOf(document: vscode.TextDocument, { start, nameEnd, end, lines }: Explained): vscode.Hover {
  const text = new vscode.MarkdownString();
  for (const line of lines()) {
    text.appendText(line).appendMarkdown('\n\n');
  }
  const stop = nameEnd === start ? end : nameEnd;
  return new vscode.Hover(text, new vscode.Range(document.positionAt(start), document.positionAt(stop)));
}
