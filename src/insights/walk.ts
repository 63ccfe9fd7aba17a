import { Turn } from '../json/turn.ts';

/** So many submissions are counted before anything else is thought of. */
const stretch = 8192;

/**
 * Walks over the places 0 … size - 1 in stretches, and lets others have the thread in between when there are very many.
 * False once the signal has come.
 */
export async function walkOver(
  size: number,
  signal: AbortSignal,
  over: (from: number, to: number) => void,
): Promise<boolean> {
  const turn = new Turn();
  for (let from = 0; from < size; from += stretch) {
    over(from, Math.min(size, from + stretch));
    if (turn.over) {
      await turn.pass();
    }
    if (signal.aborted) {
      return false;
    }
  }
  return true;
}
