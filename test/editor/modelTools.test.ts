import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DEMO_KEY } from '../../src/demo/service.ts';
import { ModelTools } from '../../src/editor/modelTools/modelTools.ts';
import { Keyring } from '../../src/editor/project/keyring.ts';
import { maskWith, unmasked, type Mask } from '../../src/submissions/privacy/mask.ts';
import { Aliases } from '../../src/editor/screenShare/aliases.ts';
import type { Project } from '../../src/session/state.ts';
import { sessionOf } from '../unit/session/opened.ts';
import { Storage } from './support/window.ts';

const record = {
  auth_id: 'fa_CANARY1',
  auth_status: 'rejected',
  create_time: '2027-01-15T11:00:00.000Z',
  policy: { faceSimilarity_threshold: 85 },
  result: { face_similarity: 71 },
  reject_comment: [`sent with ${DEMO_KEY}`],
};
const hostile = { id: 'p', name: '[x](command:evil) $(bug) <b>' };

describe('Tools for language models in a real VS Code', () => {
  const list = 'faceauth_findSubmissions';
  const { token } = new vscode.CancellationTokenSource();
  const settings = { current: { modelTools: true } };

  const opened = async (project: Project = hostile, mask: Mask = unmasked) => {
    const storage = new Storage();
    const { store, close } = storage.open();
    await store.noteKey(DEMO_KEY);
    const { session, asked } = sessionOf([[record]]);
    await session.open(project);
    const aliases = new Aliases(new Keyring(storage.secrets));
    const guard = async (work: () => Promise<void> | void): Promise<void> => {
      await work();
    };
    const parts = { session, aliases, store, guard, settings, zone: () => 'utc' as const, mask: () => mask };
    const closeAll = (): void => {
      aliases.dispose();
      close();
    };
    return { tools: new ModelTools(parts), parts, session, asked, close: closeAll };
  };

  afterEach(() => {
    settings.current = { modelTools: true };
  });

  it('ask before they read, and name the project as text and how much of it is loaded', async () => {
    const { tools, close } = await opened();
    const { title, message } = tools.prepare(list, {}).confirmationMessages ?? {};
    assert.equal(title, 'Let the chat read FaceAuth submissions?');
    assert.ok(typeof message === 'string');
    assert.match(message, /^Reads a list of submissions of the project “.+”, which has 1 loaded\./);
    assert.ok(message.includes(String.raw`\[x\]\(command\:evil\) \$\(bug\) \<b\>`));
    close();
  });

  it('read nothing where nobody was asked, or about something else', async () => {
    const { tools, session, close } = await opened();
    const refused = /^Nobody was asked whether submissions/;
    assert.match(await tools.run(list, {}, token), refused);
    tools.prepare(list, { status: 'approved' });
    assert.match(await tools.run(list, {}, token), refused);
    tools.prepare(list, {});
    await session.open({ id: 'q', name: 'Another' });
    assert.match(await tools.run(list, {}, token), refused);
    close();
  });

  it('read once for each time that a person was asked, without asking the service', async () => {
    const { tools, asked, close } = await opened();
    const before = asked.length;
    tools.prepare(list, {});
    const text = await tools.run(list, {}, token);
    assert.match(text, /\| id-[a-z2-8]{12} \| 2027-01-15 11\\:00\\:00 UTC \| Rejected \|/);
    assert.match(await tools.run(list, {}, token), /^Nobody was asked/);
    assert.equal(asked.length, before);
    close();
  });

  it('give no id and no key', async () => {
    const { tools, close } = await opened();
    for (const [name, input] of [
      ['faceauth_getSubmission', { submission: 'fa_CANARY1' }],
      ['faceauth_explainVerdict', { submission: 'fa_CANARY1' }],
      ['faceauth_summarizeInsights', {}],
    ] as const) {
      tools.prepare(name, input);
      const text = (await tools.run(name, input, token)).replaceAll('\\', '');
      assert.ok(text.length > 100 && !text.includes('CANARY') && !text.includes(DEMO_KEY), text);
    }
    close();
  });

  it('name no id in a question or an answer while the screen is shared, not even that in the name of a file', async () => {
    const shared = maskWith(
      () => 'an alias',
      (text) => text === 'fa_CANARY1',
    );
    const { tools, close } = await opened({ id: 'f', name: 'fa_CANARY1.json', file: '/fa_CANARY1.json' }, shared);
    const question = JSON.stringify(tools.prepare(list, {}));
    const answer = await tools.run(list, {}, token);
    assert.ok(question.includes('an alias') && answer.includes('1 of 1'));
    assert.doesNotMatch(question + answer, /CANARY/);
    close();
  });

  it('do nothing while the setting is off, also when they were asked about before', async () => {
    const { tools, close } = await opened();
    tools.prepare(list, {});
    settings.current = { modelTools: false };
    assert.deepEqual(tools.prepare(list, {}), {});
    assert.match(await tools.run(list, {}, token), /^The setting faceauth\.modelTools is off/);
    close();
  });

  it('say what is wrong with an input, and that nothing is loaded', async () => {
    const { tools, parts, close } = await opened();
    for (const input of [undefined, null, 'text', { submission: { toString: 'x' } }, { __proto__: null, evil: 1 }]) {
      assert.deepEqual(tools.prepare('faceauth_getSubmission', input), {});
      assert.match(
        await tools.run('faceauth_getSubmission', input, token),
        /^The input is not as the tool describes it/,
      );
    }
    const empty = new ModelTools({ ...parts, session: sessionOf([]).session });
    assert.match(await empty.run(list, {}, token), /^No submission is loaded in this window/);
    close();
  });

  it('run by way of VS Code: refused while the setting is off, else over what is loaded', async () => {
    const invoke = async (): Promise<string> => {
      const { content } = await vscode.lm.invokeTool(
        list,
        { toolInvocationToken: undefined, input: { most: 1 } },
        token,
      );
      return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
    };
    const configuration = vscode.workspace.getConfiguration('faceauth');
    await vscode.commands.executeCommand('faceauth.openDemo');
    assert.match(await invoke(), /^The setting faceauth\.modelTools is off/);
    try {
      await configuration.update('modelTools', true, vscode.ConfigurationTarget.Global);
      // Where VS Code shows no dialogs to tests nobody agrees, and nothing is read.
      const answer = await invoke().catch(String);
      assert.match(
        answer,
        /^200 loaded, more on the service\n\n1 of 200 are shown here\.[^]+\| id-[a-z2-8]{12} \||dialog/i,
      );
    } finally {
      await configuration.update('modelTools', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
