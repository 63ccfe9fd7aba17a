import { build, context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
};

// Two bundles: the first is all that VS Code loads at start, the second waits until something is used.
const host = {
  ...shared,
  entryPoints: { extension: 'src/extension.ts', inspector: 'src/inspector.ts' },
  outdir: 'dist',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // The package is of type module; VS Code loads CommonJS with one file access less.
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
  // import() becomes require(), which VS Code's module loader serves without a detour.
  supported: { 'dynamic-import': false },
  mainFields: ['browser', 'module', 'main'],
  alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
  plugins: [
    {
      name: 'inspector stays its own bundle',
      setup({ onResolve }) {
        onResolve({ filter: /\/inspector\.ts$/ }, ({ kind }) =>
          kind === 'dynamic-import' ? { path: './inspector.cjs', external: true } : undefined,
        );
      },
    },
  ],
};

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

for (const options of [host, pages]) {
  if (watch) {
    await (await context(options)).watch();
  } else {
    await build(options);
  }
}
