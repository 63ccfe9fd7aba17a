import assert from 'node:assert/strict';
import { exportedTexts, tableOf } from './written.ts';

/** The records, as objects or as JSON, exported as a table. */
export async function csvOf(...records: readonly (object | string)[]): Promise<string> {
  const texts = records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record)));
  const { text } = await exportedTexts([`[{"faceAuth_projectId":"p","data":[${texts.join(',')}]}]`], { format: 'csv' });
  return text;
}

/** The one row of a record; its id is `a` unless given. */
export async function rowFor(record: object | string): Promise<Readonly<Record<string, string>>> {
  const [row] = tableOf(await csvOf(typeof record === 'string' ? record : { auth_id: 'a', ...record }));
  assert.ok(row);
  return row;
}
