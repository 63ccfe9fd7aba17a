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

/** A project at an address of its own. */
export interface ElsewhereProject {
  readonly name: string;
  readonly address: string;
  readonly key: string;
}

/**
 * Adds a project from the palette, at another address than the one that is offered. Returns once the key is entered,
 * before the service has accepted it.
 */
export async function addProjectAt(workbench: Workbench, { name, address, key }: ElsewhereProject): Promise<void> {
  await askForAddress(workbench);
  await workbench.input(address);
  await workbench.input(name);
  await workbench.quickInput.type(key);
  await workbench.quickInput.box.press('Enter');
}

/** Begins to add a project, and opens the box for its address. */
export async function askForAddress({ run, quickInput }: Workbench): Promise<void> {
  await run('FaceAuth: Add Project…');
  await quickInput.button('Another Address…');
  await quickInput.widget.getByText('Address of the FaceAuth Service').waitFor();
}

/** Adds a project whose service cannot be reached, which is then shown. */
export async function addUnreachable(workbench: Workbench, project: ElsewhereProject): Promise<void> {
  await addProjectAt(workbench, project);
  await workbench.dialog();
  await workbench.answerDialog('Store Anyway');
}
