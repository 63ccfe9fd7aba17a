import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { installedPage } from './installedPage.ts';

const target = 'out/faceauth-inspector.vsix';
const readme = 'out/readme.md';

mkdirSync('out', { recursive: true });
execFileSync('node', ['esbuild.mjs', '--production'], { stdio: 'inherit' });
writeFileSync(readme, installedPage(readFileSync('README.md', 'utf8')));
// The bundles hold all that runs, so no dependency goes in.
execFileSync(
  'vsce',
  [
    'package',
    ...['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'],
    ...['--readme-path', readme, '--out', target],
  ],
  { stdio: 'inherit' },
);
