import assert from 'node:assert/strict';
import type { Workbench } from '../../host/workbench.ts';
import type { Elsewhere } from '../../service/elsewhere.ts';
import { submissionsView } from './submissionsView.ts';

/**
 * Opens the record of a row as JSON, loads the window again, and asserts that no request came for the schema that the
 * record names.
 */
export async function assertSchemaIsText(
  workbench: Workbench,
  row: readonly string[],
  elsewhere: Elsewhere,
): Promise<void> {
  const { tree } = submissionsView(workbench);
  // The outer rows may be collapsed, because another project may just have been shown.
  for (const [index] of row.slice(1).entries()) await tree.expand(row.slice(0, index + 1));
  await tree.press(row, 'Enter');
  await workbench.webviewPage().getByRole('button', { name: 'Open as JSON' }).click();
  await workbench.page.locator('.tab.active').filter({ hasText: '.json' }).waitFor();
  await workbench.reload();
  assert.ok((await workbench.editorText()).includes(`"$schema": "http://${elsewhere.host}/schema.json"`));
  // The outline is made from the document, so once it is there the document was read.
  await workbench.ask('Go to Symbol in Editor...', 'policy');
  assert.deepEqual(elsewhere.received, []);
  await workbench.run('View: Close Editor');
}
