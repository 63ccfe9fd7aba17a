import assert from 'node:assert/strict';
import type { Reading } from '../../../../src/editor/modelTools/reading.ts';
import { production, sessionOf } from '../../session/opened.ts';

const letters = 'abcdefghijkmnopqrstuvwxyz2345678';

/** An alias that looks like those of the extension: always the same for an id. */
export function aliasOf(id: string): string {
  let hash = 7;
  let alias = 'id-';
  for (let at = 0; at < 12; at++) {
    for (const letter of id) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
    alias += letters.charAt(hash % letters.length);
  }
  return alias;
}

/** What the tools read where a project has these pages, all of them loaded. */
export async function readingOf(pages: readonly (readonly unknown[])[]): Promise<Reading> {
  const { session } = sessionOf(pages);
  await session.open(production);
  for (let page = 1; page < pages.length; page++) {
    await session.loadOlder();
  }
  const { state } = session;
  assert.ok(state.kind === 'ready');
  const isId = (text: string): boolean => session.records.isId(text);
  return {
    shown: state,
    alias: aliasOf,
    isId,
    known: (id) => session.records.known(production, id),
    zone: 'utc',
    locale: 'en',
    now: Date.UTC(2027, 0, 16),
    signal: new AbortController().signal,
  };
}
