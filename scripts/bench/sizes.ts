import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../test/host/folders.ts';
import { bytesRow, type Row } from './row.ts';

/** The path of the packaged extension. The file exists after packaging. */
export const vsix = join(root, 'out', 'faceauth-inspector.vsix');

const vsixTarget = 300_000;

/** What a user downloads. */
export async function measureVsix(): Promise<Row> {
  return bytesRow('the packaged extension', statSync(vsix).size, vsixTarget);
}

/** What was bundled, file by file. */
export async function measureBundle(): Promise<Row> {
  const names = globSync('dist/{*.js,media/*.{js,css,svg}}', { cwd: root }).toSorted();
  const files = Object.fromEntries(names.map((name) => [name, statSync(join(root, name)).size]));
  const all = Object.values(files).reduce((sum, size) => sum + size, 0);
  return bytesRow('all bundles', all, undefined, files);
}
