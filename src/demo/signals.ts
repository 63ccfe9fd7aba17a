import { iso } from './iso.ts';
import type { Oddity } from './oddities.ts';
import { between, type Dice, pick } from './random.ts';

const placeholder = 'YYYY-MM-DD-HH-MM-SS-ZZZ';
const cameraErrors = [
  'NotAllowedError: Permission denied',
  'NotReadableError: Could not start video source',
  'AbortError: Timeout starting video source',
] as const;

interface Process {
  readonly type: string;
  readonly lasts: number;
  readonly error: string | null;
}

/** The signals of an attempt that was created at a time (ms UTC): start click, then camera processes with gaps between. */
export function signalsOf(created: number, oddity: Oddity | undefined, dice: Dice): Record<string, unknown> {
  const write = dice() < 0.04 ? () => placeholder : iso;
  const disorder = oddity === 'outOfOrder' ? pick(dice, ['process', 'click'] as const) : undefined;
  let time = created - between(dice, 400, 2_000);
  const processes: Record<string, unknown>[] = [];
  for (const { type, lasts, error } of processesOf(dice)) {
    const [first, last] = disorder === 'process' ? [time, time - lasts] : [time - lasts, time];
    processes.unshift({ processStartTime: write(first), processEndTime: write(last), type, error });
    time -= lasts + between(dice, 300, 4_000);
  }
  const click = disorder === 'click' ? created + 60_000 : time;
  return { cameraProcessInfo: processes, startButtonClickTime: (disorder ? iso : write)(click) };
}

/** Last process first, as the times are laid out backwards from the moment of creation. */
function processesOf(dice: Dice): Process[] {
  const passive = { type: 'faceAuth-passive', lasts: between(dice, 2_000, 6_000), error: null };
  const active = { type: 'faceAuth-active', lasts: between(dice, 4_000, 11_000), error: null };
  if (dice() < 0.12) {
    return [active];
  }
  if (dice() < 0.06) {
    return [active, passive, { ...passive, lasts: 180, error: pick(dice, cameraErrors) }];
  }
  return [active, passive];
}
