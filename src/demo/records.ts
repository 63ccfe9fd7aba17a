import { attemptAt, timeAt } from './attempts.ts';
import { type Clock, clock } from './clock.ts';
import { type Codes, codes } from './codes.ts';
import { inSomeDialect } from './dialects.ts';
import { iso } from './iso.ts';
import { isBroken, type Oddity, oddityAt } from './oddities.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { policyAt, writePolicy } from './policy.ts';
import { between, diceFor } from './random.ts';
import { signalsOf } from './signals.ts';

/** The synthetic project: `size` records up to 33,554,432, the newest at `newest` (ms UTC); the same seed gives the same bytes. */
export interface RecordOptions {
  readonly seed: number;
  readonly size: number;
  readonly newest: number;
  /** Days that the records cover; otherwise 45 from 5,000 records on, and fewer in proportion below. */
  readonly days?: number;
  /** False leaves out the two records in a thousand that cannot be read. */
  readonly broken?: boolean;
}

/** Records by index, newest first; each is made when asked for and from its index alone, none is kept. */
export interface DemoRecords {
  readonly size: number;
  /** As the service sends it, parsed; may be damaged on purpose (see `broken`), even null. */
  readonly record: (index: number) => unknown;
  readonly id: (index: number) => string;
  /** Creation time in ms UTC; falls strictly with the index. */
  readonly time: (index: number) => number;
  /** Undefined for an id that this project never gave out. */
  readonly indexOf: (id: string) => number | undefined;
  readonly broken: (index: number) => boolean;
}

interface Source extends RecordOptions {
  readonly clock: Clock;
  readonly ids: Codes;
  readonly submissions: Codes;
}

/** The records of a seed; costs nothing until one is asked for. */
export function demoRecords(options: RecordOptions): DemoRecords {
  const { seed, size, newest, days = 45 * Math.min(1, size / 5_000) } = options;
  const source: Source = {
    ...options,
    clock: clock(newest, Math.max(size, 1), days, seed),
    ids: codes('fa_', seed + 10),
    submissions: codes('kyc_', seed + 20),
  };
  const oddity = (index: number) => oddityAt(seed, index, options.broken ?? true);
  return {
    size,
    id: source.ids.of,
    time: (index) => timeAt(seed, source.clock, index),
    record: (index) => make(source, index, oddity(index)),
    broken: (index) => isBroken(oddity(index)),
    indexOf(id) {
      const index = source.ids.indexOf(id);
      return index !== undefined && index < size ? index : undefined;
    },
  };
}

type Wire = Record<string, unknown>;

function make(source: Source, index: number, oddity: Oddity | undefined): unknown {
  const { seed, size, newest } = source;
  const dice = diceFor(seed, index);
  const age = index / size;
  const { first, attempt } = attemptAt(seed, index);
  const policy = policyAt(age);
  const outcome = outcomeOf(policy, attempt, oddity, dice);
  const created = timeAt(seed, source.clock, index);
  const deleted = oddity === undefined && dice() < 0.08 * age;
  const reduced = deleted && dice() < 0.7;
  const wire: Wire = reduced ? {} : { policy: writePolicy(policy, dice) };
  wire['auth_id'] = source.ids.of(index);
  const typo = oddity === 'typo' || (deleted && !reduced && dice() < 0.5);
  if (outcome.status !== undefined) {
    wire[typo ? 'aurh_status' : 'auth_status'] = outcome.status;
  }
  wire['create_time'] = iso(created);
  if (!reduced) {
    wire['submit_type'] = 'form';
    wire['kyc_submission_id'] = source.submissions.of(first);
  }
  wire['delete_check'] = deleted;
  if (deleted) {
    wire['delete_time'] = iso(created + (newest - created) * between(dice, 0.1, 0.95));
  }
  if (reduced) {
    return wire;
  }
  wire['result'] = outcome.result;
  writeReasons(wire, outcome, age, oddity);
  if (age < 0.9) {
    wire['signals'] = signalsOf(created, oddity, dice);
  }
  return isBroken(oddity) ? damage(wire, index, oddity) : inSomeDialect(embellish(wire, oddity, created), dice);
}

/** A record that was not rejected has empty lists if it is newer, and no lists if it is older. */
function writeReasons(wire: Wire, outcome: Outcome, age: number, oddity: Oddity | undefined): void {
  if (outcome.codes.length === 0 && age >= 0.5) {
    return;
  }
  const bare = oddity === 'bareStrings';
  wire['reject_comment'] = bare ? outcome.comments[0] : outcome.comments;
  wire['fail_code'] = bare ? outcome.codes[0] : outcome.codes;
}

/** `created` in ms UTC. */
function embellish(wire: Wire, oddity: Oddity | undefined, created: number): Wire {
  if (oddity === 'extraFields') {
    return { ...wire, sdk_version: '3.4.1', device: { os: 'Demo OS', camera: 'front' } };
  }
  if (oddity === 'unreadableTime') {
    return { ...wire, create_time: 'YYYY-MM-DD-HH-MM-SS-ZZZ' };
  }
  if (oddity === 'otherTypes') {
    const types = [
      { delete_check: 0 },
      { create_time: created },
      { result: JSON.stringify(wire['result']) },
      { signals: [] },
    ];
    return { ...wire, ...types[created % types.length] };
  }
  if (oddity !== 'trueThreshold') {
    return wire;
  }
  return { ...wire, policy: Object.assign({}, wire['policy'], { activeLiveness_threshold: true }) };
}

function damage(wire: Wire, index: number, oddity: Oddity | undefined): unknown {
  const { auth_id: _, ...anonymous } = wire;
  if (oddity === 'noId') {
    return anonymous;
  }
  const shapes = [null, 'damaged record', { ...wire, auth_id: {} }, [wire]];
  return shapes[Math.floor(index / 1_000) % shapes.length];
}
