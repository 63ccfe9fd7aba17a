import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../test/host/folders.ts';
import { exportedStrings } from './l10n/strings.ts';

const bundle = join(root, 'l10n', 'bundle.l10n.json');

mkdirSync(dirname(bundle), { recursive: true });
writeFileSync(bundle, `${JSON.stringify(await exportedStrings(), null, 2)}\n`);
