import assert from 'node:assert/strict';
import { globSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from '../../host/workbench.ts';

/** Waits until the file of the extension's log has so many lines, and returns all that it has. */
export async function logLines({ server }: Workbench, count: number): Promise<string[]> {
  const [name] = globSync('**/FaceAuth Inspector.log', { cwd: server.logsDir });
  assert.ok(name, 'the log has a file');
  const file = join(server.logsDir, name);
  const lines = (): string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const look = (): void => {
    if (lines().length >= count) resolve(undefined);
  };
  const watcher = watch(file, look);
  look();
  await promise;
  watcher.close();
  return lines();
}
