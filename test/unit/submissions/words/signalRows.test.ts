import assert from 'node:assert/strict';
import type { SignalsPart } from '../../../../src/submissions/words/recordParts.ts';
import { occluded } from '../samples.ts';
import { rejected, viewOf } from '../records.ts';

interface Process {
  readonly type?: string;
  readonly start?: string;
  readonly end?: string;
  readonly error?: unknown;
}

function signalsOf(
  click: string | undefined,
  processes: readonly Process[],
  created = '2025-10-02T02:15:25Z',
): SignalsPart {
  const cameraProcessInfo = processes.map(({ type = 'active', start, end, error }) => ({
    type,
    processStartTime: start,
    processEndTime: end,
    error,
  }));
  const signals = { startButtonClickTime: click, cameraProcessInfo };
  const part = viewOf({ ...rejected, create_time: created, signals }).signals;
  assert.ok(part);
  return part;
}

const at = (seconds: string): string => `2025-10-02T02:15:${seconds}Z`;
const told = ({ rows }: SignalsPart): readonly string[] =>
  rows.map(({ name, gap, lasted }) => [name, gap, lasted].join('|'));

describe('the signals of a record', () => {
  const usual = signalsOf(at('00'), [
    { start: at('04'), end: at('16') },
    { type: 'passive', start: at('18.400'), end: at('22'), error: 'camera lost' },
  ]);

  it('stand in the order of their times with gaps and lengths', () => {
    assert.deepEqual(told(usual), [
      'Start click||',
      'active|+4.0 s|12.0 s',
      'passive|+2.4 s|3.6 s',
      'Submission created|+3.0 s|',
    ]);
    assert.equal(usual.title, 'From the start click to the submission: 25.0 s');
  });

  it('lie to scale between the first and the last', () => {
    assert.deepEqual(
      usual.rows.map(({ strip: { from, to, gapFrom, point } }) => [from, to, gapFrom, point]),
      [
        [0, 0, undefined, true],
        [16, 64, 0, false],
        [73.6, 88, 64, false],
        [100, 100, 88, true],
      ],
    );
  });

  it('carry their errors', () => {
    assert.deepEqual(usual.rows[2]?.notes, [{ icon: 'failed', tone: 'failed', text: 'camera lost' }]);
    assert.equal(usual.rows[2]?.strip.tone, 'failed');
  });

  it('say by how much they overlap', () => {
    const part = signalsOf(at('00'), [
      { type: 'long', start: at('04'), end: at('16') },
      { type: 'within', start: at('05'), end: at('06') },
      { type: 'after', start: at('20'), end: at('21') },
    ]);
    assert.deepEqual(told(part).slice(1, 4), [
      'long|+4.0 s|12.0 s',
      'within|\u221211.0 s, overlapping|1.0 s',
      'after|+4.0 s|1.0 s',
    ]);
  });

  it('show a process of no length as a point', () => {
    const part = signalsOf(at('00'), [{ start: at('04'), end: at('04') }]);
    assert.equal(told(part)[1], 'active|+4.0 s|0 s');
    assert.equal(part.rows[1]?.strip.point, true);
  });

  it('show a process that ends before it starts, and say so', () => {
    const part = signalsOf(at('00'), [{ start: at('09'), end: at('04') }]);
    assert.equal(told(part)[1], 'active|+4.0 s|\u22125.0 s');
    assert.deepEqual(part.rows[1]?.notes, [
      { icon: 'warning', tone: 'warning', text: 'It says that it ended before it started.' },
    ]);
  });
});

describe('signals that cannot all be drawn', () => {
  it('have nothing to draw where all happened at once', () => {
    const part = signalsOf(at('25'), [{ start: at('25'), end: at('25') }]);
    assert.equal(part.toScale, false);
    assert.ok(part.rows.every(({ strip }) => strip.from === 0 && strip.to === 0));
  });

  it('have no length in their title when they are out of order', () => {
    assert.equal(signalsOf(at('40'), []).title, 'Signals');
  });

  it('list verbatim the times that cannot be read, each error once', () => {
    const part = signalsOf('YYYY-MM-DD-HH-MM-SS-ZZZ', [{ start: 'soon', end: 'later', error: 'lost' }, { type: '' }]);
    assert.deepEqual(part.rows, []);
    assert.deepEqual(part.unread, [
      { name: 'Start click', value: 'YYYY-MM-DD-HH-MM-SS-ZZZ', error: '' },
      { name: 'active, its start', value: 'soon', error: 'lost' },
      { name: 'active, its end', value: 'later', error: '' },
      { name: 'Camera process', value: 'no times', error: '' },
    ]);
  });

  it('draw the end that can be read and list the other', () => {
    const part = signalsOf(at('00'), [{ start: at('04'), end: 'later', error: 'lost' }, { end: at('09') }]);
    assert.deepEqual(told(part).slice(1, 3), ['active, its start|+4.0 s|', 'active, its end|+5.0 s|']);
    assert.deepEqual(part.rows[1]?.notes[0]?.text, 'lost');
    assert.deepEqual(part.unread, [{ name: 'active, its end', value: 'later', error: '' }]);
  });

  it('are said to be none', () => {
    const part = viewOf(rejected).signals;
    assert.deepEqual([part?.rows, part?.unread, part?.notes], [[], [], ['No signals came with this record.']]);
  });

  it('of the service’s own sample are all placeholders', () => {
    const part = viewOf(occluded).signals;
    assert.deepEqual(part?.rows, []);
    assert.equal(part?.unread.length, 3);
  });

  it('are bounded, with a note', () => {
    const part = signalsOf(
      at('00'),
      Array.from({ length: 5000 }, () => ({ start: at('04'), end: at('05') })),
    );
    assert.equal(part.rows.length, 50);
    assert.deepEqual(part.notes, ['Not shown here: 4,952 more; the JSON document has all of them.']);
  });
});
