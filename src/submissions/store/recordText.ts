import { formatted } from '../../json/formatted.ts';
import { textIn } from '../../json/span.ts';
import { Turn } from '../../json/turn.ts';
import { createLocator, locateRecord } from '../../api/where.ts';
import type { Place } from '../model/submission.ts';

/** A record as received, formatted, as UTF-8: its keys in their order, its numbers digit by digit, nothing dropped. */
export async function recordText(place: Place): Promise<Uint8Array> {
  return await formatted(await recordBytes(place));
}

/** A record as received, byte by byte. */
export async function recordBytes(place: Place): Promise<Uint8Array> {
  const bytes = await place.source.bytes();
  const { start, end } = await locateRecord(bytes, place);
  return bytes.subarray(start, end);
}

/**
 * What `make` returns for each record, in the order of `places`. It gets the record as received, parsed and as text.
 * Each answer is unpacked and looked through once. Undefined if the signal came meanwhile.
 */
export async function madeOfRecords<T>(
  places: readonly Place[],
  make: (raw: unknown, json: () => string) => T,
  signal: AbortSignal,
): Promise<readonly T[] | undefined> {
  const turn = new Turn();
  const made = new Map<number, T>();
  for (const [source, together] of Map.groupBy(places.entries(), ([, place]) => place.source)) {
    const bytes = await source.bytes();
    const locate = createLocator(bytes);
    for (const [index, place] of together) {
      if (turn.over) {
        await turn.pass();
      }
      if (signal.aborted) {
        return undefined;
      }
      const json = textIn(bytes, locate(place));
      made.set(
        index,
        make(JSON.parse(json), () => json),
      );
    }
  }
  return [...made].toSorted(([a], [b]) => a - b).map(([, one]) => one);
}
