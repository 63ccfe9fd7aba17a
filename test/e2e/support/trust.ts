import type { Workbench } from '../../host/workbench.ts';

const command = 'Workspaces: Manage Workspace Trust';

/** Whether the workspace is trusted, in VS Code's own words about it. */
export async function trustOf(workbench: Workbench): Promise<'trusted' | 'restricted'> {
  const editor = await openTrust(workbench);
  const words = await editor.getByText(/^You (trust this folder|are in Restricted Mode)$/).innerText();
  await workbench.run('View: Close Editor');
  return words.includes('Restricted') ? 'restricted' : 'trusted';
}

/** Trusts the folder that is open, as a person does. */
export async function trustFolder(workbench: Workbench): Promise<void> {
  const editor = await openTrust(workbench);
  await editor.getByRole('button', { name: 'Trust', exact: true }).click();
  await editor.getByText('You trust this folder', { exact: true }).waitFor();
  await workbench.run('View: Close Editor');
}

async function openTrust(workbench: Workbench) {
  await workbench.run(command);
  return workbench.page.locator('.workspace-trust-editor');
}
