import type { CameraProcess, Detail, Moment } from './detail.ts';

/** A signal with times that can be read, in ms since 1970, `from` before `to`. `reversed`: sent the other way round. */
export interface Signal {
  readonly kind: 'startClick' | 'process' | 'created';
  readonly process: CameraProcess | undefined;
  readonly from: number;
  readonly to: number;
  readonly reversed: boolean;
  /** In ms, since the latest end of all signals before it; negative for an overlap. Undefined for the first. */
  readonly gap: number | undefined;
}

/** A time that cannot be read, as sent, or a process without any times. */
export interface UnreadTime {
  readonly kind: 'startClick' | 'processStart' | 'processEnd' | 'processWithoutTimes' | 'created';
  readonly process: CameraProcess | undefined;
  readonly text: string;
}

/** The signals of a record. `timed` is sorted by time. */
export interface Signals {
  readonly timed: readonly Signal[];
  readonly unread: readonly UnreadTime[];
}

/** The start click, the runs of the camera and the creation of a record as signals. */
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

function unreadTimes(process: CameraProcess): readonly UnreadTime[] {
  if (process.start === undefined && process.end === undefined) {
    return [{ kind: 'processWithoutTimes', process, text: '' }];
  }
  return [...unreadable('processStart', process.start, process), ...unreadable('processEnd', process.end, process)];
}

function unreadable(kind: UnreadTime['kind'], at: Moment | undefined, process?: CameraProcess): readonly UnreadTime[] {
  return at === undefined || at.time !== undefined ? [] : [{ kind, process, text: at.text }];
}
