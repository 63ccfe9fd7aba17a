import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { openElsewhere, type Elsewhere } from '../service/elsewhere.ts';
import { when } from '../service/exchange.ts';
import { startService, type Service } from '../service/service.ts';
import { raw } from '../service/shapes.ts';
import { status } from '../service/statuses.ts';
import { slowHeaders } from '../service/transport.ts';
import { assertOnlyText, hostilePage, hostileTexts, insertScripts, seen, shown } from './support/hostile.ts';
import { addProject } from './support/project.ts';
import { assertSchemaIsText } from './support/schema.ts';

const { image, link, icon, script } = hostileTexts;
const projectNames = [`${image} $(squirrel)`, `${link} $(squirrel)`] as const;
const absent = 'none[x](command:workbench.action.quit)$(squirrel)<b>';
const day = ['Rejected', '2027-01-15'];

describe('Hostile text, from the service or typed', () => {
  let service: Service;
  let elsewhere: Elsewhere;
  let workbench: Workbench;

  before(async () => {
    [service, elsewhere] = await Promise.all([startService(), openElsewhere()]);
    const schema = `http://${elsewhere.host}/schema.json`;
    service.serveRaw(hostilePage(schema));
    service.serveRaw(hostilePage(schema, { authId: link, createTime: image }), {
      when: ({ query }) => !('nextKey_id' in query),
    });
    workbench = await openWorkbench({
      extensionPath: join(import.meta.dirname, '..', '..'),
      settings: { 'faceauth.baseUrl': service.baseUrl },
    });
    await addProject(workbench, projectNames[0]);
  });

  afterEach(async () => {
    await assertOnlyText(workbench);
  });

  after(async () => {
    await workbench.close();
    await Promise.all([service.close(), elsewhere.close()]);
  });

  const tree = () => workbench.tree('Submissions');
  const box = () => workbench.quickInput;
  const answerLookUp = (fault: Parameters<Service['inject']>[0]) => service.inject(fault, { when: when.lookUp });

  const lookUp = async (id: string): Promise<void> => {
    await workbench.ask('FaceAuth: Look Up Submission…', { input: `{"authId": "${id}"}` });
    await box().widget.waitFor({ state: 'hidden' });
  };

  /** Waits for words in the panel, and checks what stands beside them. */
  const assertPanel = async (words: string, ...parts: readonly string[]): Promise<void> => {
    await workbench.webviewPage().getByText(words).first().waitFor();
    const text = seen(await workbench.webviewPage().locator('body').innerText());
    for (const part of parts) {
      assert.ok(text.includes(part), text);
    }
    await assertOnlyText(workbench);
  };

  it('names the groups and rows of the tree, letter by letter', async () => {
    const groups = (await tree().rows()).filter(({ label }) => label !== 'Older submissions').slice(1);
    const texts = Object.values(hostileTexts);
    assert.deepEqual(new Set(groups.map(({ label }) => label)), new Set(texts.map((text) => shown(text, 60))));
    await tree().expand('Rejected');
    await tree().expand(day);
    const rows = (await tree().rows()).filter(({ level }) => level === 3);
    assert.deepEqual(new Set(rows.map(({ label }) => label)), new Set(texts.map((text) => shown(text, 120))));
    assert.ok(rows.every(({ spoken }) => spoken.length < 600));
  });

  it('stands in the tooltip of a row as it was sent', async () => {
    for (const text of [image, link, icon]) {
      await tree().row(text).hover();
      const tooltip = workbench.page.locator('.workbench-hover').filter({ hasText: `Rejected · ${text}` });
      await tooltip.filter({ hasText: `Submitted by: ${text}` }).waitFor();
      assert.equal(await tooltip.locator('a, img, .codicon').count(), 0);
    }
  });

  it('stands in the panel and its tab as it was sent, whatever the record', async () => {
    const panel = workbench.webviewPage();
    for (const text of Object.values(hostileTexts)) {
      await tree().press([...day, shown(text, 120)], 'Enter');
      await panel.locator('h1 .id').getByText(shown(text, 120), { exact: true }).waitFor();
      assert.equal(await workbench.activeTab(), shown(text, 60));
      await assertOnlyText(workbench);
      assert.ok((await panel.locator('body').innerText()).length < 100_000);
    }
    for (const text of [image, '__proto__']) {
      await tree().expand([text]);
      await tree().expand([text, 'No time']);
      await tree().press([text, 'No time', `2${text}`], 'Enter');
      await panel.locator('h1 .id').getByText(`2${text}`, { exact: true }).waitFor();
      assert.equal(await panel.locator('h1 .badge').innerText(), text);
      await assertOnlyText(workbench);
      await tree().collapse([text]);
    }
  });

  it('would not run in the panel, even if an element were made of it', async () => {
    const frame = await workbench.webview();
    assert.equal(await frame.evaluate(insertScripts), undefined);
  });

  it('stands in the JSON document as it was sent', async () => {
    for (const text of [script, image, link, icon, '__proto__']) {
      await tree().press([...day, text], 'Enter');
      await workbench.webviewPage().locator('h1 .id').getByText(text, { exact: true }).waitFor();
      await workbench.webviewPage().getByRole('button', { name: 'Open as JSON' }).click();
      await workbench.page.locator('.tab.active').filter({ hasText: '.json' }).waitFor();
      assert.ok((await workbench.editorText()).includes(`"auth_id": ${JSON.stringify(text)}`));
      await assertOnlyText(workbench);
      await workbench.run('View: Close Editor');
    }
  });

  it('of a megabyte opens as JSON, and the window still answers', async () => {
    await tree().press([...day, shown(hostileTexts.long, 120)], 'Enter');
    await workbench.webviewPage().locator('h1 .id').getByText('LLLL').waitFor();
    await workbench.webviewPage().getByRole('button', { name: 'Open as JSON' }).click();
    await workbench.page.locator('.tab.active').filter({ hasText: '.json' }).waitFor();
    assert.match(await workbench.editorText(), /"auth_id": "L{100}/);
    await workbench.run('View: Close Editor');
  });

  it('is offered for a comparison as it was sent, and compared', async () => {
    await tree().press([...day, image], 'Enter');
    await workbench.webviewPage().getByRole('button', { name: 'Compare With…' }).click();
    const rows = await box().rows();
    assert.equal(seen(await box().title()), `Compare ${image} With`);
    assert.ok(rows.some(({ label, description }) => seen(label) === link && seen(description).endsWith(link)));
    assert.ok(rows.some(({ label, description }) => seen(label) === icon && seen(description).endsWith(icon)));
    await assertOnlyText(workbench);
    await workbench.pick(rows.find(({ label }) => seen(label) === link)?.label ?? '');
    await workbench.page.locator('.tab.active').filter({ hasText: '↔' }).waitFor();
    await assertOnlyText(workbench);
    await workbench.run('View: Close Editor');
  });

  it('is looked up, and offered again, as it was sent', async () => {
    for (const id of [link, icon, script]) {
      await lookUp(id);
      await workbench.webviewPage().locator('h1 .id').getByText(id, { exact: true }).waitFor();
    }
    const offered = (await workbench.offered('FaceAuth: Look Up Submission…')).map(({ label }) => seen(label));
    assert.deepEqual(offered, [script, icon, link]);
    await assertOnlyText(workbench);
    await box().cancel();
  });

  // VS Code shows no more than a few notifications in a second, so other things are done between them.
  it('is named when it is not found, as it was sent', async () => {
    const end = answerLookUp(raw('[]'));
    await lookUp(absent);
    await assertPanel('has no submission', `“${projectNames[0]}”`, absent);
    end();
  });

  it('stands in the row of a failed page as it was sent', async () => {
    const message = `${image} ${link} ${icon}`;
    const end = service.inject(status(400, { traceId: script, message }), {
      when: ({ query }) => 'nextKey_id' in query,
    });
    await workbench.run('FaceAuth: Load Older Submissions');
    await tree().tree.getByText('The service refused the request').first().waitFor();
    const rows = await tree().rows();
    const label = rows.find((row) => row.label.startsWith('The service refused'))?.label ?? '';
    assert.equal(label, `The service refused the request (HTTP 400, ${message}, trace ID ${script}).`);
    await assertOnlyText(workbench);
    end();
    await tree().press('Try Again', 'Enter');
    await tree().row(label).waitFor({ state: 'hidden' });
  });

  it('is named when a look-up fails, as it was sent', async () => {
    const message = `${image} ${link} ${icon}`;
    const end = answerLookUp(status(400, { traceId: link, errorCode: icon, message }));
    await lookUp(absent);
    await assertPanel('refused the request', message, `trace ID ${link}`);
    end();
  });

  it('leaves the list of pages to export readable', async () => {
    const pages = await workbench.offered('FaceAuth: Export Page to JSON…', 'Page 1');
    assert.deepEqual(pages.map(({ label }) => label).toSorted(), ['Page 1', 'Page 2']);
    await box().cancel();
  });

  it('is named while it is looked up, as it was sent', async () => {
    const end = answerLookUp(slowHeaders(60_000));
    await lookUp(absent);
    await assertPanel('Loading', absent);
    await workbench.run('View: Close Editor');
    end();
  });

  it('may be the name of a project', async () => {
    await workbench.run('FaceAuth: Add Project…');
    await workbench.input(projectNames[1]);
    await workbench.input('demo-key-for-synthetic-data');
    await workbench.page.locator('.part.sidebar .message').filter({ hasText: '[x]' }).waitFor();
    await assertOnlyText(workbench);
    assert.deepEqual(
      (await workbench.offered('FaceAuth: Switch Project…')).slice(0, 2).map(({ label }) => seen(label)),
      projectNames,
    );
    await assertOnlyText(workbench);
    await box().cancel();
    await workbench.run('FaceAuth: Replace API Key…');
    assert.equal(seen(await box().title()), `Replace API Key of ${projectNames[1]}`);
    await assertOnlyText(workbench);
    await box().cancel();
    await workbench.offered('FaceAuth: Remove Project…');
    await box().accept();
    assert.ok(seen(await workbench.dialog()).includes(`“${projectNames[0]}”`));
    await assertOnlyText(workbench);
    await workbench.answerDialog('Cancel');
  });

  it('makes the editor ask nobody: what `$schema` of a record names is a text like any other', async () => {
    await assertSchemaIsText(workbench, [...day, image], elsewhere);
  });

  it('leaves the window working, without an error in its console', async () => {
    await workbench.run('FaceAuth: Clear Look-Up History');
    await workbench.notification('The look-up history is empty now');
    // Expected are error notifications, which VS Code repeats in the console; the refusal of the script that was put
    // into the panel; and the read of a file that a reload has ended.
    const expected = /^The service refused|Content Security Policy|Unable to read file .*\(Canceled: Canceled\)/;
    assert.deepEqual(
      workbench.problems.filter((text) => !expected.test(text)),
      [],
    );
  });
});
