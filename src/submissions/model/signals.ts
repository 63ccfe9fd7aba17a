import type { CameraProcess, Detail, Moment } from './detail.ts';

/** A signal whose time can be read, in ms since 1970; `reversed`: it says that it ended before it started. */
export interface Signal {
  readonly kind: 'startClick' | 'process' | 'created';
  readonly process: CameraProcess | undefined;
  readonly from: number;
  readonly to: number;
  readonly reversed: boolean;
  /** From the end of everything before; negative where they overlap. Undefined for the first. */
  readonly gap: number | undefined;
}

/** A time that cannot be read, or the missing times of a process. */
export interface Unread {
  readonly kind: 'startClick' | 'processStart' | 'processEnd' | 'processWithoutTimes' | 'created';
  readonly process: CameraProcess | undefined;
  readonly text: string;
}

/** What happened when, in the order in which it happened. */
export interface Signals {
  readonly timed: readonly Signal[];
  readonly unread: readonly Unread[];
}

/** Sorts the signals of a record by time; creation closes them. */
export function signalsOf({ startClick, processes, created }: Detail): Signals {
  const events = [
    ...moment('startClick', startClick),
    ...processes.flatMap(processEvent),
    ...moment('created', created),
  ].toSorted((a, b) => a.from - b.from || a.to - b.to);
  let end: number | undefined;
  const timed = events.map((event): Signal => {
    const gap = end === undefined ? undefined : event.from - end;
    end = Math.max(end ?? event.to, event.to);
    return { ...event, gap };
  });
  return {
    timed,
    unread: [
      ...unreadable('startClick', startClick),
      ...processes.flatMap(unreadTimes),
      ...unreadable('created', created),
    ],
  };
}

type Event = Omit<Signal, 'gap'>;

function moment(kind: 'startClick' | 'created', at: Moment | undefined): readonly Event[] {
  return at?.time === undefined ? [] : [{ kind, process: undefined, from: at.time, to: at.time, reversed: false }];
}

function processEvent(process: CameraProcess): readonly Event[] {
  const start = process.start?.time ?? process.end?.time;
  const end = process.end?.time ?? start;
  if (start === undefined || end === undefined) {
    return [];
  }
  return [{ kind: 'process', process, from: Math.min(start, end), to: Math.max(start, end), reversed: end < start }];
}

function unreadTimes(process: CameraProcess): readonly Unread[] {
  if (process.start === undefined && process.end === undefined) {
    return [{ kind: 'processWithoutTimes', process, text: '' }];
  }
  return [...unreadable('processStart', process.start, process), ...unreadable('processEnd', process.end, process)];
}

function unreadable(kind: Unread['kind'], at: Moment | undefined, process?: CameraProcess): readonly Unread[] {
  return at === undefined || at.time !== undefined ? [] : [{ kind, process, text: at.text }];
}
