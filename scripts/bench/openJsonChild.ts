import { utf8 } from '../../src/json/bytes.ts';
import { fieldAt, itemsAt, rootOf, skipSpace, textIn } from '../../src/json/span.ts';
import type { Place } from '../../src/submissions/model/submission.ts';
import { recordText } from '../../src/submissions/store/recordText.ts';
import { keep } from '../../src/submissions/store/source.ts';
import { demoPages } from './demoPages.ts';
import { watchHeld, type Held } from './held.ts';

const size = 64 * 1024 * 1024;

/** As many demo records as fit, as the items of a list, and how many they are. */
async function records(): Promise<{ readonly text: string; readonly count: number }> {
  for await (const { bytes } of demoPages(1)) {
    const data = fieldAt(bytes, skipSpace(bytes, rootOf(bytes) + 1), 'data');
    if (data === undefined) break;
    const copies = Math.floor(size / (data.end - data.start));
    const page = textIn(bytes, data).slice(1, -1);
    return {
      text: Array.from({ length: copies }, () => page).join(','),
      count: copies * itemsAt(bytes, data.start).length,
    };
  }
  throw new Error('The demo service sent no records.');
}

/** Opens a record as JSON: from the packed answer to the text of the document. */
async function open(body: Uint8Array, position: number): Promise<Held> {
  const source = keep(body);
  await source.settled;
  const place: Place = { source, element: 0, position };
  return await watchHeld(async () => {
    await recordText(place);
  });
}

/** Milliseconds that one plain pass over the bytes takes. */
function onePass(body: Uint8Array): number {
  const start = performance.now();
  let quotes = 0;
  for (let at = 0; at < body.length; at++) quotes += body[at] === 0x22 ? 1 : 0;
  const ms = performance.now() - start;
  if (quotes === 0) throw new Error('There is no JSON in the answer.');
  return ms;
}

const { text, count } = await records();
const page = utf8(`[{"data":[${text},{"auth_id":"last"}]}]`);
const large = utf8(`[{"data":[{"auth_id":"large","list":[${text}]}]}]`);
const [lastOfMany, oneLarge] = [await open(page, count), await open(large, 0)];
process.stdout.write(JSON.stringify({ bytes: page.length, lastOfMany, oneLarge, pass: onePass(page) }));
