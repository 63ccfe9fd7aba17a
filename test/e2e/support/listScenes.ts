import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from '../../host/tree.ts';
import type { TreeRow } from '../../host/treeRow.ts';
import { echoing, pageSize } from './canaries.ts';
import { partOf, type Scene, type Theatre } from './scene.ts';
import { submissionsView } from './submissionsView.ts';

/** Everything that is shown in the tree, and of the list. */
export const listScenes: readonly Scene[] = [
  grouped('KYC submission, then attempts', /^(kyc_|id-)/),
  grouped('Failure code', /^face_compare_underscore$/),
  grouped('Day, then status', /^\d{4}-\d\d-\d\d$/),
  grouped('Status, then day', /^Rejected$/),
  { name: 'the tooltip of a row', show: hover },
  { name: 'a page that failed with an id in its answer', show: failPage, end: mend },
  { name: 'the list narrowed to a part of an id', show: narrow },
  { name: 'the criteria of a filter by id', show: showCriteria, end: cancel },
  { name: 'the box in which a part of an id is changed', show: showPart, end: cancel },
  { name: 'the choices of an export by that filter', show: showScopes, end: cancel },
  { name: 'the list when its filter is taken back', show: clearFilters },
];

function grouped(grouping: string, first: RegExp): Scene {
  return {
    name: `the tree by ${grouping}, all of it open`,
    show: async ({ workbench }) => {
      const { tree } = submissionsView(workbench);
      // The tree may take the focus at the end of a refresh, and that closes a list.
      await workbench.ask('FaceAuth: Group By…', grouping);
      await tree.tree.locator('[aria-level="1"] .label-name').filter({ hasText: first }).first().waitFor();
      await expandAll(tree);
      return tree.tree;
    },
  };
}

/** Every row that is there, and not those that load more. */
async function expandAll(tree: Tree): Promise<void> {
  for (;;) {
    const rows = await tree.rows();
    const closed = rows.find(
      ({ expanded, label, description }) => expanded === false && !loadsMore(label + description),
    );
    if (closed === undefined) {
      return;
    }
    await tree.expand(pathTo(closed, rows));
  }
}

function loadsMore(text: string): boolean {
  return text.includes('on the service');
}

/** The labels from the outermost row down to this one. */
function pathTo({ index, level, label }: TreeRow, rows: readonly TreeRow[]): readonly string[] {
  const parent = rows.findLast((row) => row.index < index && row.level < level);
  return parent === undefined ? [label] : [...pathTo(parent, rows), label];
}

async function hover({ workbench }: Theatre) {
  const row = submissionsView(workbench).tree.tree.locator('[aria-level="3"]').first();
  await row.hover();
  const tooltip = workbench.page.locator('.workbench-hover').filter({ hasText: 'KYC submission' });
  await tooltip.waitFor();
  return tooltip;
}

async function failPage({ workbench, service }: Theatre) {
  const view = submissionsView(workbench);
  service.inject(echoing(400, service.records.id(1)), { when: ({ query }) => 'nextKey_id' in query });
  await view.expandOlder(pageSize);
  await view.failure(/HTTP 400/);
  return view.tree.tree;
}

async function mend({ workbench, service }: Theatre): Promise<void> {
  service.setFault();
  await submissionsView(workbench).reopen();
  await submissionsView(workbench).older(pageSize).waitFor();
}

async function narrow({ workbench, service }: Theatre) {
  const { message, tree } = submissionsView(workbench);
  await workbench.ask('FaceAuth: Filter Loaded Submissions…', 'Id contains…', { input: partOf(service) });
  await message.filter({ hasText: 'id contains' }).waitFor();
  // The rows come after the words; the tree takes the focus then.
  const groups = tree.tree.locator('[aria-level="1"]').filter({ hasNotText: 'Looked up' });
  await groups.locator('.label-description').getByText('1', { exact: true }).first().waitFor();
  return message;
}

async function showCriteria({ workbench }: Theatre) {
  await workbench.offered('FaceAuth: Filter Loaded Submissions…', 'Id contains…');
  return workbench.quickInput.widget;
}

async function showPart({ workbench }: Theatre): Promise<string> {
  await workbench.ask('FaceAuth: Filter Loaded Submissions…', 'Id contains…');
  return await workbench.quickInput.box.inputValue();
}

async function showScopes({ workbench }: Theatre) {
  await workbench.offered('FaceAuth: Export Range…', 'Current filter');
  return workbench.quickInput.widget;
}

async function cancel({ workbench }: Theatre): Promise<void> {
  await workbench.quickInput.cancel();
}

async function clearFilters({ workbench }: Theatre) {
  const { tree, message } = submissionsView(workbench);
  await workbench.run('FaceAuth: Clear Filters');
  await message.filter({ hasText: `Production · ${pageSize} loaded` }).waitFor();
  // Both are there only once the rows have come back.
  await tree.expand('Rejected');
  await tree.expand('Approved');
  await expandAll(tree);
  return tree.tree;
}

/** What is said when an export is done, and what it wrote. */
export const exportScene: Scene = {
  name: 'the export of a page, and what is said of it',
  show: async ({ workbench, folder }) => {
    await submissionsView(workbench).expandOlder(pageSize);
    await submissionsView(workbench)
      .older(2 * pageSize)
      .waitFor();
    await workbench.ask('FaceAuth: Export Page to JSON…', 'Page 2');
    const file = join(folder, `page-${Date.now()}.json`);
    await workbench.quickInput.file(file);
    return (await workbench.notification('Written to')) + readFileSync(file, 'utf8');
  },
  end: async ({ workbench }) => await workbench.dismiss('Written to'),
};
