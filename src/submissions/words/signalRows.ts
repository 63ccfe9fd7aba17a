import * as l10n from '@vscode/l10n';
import { bounded } from './bounded.ts';
import type { Detail } from '../model/detail.ts';
import type { RecordContext } from './recordContext.ts';
import type { SignalRow, SignalsPart, Strip } from './recordParts.ts';
import { signalsOf, type Signal, type UnreadTime } from '../model/signals.ts';
import { duration, preciseClock, zoneName } from './timeText.ts';
import { plain } from './plain.ts';

/** The signals of a record, drawn to scale where their times can be read. */
export function signalsPart(detail: Detail, context: RecordContext): SignalsPart {
  const { timed, unread } = signalsOf(detail);
  const rows = bounded(timed, 50);
  const list = bounded(unread, 50);
  const first = timed[0]?.from ?? 0;
  const length = timed.reduce((end, { to }) => Math.max(end, to), first) - first;
  const none = detail.startClick === undefined && detail.processes.length === 0;
  return {
    title: titleOf(timed, none),
    caption: l10n.t('Signals in the order of their times, to scale'),
    columns: {
      signal: l10n.t('Signal'),
      at: l10n.t('At ({0})', zoneName(first, context.zone, context.locale)),
      gap: l10n.t('Gap'),
      lasted: l10n.t('Lasted'),
      scale: l10n.t('To scale, {0}', duration(length)),
    },
    // The time of creation alone needs no table: it stands among the facts.
    rows: timed.every(({ kind }) => kind === 'created')
      ? []
      : rows.shown.map((signal) => rowOf(signal, { first, length, context })),
    toScale: length > 0,
    unreadTitle: l10n.t('Times that cannot be read, as sent'),
    unread: list.shown.map((one) => ({
      name: unreadName(one),
      value: one.kind === 'processWithoutTimes' ? l10n.t('no times') : plain(one.text, 80),
      error: errorOf(one),
    })),
    notes: none ? [l10n.t('No signals came with this record.')] : [...rows.notes, ...list.notes],
  };
}

/** What all rows are drawn by: the first time and the length, both in ms. */
interface Scale {
  readonly first: number;
  readonly length: number;
  readonly context: RecordContext;
}

function titleOf(timed: readonly Signal[], none: boolean): string {
  const click = timed.find(({ kind }) => kind === 'startClick');
  const created = timed.find(({ kind }) => kind === 'created');
  return none || click === undefined || created === undefined || created.from < click.from
    ? l10n.t('Signals')
    : l10n.t('From the start click to the submission: {0}', duration(created.from - click.from));
}

function rowOf(signal: Signal, { first, length, context }: Scale): SignalRow {
  const { kind, process, from, to, reversed, gap } = signal;
  const place = (time: number): number => (length === 0 ? 0 : ((time - first) / length) * 100);
  return {
    name: nameOf(signal),
    at: preciseClock(from, context.zone),
    gap: gapText(gap),
    lasted: kind === 'process' && bothEnds(signal) ? duration(reversed ? from - to : to - from) : '',
    strip: {
      from: place(from),
      to: place(to),
      gapFrom: gap === undefined || gap <= 0 ? undefined : place(from - gap),
      tone: toneOf(signal),
      point: from === to,
    },
    notes: [
      ...notesIf(process?.error !== undefined, 'failed', plain(process?.error ?? '', 300)),
      ...notesIf(reversed, 'warning', l10n.t('It says that it ended before it started.')),
    ],
  };
}

function toneOf({ kind, process, reversed }: Signal): Strip['tone'] {
  if (process?.error !== undefined) {
    return 'failed';
  }
  return reversed ? 'warning' : kind === 'created' ? 'quiet' : 'signal';
}

function notesIf(is: boolean, look: 'failed' | 'warning', text: string): SignalRow['notes'] {
  return is ? [{ icon: look, tone: look, text }] : [];
}

function bothEnds({ process }: Signal): boolean {
  return process?.start?.time !== undefined && process.end?.time !== undefined;
}

function nameOf(signal: Signal): string {
  const { kind, process } = signal;
  if (kind === 'startClick') {
    return l10n.t('Start click');
  }
  if (kind === 'created' || process === undefined) {
    return l10n.t('Submission created');
  }
  const name = processName(process.type);
  if (bothEnds(signal)) {
    return name;
  }
  return process.start?.time === undefined ? l10n.t('{0}, its end', name) : l10n.t('{0}, its start', name);
}

function gapText(gap: number | undefined): string {
  if (gap === undefined) {
    return '';
  }
  return gap < 0 ? l10n.t('{0}, overlapping', duration(gap)) : `+${duration(gap)}`;
}

function unreadName({ kind, process }: UnreadTime): string {
  const name = processName(process?.type ?? '');
  switch (kind) {
    case 'startClick':
      return l10n.t('Start click');
    case 'created':
      return l10n.t('Submission created');
    case 'processStart':
      return l10n.t('{0}, its start', name);
    case 'processEnd':
      return l10n.t('{0}, its end', name);
    case 'processWithoutTimes':
      return name;
  }
}

/** The error of a process, unless its row in the table or another unread time of it shows the error already. */
function errorOf({ kind, process }: UnreadTime): string {
  const drawn = process?.start?.time !== undefined || process?.end?.time !== undefined;
  const told = kind === 'processEnd' && process?.start !== undefined;
  return drawn || told || process?.error === undefined ? '' : plain(process.error, 300);
}

function processName(type: string): string {
  return type === '' ? l10n.t('Camera process') : plain(type, 60);
}
