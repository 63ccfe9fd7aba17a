import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';

const settings = z.record(z.string(), z.unknown());

/** Writes one user setting; `undefined` takes it out. */
export function changeSetting(file: string, name: string, value: unknown): void {
  const before = settings.parse(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, JSON.stringify({ ...before, [name]: value }, null, 2));
}
