import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { DEMO_KEY } from '../../src/demo/service.ts';
import { run } from '../host/command.ts';
import { root, temporaryFolder } from '../host/folders.ts';
import { installExtension } from '../host/server.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { startService, type Service } from '../service/service.ts';

const vsix = join(root, 'out', 'faceauth-inspector.vsix');
const largest = 300_000;

const manifest = z.object({
  main: z.string(),
  icon: z.string(),
  l10n: z.string(),
  dependencies: z.optional(z.record(z.string(), z.unknown())),
});

/** When the newest of the files was last written, in ms since 1970. */
function newest(...patterns: readonly string[]): number {
  return Math.max(...globSync(patterns, { cwd: root }).map((path) => statSync(join(root, path)).mtimeMs));
}

async function packageIfStale(): Promise<void> {
  const sources = newest('dist/**/*.{js,css}', 'package.json', 'package.nls.json', 'l10n/*', '*.md');
  if (!existsSync(vsix) || statSync(vsix).mtimeMs < sources) {
    await run('node', [join(root, 'scripts', 'run.mjs'), 'package'], { cwd: root });
  }
}

describe('The packaged extension, installed as a user does', () => {
  const extensions = temporaryFolder();
  let service: Service;
  let workbench: Workbench;
  let home: string;

  before(async () => {
    await packageIfStale();
    await installExtension(vsix, extensions.path);
    home = join(extensions.path, globSync('faceauth.faceauth-inspector-*', { cwd: extensions.path })[0] ?? '');
    service = await startService({ size: 1000, broken: false });
    workbench = await openWorkbench({
      builtIns: 'all',
      extensionsDir: extensions.path,
      settings: { 'faceauth.baseUrl': service.baseUrl },
    });
  });

  after(async () => {
    await workbench.close();
    await service.close();
    extensions.release();
  });

  const tree = () => workbench.tree('Submissions');
  const panel = () => workbench.webviewPage();
  const openFirstSteps = async (): Promise<void> => {
    await workbench.ask('Welcome: Open Walkthrough...', 'First steps with FaceAuth Inspector');
    await firstStep('Take it with you').first().waitFor();
  };
  const firstStep = (name: string) => workbench.page.getByRole('checkbox', { name });
  const files = () =>
    globSync('**', { cwd: home, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(home.length + 1)
          .replaceAll('\\', '/'),
      )
      .toSorted();

  it('holds what runs, what is read first and what translators need, and nothing else', () => {
    assert.deepEqual(files(), [
      'LICENSE.txt',
      'changelog.md',
      'dist/extension.js',
      'dist/inspector.js',
      'dist/media/insights-dark.svg',
      'dist/media/insights-light.svg',
      'dist/media/insights.css',
      'dist/media/insights.js',
      'dist/media/record-dark.svg',
      'dist/media/record-light.svg',
      'dist/media/record.css',
      'dist/media/record.js',
      'l10n/bundle.l10n.ko.json',
      'media/faceauth.svg',
      'media/icon.png',
      ...['configuration', 'grammar'].map((part) => `media/language/${part}.json`),
      ...['demo', 'export', 'lookUp', 'project', 'verdict'].map((step) => `media/walkthrough/${step}.svg`),
      'package.json',
      'package.nls.json',
      'package.nls.ko.json',
      'readme.md',
    ]);
  });

  it('is small, and needs no other package', () => {
    assert.ok(statSync(vsix).size <= largest, `${statSync(vsix).size} bytes`);
    const { dependencies = {} } = manifest.parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')));
    assert.deepEqual(Object.keys(dependencies), []);
  });

  it('has every file that its manifest names', () => {
    const { main, icon, l10n } = manifest.parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')));
    assert.deepEqual(
      [main, icon, l10n].filter((path) => !existsSync(join(home, path))),
      [],
    );
  });

  it('is built for users: short, and without a trace of where its sources lay', () => {
    for (const file of files().filter((name) => /\.(js|css)$/.test(name))) {
      const text = readFileSync(join(home, file), 'utf8');
      assert.doesNotMatch(text, /sourceMappingURL/, file);
      assert.ok(!text.includes(root), file);
      assert.ok(text.split('\n').length < 200, `${file} is not minified`);
    }
  });

  it('tells users about itself without pictures, which stay in the repository', () => {
    const readme = readFileSync(join(home, 'readme.md'), 'utf8');
    assert.match(readme, /^## Where it works$/m);
    assert.doesNotMatch(readme, /!\[|media\/pictures|For contributors/);
  });

  it('shows a newcomer the first steps, none of them done', async () => {
    await openFirstSteps();
    assert.equal(await workbench.page.getByRole('checkbox', { name: /: Not completed$/ }).count(), 5);
  });

  it('takes a project with its key', async () => {
    await workbench.showContainer('FaceAuth');
    await workbench.page.getByRole('button', { name: 'Add Project…' }).click();
    await workbench.input('Production');
    await workbench.input(DEMO_KEY);
    await tree().waitFor('Rejected');
    assert.ok(service.requests.every(({ headers }) => headers['x-api-key'] === DEMO_KEY));
  });

  it('answers why a submission was rejected', async () => {
    await tree().expand('Rejected');
    const day = (await tree().rows()).find(({ level }) => level === 2)?.label ?? '';
    await tree().expand(['Rejected', day]);
    const id = (await tree().rows()).find(({ level }) => level === 3)?.label ?? '';
    await tree().press(['Rejected', day, id], 'Enter');
    await panel()
      .getByText(/^Rejected/)
      .first()
      .waitFor();
    await panel().getByRole('rowheader', { name: 'Face similarity' }).waitFor();
    assert.equal(await workbench.activeTab(), id);
  });

  it('shows the record as received', async () => {
    const id = (await workbench.activeTab()) ?? '';
    await panel().getByRole('button', { name: 'Open as JSON' }).click();
    await workbench.showTab(`${id}.json`);
    const index = service.records.indexOf(id) ?? -1;
    const whole = JSON.stringify(service.records.record(index), null, 2);
    const seen = (await workbench.editorText()).trim();
    assert.ok(seen.length > 0 && whole.startsWith(seen), 'the lines that are in view, as the service sent them');
  });

  it('finds a submission that is on no loaded page', async () => {
    const id = service.records.id(900);
    await workbench.ask('FaceAuth: Look Up Submission…', {
      typed: `2026-03-02 WARN refused {"auth_id": "${id}"}`,
      row: `Look up ${id}`,
    });
    await panel().getByText(id, { exact: true }).first().waitFor();
    await tree().waitFor('Looked up');
  });

  it('has ticked off the first steps that were done meanwhile, and no other', async () => {
    await openFirstSteps();
    await firstStep('Find one by its id: Completed').waitFor();
    await firstStep('Read why one was rejected: Completed').waitFor();
    await firstStep('Add your own project: Completed').waitFor();
    await firstStep('Look around without a key: Not completed').waitFor();
    await firstStep('Take it with you: Not completed').waitFor();
  });

  it('ran without an error in the workbench', () => {
    assert.deepEqual(workbench.problems, []);
  });
});
