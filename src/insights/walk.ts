import { Turn } from '../json/turn.ts';

/** The clock is looked at after this many places. */
const stretch = 512;

/**
 * Calls `over` with the places 0 … size - 1 in stretches, and lets other tasks run in between when there are very many.
 * False once the signal is aborted.
 */
export async function walkOver(
  size: number,
  signal: AbortSignal | undefined,
  over: (from: number, to: number) => void,
): Promise<boolean> {
  const turn = new Turn();
  for (let from = 0; from < size; from += stretch) {
    over(from, Math.min(size, from + stretch));
    if (turn.over) {
      await turn.pass();
    }
    if (signal?.aborted === true) {
      return false;
    }
  }
  return true;
}
