import assert from 'node:assert/strict';
import { textOf } from '../../../src/insights/cells.ts';
import { mostAttempts, type PeopleGroup } from '../../../src/insights/people.ts';
import { matcherOf } from '../../../src/submissions/model/filter.ts';
import type { Submission } from '../../../src/submissions/model/submission.ts';
import { numbersIn } from '../submissions/stored.ts';
import { randomRecords } from './randomRecords.ts';
import { margin, storeOf, viewed } from './viewed.ts';

const random = randomRecords(6000, 3).map((record, at) =>
  // Some persons with many attempts, many with one, some submissions of nobody.
  at % 11 === 0 ? record : { ...record, kyc_submission_id: `kyc${at % 3 === 0 ? at : at % 1300}` },
);
const store = storeOf(random);
const submissions = numbersIn(store).map((number) => store.at(number));

/** `approved 2` or `in vain 3`, told from the attempts of one person alone; undefined where their order is not known. */
function obviously(attempts: readonly Submission[]): string | undefined {
  const inOrder = attempts.toSorted((one, other) => (one.createdAt ?? 0) - (other.createdAt ?? 0));
  if (attempts.length > 1 && attempts.some(({ createdAt }) => createdAt === undefined)) {
    return undefined;
  }
  const first = inOrder.findIndex(({ status }) => status === 'approved');
  const count = first === -1 ? attempts.length : first + 1;
  return `${first === -1 ? 'in vain' : 'approved'} ${Math.min(count, mostAttempts)}`;
}

function named({ approved, attempts }: PeopleGroup): string {
  return `${approved ? 'approved' : 'in vain'} ${attempts}`;
}

const persons = [
  ...Map.groupBy(
    submissions.filter(({ deleted, kycId }) => !deleted && kycId !== undefined),
    ({ kycId }) => kycId,
  ).values(),
];

describe('the attempts of each KYC submission', () => {
  it('go as the obvious way to count says, of thousands of random records', async () => {
    const { people } = (await viewed(store)).insights;
    const expected = Map.groupBy(persons, obviously);
    const ways = people.groups.map((group) => [named(group), [group.count, group.submissions]] as const);
    const counted = [...expected].map(([way, some]) => [way, [some.length, some.flat().length]] as const);
    assert.deepEqual(new Map(ways), new Map(counted.filter(([way]) => way !== undefined)));
    assert.equal(people.unordered, expected.get(undefined)?.length);
    assert.equal(people.without, submissions.filter(({ deleted, kycId }) => !deleted && kycId === undefined).length);
    assert.ok(people.groups.length > 6 && people.unordered > 10);
  });

  it('open all submissions of just these', async () => {
    const { view, marks, insights } = await viewed(store);
    for (const [index, { mark, name }] of view.people.rows.entries()) {
      const target = marks.targetOf(mark.key);
      const matches = target?.kind === 'found' ? matcherOf(target.find(), margin) : () => false;
      const ids = submissions.filter(matches).map(({ id }) => id);
      const group = insights.people.groups[index];
      const expected = persons.filter((attempts) => group !== undefined && obviously(attempts) === named(group)).flat();
      assert.deepEqual(ids.toSorted(), expected.map(({ id }) => id).toSorted(), name);
    }
  });

  const attempt = (kyc: string, minute: number, auth_status: string) => ({
    kyc_submission_id: kyc,
    create_time: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
    auth_status,
  });
  const few = storeOf([
    attempt('a', 5, 'approved'),
    attempt('a', 1, 'rejected'),
    attempt('b', 0, 'approved'),
    attempt('b', 90, 'rejected'),
    attempt('c', 0, 'rejected'),
    attempt('c', 10, 'pending'),
    attempt('c', 40, 'rejected'),
    { auth_status: 'approved' },
  ]);

  it('say how long it took from the first to the approved or last one, and what they leave out', async () => {
    const { view } = await viewed(few);
    const { rows, notes } = view.people.table;
    assert.deepEqual(
      rows.map(({ cells }) => cells.map(textOf)),
      [
        ['Approved at the first attempt', '1', '33 %', ''],
        ['Approved at attempt 2', '1', '33 %', '4'],
        ['Not approved after 3 attempts', '1', '33 %', '40'],
      ],
    );
    assert.deepEqual(notes, [
      '3 KYC submissions: 33 % approved at the first attempt, 33 % later, 33 % not.',
      'From one attempt to the next it takes 10 min 0 s, the median.',
      '1 submission names no KYC submission.',
    ]);
  });

  it('are told to be those that a filter lets through', async () => {
    const { view } = await viewed(few, { statuses: ['rejected'] });
    assert.equal(view.people.table.notes.at(-1), 'Only attempts that the filter lets through are counted.');
  });

  it('are told as one where there is one', async () => {
    const { view } = await viewed(storeOf([{ auth_status: 'approved', kyc_submission_id: 'kyc_1' }]));
    assert.equal(
      view.people.table.notes[0],
      '1 KYC submission: 100 % approved at the first attempt, 0 % later, 0 % not.',
    );
  });

  it('are not told to be named by nobody where their order is not known', async () => {
    const untimed = { auth_status: 'rejected', kyc_submission_id: 'kyc_1' };
    const { view } = await viewed(storeOf([untimed, untimed]));
    assert.deepEqual(view.people.table.notes, [
      'No KYC submission can be counted.',
      'Left out, as not all of several attempts have a time: 1.',
    ]);
  });

  it('are none where no submission names one', async () => {
    const { view } = await viewed(storeOf([{ auth_status: 'approved' }]));
    assert.deepEqual(view.people.rows, []);
    assert.deepEqual(view.people.table.notes, ['No submission names a KYC submission.']);
  });
});
