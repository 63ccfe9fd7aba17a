import { DEMO_KEY } from '../../../src/demo/service.ts';
import type { Workbench } from '../../host/workbench.ts';

/** Adds a project through the welcome view, as a person does the first time. */
export async function addProject(workbench: Workbench, name: string, key = DEMO_KEY): Promise<void> {
  await workbench.showContainer('FaceAuth');
  await workbench.page.getByRole('button', { name: 'Add Project…' }).click();
  await workbench.input(name);
  await workbench.input(key);
  await workbench.tree('Submissions').row('Rejected').waitFor();
}
