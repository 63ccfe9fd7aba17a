import * as fc from 'fast-check';
import { listOf, textOf, treeOf } from './jsonTree.ts';
import { changes, noCharacter, type Draft } from './mutations.ts';

const kinds = Object.keys(changes) as (keyof typeof changes)[];

/** Pages made of these records, as the service sends them, and then changed up to eight times. */
export function mutatedPages(records: readonly unknown[]): fc.Arbitrary<Draft> {
  const change = fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(), to: fc.nat() });
  return fc
    .record({
      from: fc.nat({ max: records.length - 1 }),
      count: fc.nat({ max: 6 }),
      list: fc.array(change, { maxLength: 8 }),
    })
    .map(({ from, count, list }) => {
      const data = records.slice(from, from + count);
      const page = [{ faceAuth_projectId: 'demo_project', data, nextPage_key: { authId: 'x', createTime: 'y' } }];
      const draft: Draft = { before: '', top: listOf(treeOf(page)) };
      for (const { kind, at, to } of list) {
        changes[kind](draft, at, to);
      }
      // What a failing test prints.
      return Object.assign(draft, {
        [fc.toStringMethod]: () => `${list.map(({ kind }) => kind).join(', ')}: ${textIn(draft)}`,
      });
    });
}

/** The text of the whole page. */
export function textIn({ before, top }: Draft): string {
  return before + textOf(top.entries[0]?.value ?? '');
}

/** What goes over the wire for a text. */
export function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text);
  return text.includes(noCharacter)
    ? Buffer.from(bytes.toString('latin1').replaceAll('\u00ef\u00a3\u00bf', '\u00ff'), 'latin1')
    : bytes;
}
