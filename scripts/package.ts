import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const target = 'out/faceauth-inspector.vsix';
const readme = 'out/readme.md';

mkdirSync('out', { recursive: true });
execFileSync('node', ['esbuild.mjs', '--production'], { stdio: 'inherit' });
// The pictures stay in the repository, so the page of the installed extension must not ask for them.
const [forUsers = ''] = readFileSync('README.md', 'utf8').split('\n## For contributors\n');
writeFileSync(readme, forUsers.replaceAll(/ *!\[[^\]]*\]\([^)]*\)\n\n?/g, ''));
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
