import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { explained, type Explained, type Explanation } from '../../submissions/words/explained.ts';
import { sentenceOf } from '../../submissions/words/sentence.ts';
import { spoken } from '../../submissions/words/segments.ts';
import type { Core } from '../core.ts';
import { languageOfWords } from '../window/language.ts';
import { safeText } from '../window/safeText.ts';
import type { DocumentAddresses } from './addresses.ts';
import { outline } from './outline.ts';
import { shortText } from './shortText.ts';
import { scheme } from './submissionFiles.ts';

/**
 * Explains the JSON documents in place: hints, hovers, definitions and an outline, all made from the text of the
 * document. The sentence about the record is an inlay hint and not a code lens, because VS Code stores the address of
 * each document that it asked for lenses, even after the document is closed, and the address holds the id.
 */
export function registerExplanations(core: Core, addresses: DocumentAddresses): vscode.Disposable {
  const all = new WeakMap<vscode.TextDocument, { readonly version: number; readonly what: Explanation | undefined }>();
  const explanationOf = (document: vscode.TextDocument): Explanation | undefined => {
    const known = all.get(document);
    if (known?.version === document.version) {
      return known.what;
    }
    const text = shortText(document);
    const what = text === undefined ? undefined : explained(text);
    all.set(document, { version: document.version, what });
    return what;
  };
  const at = (document: vscode.TextDocument, position: vscode.Position): Explained | undefined => {
    const offset = document.offsetAt(position);
    // A field comes after the field that contains it, so the last match is the innermost field.
    return explanationOf(document)?.fields.findLast(({ start, nameEnd, end }) =>
      nameEnd === start
        ? start <= offset && offset <= end
        : start <= offset && offset <= shortEnd(nameEnd, end, document),
    );
  };
  const selector = { scheme };
  const hintsChanged = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    hintsChanged,
    core.settings.onDidChange((name) => {
      if (name === 'timeZone') {
        hintsChanged.fire();
      }
    }),
    vscode.languages.registerDocumentSymbolProvider(selector, outline),
    vscode.languages.registerInlayHintsProvider(selector, {
      onDidChangeInlayHints: hintsChanged.event,
      provideInlayHints: (document, range) => {
        const what = explanationOf(document);
        return what === undefined
          ? []
          : [
              ...(range.start.line === 0 ? [sentenceHint(core, addresses, document.uri, what)] : []),
              ...what.fields
                .filter(({ hint, end }) => hint !== '' && range.contains(document.positionAt(end)))
                .map(({ hint, end }) => hintOf(behind(document, end), hint)),
            ];
      },
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

/**
 * The end of the part of a named field that counts: of a list or an object only the line of its name, because the
 * fields in it explain themselves.
 */
function shortEnd(nameEnd: number, end: number, document: vscode.TextDocument): number {
  const { line } = document.positionAt(nameEnd);
  return Math.min(end, document.offsetAt(document.lineAt(line).range.end));
}

/**
 * A hint behind the first bracket of the document, with the sentence that begins the panel. A click on it opens the
 * panel.
 */
function sentenceHint(
  core: Core,
  addresses: DocumentAddresses,
  uri: vscode.Uri,
  { detail }: Explanation,
): vscode.InlayHint {
  const context = { projectName: '', attempts: [], showDeleted: false, zone: core.zone(), now: Date.now() };
  const sentence = spoken(sentenceOf(detail, { ...context, locale: languageOfWords() }));
  const hint = hintOf(new vscode.Position(0, 1), sentence, 400);
  // Without an id in the address there is no panel to open.
  if (addresses.targetOf(uri) !== undefined) {
    const part = new vscode.InlayHintLabelPart(safeText(sentence, 400));
    part.command = { title: l10n.t('Open Submission'), command: 'faceauth.openRecord', arguments: [uri] };
    hint.label = [part];
  }
  return hint;
}

/** Behind the comma that may follow a value. */
function behind(document: vscode.TextDocument, end: number): vscode.Position {
  const position = document.positionAt(end);
  const next = position.translate(0, 1);
  return document.getText(new vscode.Range(position, next)) === ',' ? next : position;
}

function hintOf(position: vscode.Position, text: string, length?: number): vscode.InlayHint {
  const hint = new vscode.InlayHint(position, safeText(text, length));
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
