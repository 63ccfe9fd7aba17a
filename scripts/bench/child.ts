import { join } from 'node:path';
import * as z from 'zod/mini';
import { run } from '../../test/host/command.ts';

/** Runs a file of this folder in a process of its own and returns what it printed as JSON. */
export async function inChild<T>(schema: z.ZodMiniType<T>, file: string, ...args: readonly string[]): Promise<T> {
  const flags = ['--expose-gc', '--max-old-space-size=4000'];
  const output = await run(process.execPath, [...flags, join(import.meta.dirname, file), ...args]);
  return schema.parse(JSON.parse(output));
}
