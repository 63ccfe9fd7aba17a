import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { demoRecords } from '../../src/demo/records.ts';
import { demoOptions } from '../../src/sources/demo.ts';
import { explained } from '../../src/submissions/words/explained.ts';

const records = demoRecords(demoOptions(Date.now()));

describe('A JSON document in a real VS Code', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await vscode.commands.executeCommand('faceauth.openDemo');
    // The newest that fails a check by a score which its policy enforces.
    const texts = Array.from({ length: 200 }, (_, at) => JSON.stringify(records.record(at), null, 2));
    const index = texts.findIndex(
      (text) => explained(text)?.fields.some(({ hint }) => /^≥ .* · failed$/.test(hint)) === true,
    );
    const uri = vscode.Uri.parse(`faceauth:/FaceAuth submissions/demo/${records.id(index)}.json`);
    document = await vscode.workspace.openTextDocument(uri);
  });

  const whole = (): vscode.Range => new vscode.Range(0, 0, document.lineCount, 0);
  const at = (text: string, extra = 2): vscode.Position =>
    document.positionAt(document.getText().indexOf(text) + extra);

  it('begins with the sentence of its panel, which opens it', async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    assert.match(lenses[0]?.command?.title ?? '', /^Rejected: .* is below the required /);
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.command]),
      [
        [0, 'faceauth.openRecord'],
        [0, 'faceauth.openRecord'],
        [0, 'faceauth.copySummary'],
      ],
    );
  });

  it('is copied as a summary from there: the sentence, the ids and the checks', async () => {
    await vscode.commands.executeCommand('faceauth.copySummary', document.uri);
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /^\*\*Rejected\\: .* is below the required/);
    assert.match(copied, /\n- authId: fa\\_\w+\n/);
    assert.match(copied, /\n\| Face similarity \| ≥ \d+ \| [\d.]+ \| .* \| Failed/);
  });

  it('has a hint beside the end of each score, also of those in view alone', async () => {
    const hints = async (range: vscode.Range): Promise<readonly string[]> => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        range,
      );
      return found.map(
        ({ label, position }) =>
          `${document.lineAt(position.line).text.trim()} ${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}`,
      );
    };
    const all = await hints(whole());
    assert.ok(
      all.some((text) => /^"\w+": [\d.]+,? ≥ [\d.]+ · failed$/.test(text)),
      all.join('\n'),
    );
    assert.deepEqual(await hints(new vscode.Range(0, 0, 0, 1)), []);
  });

  it('says what a field is where the pointer rests, as text alone', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at('"auth_status"'),
    );
    const [text] = hovers.flatMap(({ contents }) => contents);
    assert.ok(text instanceof vscode.MarkdownString);
    assert.match(text.value.replaceAll('&nbsp;', ' '), /What the service decided/);
    assert.ok(text.isTrusted !== true && text.supportHtml !== true && text.supportThemeIcons !== true);
  });

  it('leads from a fail code to its score, and from the score to its threshold', async () => {
    const follow = async (position: vscode.Position): Promise<string> => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        position,
      );
      return document.lineAt(found[0]?.range.start.line ?? 0).text.trim();
    };
    assert.match(await follow(at('"face_similarity"')), /^"faceSimilarity_threshold"/);
  });
});
