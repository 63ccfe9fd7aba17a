import { kycIdOf, pageSize } from './canaries.ts';
import type { Stage, Step } from './step.ts';
import { submissionsView } from './submissionsView.ts';

/** What is done with the list. */
export const onTheList: readonly Step[] = [
  ['older pages are loaded, and then all', loadAll],
  ['the list is narrowed by date, by a part of an id and by a KYC submission', filter],
  ['the list is grouped in every way, and opened', group],
];

async function loadAll({ workbench, service }: Stage): Promise<void> {
  const view = submissionsView(workbench);
  await view.expandOlder(pageSize);
  await view.older(2 * pageSize).waitFor();
  await workbench.run('FaceAuth: Load All Submissions');
  await view.message.filter({ hasText: `${service.records.size} loaded, all` }).waitFor();
}

async function filter({ workbench, service }: Stage): Promise<void> {
  const { message } = submissionsView(workbench);
  await workbench.ask('FaceAuth: Filter by Date…', 'Last 7 days');
  await message.filter({ hasText: ` to ` }).waitFor();
  const idPart = service.records.id(3).slice(0, 9);
  for (const [what, text] of [
    ['Id contains…', idPart],
    ['KYC submission…', kycIdOf(service, 3)],
  ] as const) {
    await workbench.ask('FaceAuth: Filter Loaded Submissions…', what, { input: text });
    await message.filter({ hasText: text }).waitFor();
  }
  await workbench.run('FaceAuth: Clear Filters');
  await message.filter({ hasText: `Production · ${pageSize} loaded` }).waitFor();
}

async function group({ workbench }: Stage): Promise<void> {
  const { tree } = submissionsView(workbench);
  for (const [grouping, first] of [
    ['KYC submission, then attempts', /^kyc_/],
    ['Failure code', /^face_compare_underscore$/],
    ['Day, then status', /^\d{4}-\d\d-\d\d$/],
    ['Status, then day', /^Rejected$/],
  ] as const) {
    await workbench.ask('FaceAuth: Group By…', grouping);
    const row = tree.tree.locator('[aria-level="1"] .label-name').filter({ hasText: first }).first();
    await tree.expand(await row.innerText());
  }
}
