import { execFileSync } from 'node:child_process';

execFileSync('node', ['esbuild.mjs', ...process.argv.slice(2)], { stdio: 'inherit' });
