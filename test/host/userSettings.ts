import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';

const settings = z.record(z.string(), z.unknown());

/** Writes settings into the file of the user; `undefined` takes one out. */
export function changeSettings(file: string, changes: Readonly<Record<string, unknown>>): void {
  const before = settings.parse(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, JSON.stringify({ ...before, ...changes }, null, 2));
}
