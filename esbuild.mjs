import { build, context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
};

const host = {
  ...shared,
  outdir: 'dist',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  // import() becomes require(), which VS Code's module loader serves without a detour.
  supported: { 'dynamic-import': false },
  mainFields: ['browser', 'module', 'main'],
  // csv-stringify calls these even where it handles no buffers, and a browser has no `Buffer`.
  define: { 'Buffer.from': 'Uint8Array.from', 'Buffer.isBuffer': 'ArrayBuffer.isView' },
  alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
};

// The only bundle that VS Code loads at start where it has Node.js.
const start = {
  ...host,
  entryPoints: { extension: 'src/extension.ts' },
  plugins: [
    {
      name: 'inspector stays its own bundle',
      setup({ onResolve }) {
        onResolve({ filter: /\/inspector\.ts$/ }, () => ({ path: './inspector.js', external: true }));
      },
    },
  ],
};

// The rest. Where VS Code has Node.js, it loads this when something is used. A VS Code in the browser can load one file
// only and starts with this one, so nothing of Node.js is required before it is used.
const rest = { ...host, entryPoints: { inspector: 'src/everything.ts' } };

const pages = {
  ...shared,
  entryPoints: [
    { in: 'media/record/main.tsx', out: 'record' },
    { in: 'media/record/record.css', out: 'record' },
    { in: 'media/record/tab-light.svg', out: 'record-light' },
    { in: 'media/record/tab-dark.svg', out: 'record-dark' },
    { in: 'media/insights/main.tsx', out: 'insights' },
    { in: 'media/insights/insights.css', out: 'insights' },
    { in: 'media/insights/tab-light.svg', out: 'insights-light' },
    { in: 'media/insights/tab-dark.svg', out: 'insights-dark' },
  ],
  outdir: 'dist/media',
  loader: { '.svg': 'copy' },
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

for (const options of [start, rest, pages]) {
  if (watch) {
    await (await context(options)).watch();
  } else {
    await build(options);
  }
}
