import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { demoRecords } from '../../src/demo/records.ts';
import { DocumentAddresses } from '../../src/editor/document/addresses.ts';
import { registerExplanations } from '../../src/editor/document/explanations.ts';
import { shortText } from '../../src/editor/document/shortText.ts';
import { demoOptions } from '../../src/sources/demo.ts';
import { explained } from '../../src/submissions/words/explained.ts';
import { replaced } from './support/replaced.ts';
import { openRooms } from './support/rooms.ts';
import { until } from './support/window.ts';

const records = demoRecords(demoOptions(Date.now()));

describe('A JSON document in a real VS Code', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await vscode.commands.executeCommand('faceauth.openDemo');
    // The newest record with a score that fails a check which its policy enforces.
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

  const hints = async (range: vscode.Range): Promise<readonly vscode.InlayHint[]> =>
    await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, range);

  it('begins with the sentence of its panel', async () => {
    const [{ label, position } = assert.fail('no hint')] = await hints(new vscode.Range(0, 0, 1, 0));
    const [part] = typeof label === 'string' ? assert.fail(`${label} opens nothing`) : label;
    assert.match(part?.value ?? '', /^Rejected: .* is below the required /);
    assert.deepEqual([document.lineAt(0).text, position.line, position.character], ['{', 0, 1]);
  });

  it('has no lens, because VS Code keeps the addresses of documents with lenses, which hold ids', async () => {
    assert.deepEqual(await vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri), []);
  });

  it('is copied as a summary from there: the sentence, the ids and the checks', async () => {
    await vscode.commands.executeCommand('faceauth.copySummary', document.uri);
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /^\*\*Rejected\\: .* is below the required/);
    assert.match(copied, /\n- authId: fa\\_\w+\n/);
    assert.match(copied, /\n\| Face similarity \| ≥ \d+ \| [\d.]+ \| .* \| Failed/);
  });

  it('has a hint beside the end of each score, also of those in view alone', async () => {
    const texts = (await hints(whole())).map(
      ({ label, position }) =>
        `${document.lineAt(position.line).text.trim()} ${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}`,
    );
    assert.ok(
      texts.some((text) => /^"\w+": [\d.]+,? ≥ [\d.]+ · failed$/.test(text)),
      texts.join('\n'),
    );
    assert.deepEqual(await hints(new vscode.Range(1, 0, 1, 1)), []);
  });

  it('has its hints asked for again when times are shown in another zone', async () => {
    let changed: vscode.Event<void> | undefined;
    const rooms = openRooms();
    {
      using _ = replaced(
        vscode.languages,
        'registerInlayHintsProvider',
        (_selector: vscode.DocumentSelector, provider: vscode.InlayHintsProvider) => {
          changed = provider.onDidChangeInlayHints;
          return new vscode.Disposable(() => undefined);
        },
      );
      rooms.open((core) => registerExplanations(core, new DocumentAddresses(core)));
    }
    let times = 0;
    changed?.(() => {
      times++;
    });
    const configuration = vscode.workspace.getConfiguration('faceauth');
    for (const zone of ['local', undefined]) {
      await configuration.update('timeZone', zone, vscode.ConfigurationTarget.Global);
    }
    await until('they are asked for', () => times === 2);
    rooms.dispose();
  });

  it('is left as it is where it is too long to be explained without holding everything else up', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faceauth-'));
    const textOf = async (length: number): Promise<string | undefined> => {
      const path = join(folder, `${length}.json`);
      writeFileSync(path, `{"auth_id": "${'x'.repeat(length)}"}`);
      return shortText(await vscode.workspace.openTextDocument(path));
    };
    assert.equal((await textOf(1_000_000))?.length, 1_000_015);
    assert.equal(await textOf(2 ** 21), undefined);
    rmSync(folder, { recursive: true });
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
