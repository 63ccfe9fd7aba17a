import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

const target = 'out/faceauth-inspector.vsix';

mkdirSync('out', { recursive: true });
execFileSync('node', ['esbuild.mjs', '--production'], { stdio: 'inherit' });
// The bundles hold all that runs, so no dependency goes in; pictures of the README stay in the repository.
execFileSync(
  'vsce',
  ['package', '--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', target],
  { stdio: 'inherit' },
);
