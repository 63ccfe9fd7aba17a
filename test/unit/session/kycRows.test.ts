import assert from 'node:assert/strict';
import type { Arrangement } from '../../../src/session/arrangement.ts';
import type { State } from '../../../src/session/state.ts';
import { mostRows } from '../../../src/submissions/model/split.ts';
import { production, sessionOf } from './opened.ts';
import { below, everyRow, labels, rowAt } from './tree.ts';

function attempt(
  auth_id: string,
  kyc_submission_id: string | undefined,
  create_time: string,
  more: object = {},
): object {
  return { auth_id, kyc_submission_id, create_time, auth_status: 'approved', ...more };
}

async function arranged(records: readonly object[], arrangement: Partial<Arrangement> = {}): Promise<State> {
  const { session } = sessionOf([records]);
  await session.open(production);
  await session.arrange({ grouping: 'kyc', ...arrangement });
  return session.state;
}

// With these there are too many KYC submissions for one level, so that days stand above them.
const others = Array.from({ length: mostRows }, (_, index) =>
  attempt(`other${index}`, `kyc${index}`, `2027-01-${index % 2 === 0 ? '10' : '11'}T00:00:00Z`),
);

describe('the rows by KYC submission', () => {
  it('are KYC submissions, the one with the newest attempt first, below them their attempts', async () => {
    const state = await arranged([
      attempt('a1', 'a', '2027-01-15T10:00:00Z'),
      attempt('b1', 'b', '2027-01-15T12:00:00Z'),
      attempt('a2', 'a', '2027-01-15T11:00:00Z', { auth_status: 'rejected' }),
    ]);
    assert.deepEqual(labels(below(state)), ['b 2027-01-15 12:00:00', 'a 2 attempts · 2027-01-15 11:00:00']);
    assert.deepEqual(labels(below(state, 'a')), ['a2 no fail code · 2027-01-15 11:00:00', 'a1 2027-01-15 10:00:00']);
    assert.deepEqual(
      below(state).map(({ kind, expandable }) => `${kind} ${expandable}`),
      ['attempts true', 'attempts true'],
    );
  });

  it('have the icon of the newest attempt', async () => {
    const state = await arranged([
      attempt('a1', 'a', '2027-01-15T10:00:00Z'),
      attempt('a2', 'a', '2027-01-15T11:00:00Z', { auth_status: 'rejected' }),
      attempt('b1', 'b', '2027-01-15T10:00:00Z', { delete_check: true }),
    ]);
    assert.deepEqual([rowAt(state, 'a').icon?.name, rowAt(state, 'b').icon?.name], ['error', 'trash']);
  });

  it('say what the icon of the newest attempt alone does not: another status, none, and that it was deleted', async () => {
    const state = await arranged([
      attempt('a1', 'a', '2027-01-15T10:00:00Z'),
      attempt('a2', 'a', '2027-01-15T13:00:00Z', { auth_status: 'pending' }),
      attempt('b1', 'b', '2027-01-15T12:00:00Z', { auth_status: undefined }),
      attempt('c1', 'c', '2027-01-15T11:00:00Z', { delete_check: true }),
    ]);
    assert.deepEqual(labels(below(state)), [
      'a pending · 2 attempts · 2027-01-15 13:00:00',
      'b No status · 2027-01-15 12:00:00',
      'c deleted · 2027-01-15 11:00:00',
    ]);
  });

  it('stand beside the submissions that belong to none', async () => {
    const state = await arranged([
      attempt('a1', 'a', '2027-01-15T10:00:00Z'),
      attempt('alone', undefined, '2027-01-15T11:00:00Z'),
      attempt('nameless', '', '2027-01-15T09:00:00Z'),
    ]);
    assert.deepEqual(
      below(state).map(({ label, kind }) => `${label} ${kind}`),
      ['alone submission', 'a attempts', 'nameless submission'],
    );
  });

  it('say that there is no time', async () => {
    const state = await arranged([{ auth_id: 'a1', kyc_submission_id: 'a', auth_status: 'approved' }]);
    assert.deepEqual(labels(below(state)), ['a no time']);
  });

  it('hold only the attempts that a filter lets through', async () => {
    const state = await arranged(
      [
        attempt('a1', 'a', '2027-01-15T10:00:00Z', { auth_status: 'rejected' }),
        attempt('a2', 'a', '2027-01-15T11:00:00Z'),
        attempt('b1', 'b', '2027-01-15T12:00:00Z'),
      ],
      { filter: { statuses: ['rejected'] } },
    );
    assert.deepEqual(labels(below(state)), ['a 2027-01-15 10:00:00']);
    assert.deepEqual(labels(below(state, 'a')), ['a1 no fail code · 2027-01-15 10:00:00']);
  });
});

describe('more than 1,000 rows by KYC submission', () => {
  const spread = [
    attempt('old', 'spread', '2027-01-10T12:00:00Z'),
    attempt('new', 'spread', '2027-01-11T12:00:00Z'),
    attempt('oldest', 'spread', '2027-01-10T11:00:00Z'),
  ];

  it('stand below their days', async () => {
    const state = await arranged([...others, ...spread]);
    assert.deepEqual(labels(below(state)), ['2027-01-11 501', '2027-01-10 502']);
    assert.equal(below(state, '2027-01-11').length, 501);
  });

  it('show one with attempts on two days below each, with those of the day', async () => {
    const state = await arranged([...others, ...spread]);
    const named = everyRow(state).filter(({ label }) => label === 'spread');
    assert.deepEqual(
      named.map(({ parent, description }) => [parent?.label, description]),
      [
        ['2027-01-11', '12:00:00'],
        ['2027-01-10', '12:00:00 · 2 attempts'],
      ],
    );
    assert.deepEqual(labels(below(state, '2027-01-10', 'spread')), ['old 12:00:00', 'oldest 11:00:00']);
  });

  it('show as many below a day as it counts', async () => {
    const state = await arranged([...others, ...spread]);
    for (const day of below(state)) {
      const submissions = everyRow(state, day).filter(({ kind }) => kind === 'submission');
      assert.equal(`${submissions.length}`, day.description);
    }
  });

  it('need no days at 1,000', async () => {
    const state = await arranged(others);
    assert.equal(below(state).length, mostRows);
    assert.ok(below(state).every(({ kind }) => kind === 'attempts'));
  });

  it('are split too where very many attempts belong to one', async () => {
    const many = Array.from({ length: 12_000 }, (_, index) =>
      attempt(`id${index}`, 'tester', new Date(Date.UTC(2027, 0, 1, 0, index)).toISOString()),
    );
    const state = await arranged(many);
    const [last, first] = ['2027-01-09', '2027-01-01'].map((day) => everyRow(state, rowAt(state, day)).length);
    assert.deepEqual([last, first], [481, 1488]);
  });

  it('are split by hour within a day that holds more', async () => {
    const many = Array.from({ length: 1200 }, (_, index) =>
      attempt(`id${index}`, `kyc${index}`, `2027-01-10T${index % 3 === 0 ? '08' : '09'}:00:00Z`),
    );
    const state = await arranged(many);
    assert.deepEqual(labels(below(state)), ['2027-01-10 1,200']);
    assert.deepEqual(labels(below(state, '2027-01-10')), ['09:00 800', '08:00 400']);
    assert.equal(below(state, '2027-01-10', '08:00').length, 400);
  });
});
