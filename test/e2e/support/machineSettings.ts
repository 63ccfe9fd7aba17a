import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from '../../host/workbench.ts';

/** Replaces all settings of the machine; the server notices by itself, and the extension soon after. */
export function setMachineSettings({ server }: Workbench, settings: Readonly<Record<string, unknown>>): void {
  writeFileSync(join(server.dataDir, 'data', 'Machine', 'settings.json'), JSON.stringify(settings));
}
