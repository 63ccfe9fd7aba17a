import assert from 'node:assert/strict';
import type { RecordView } from '../../../../src/submissions/words/recordParts.ts';
import { approved, rejected, sentenceFor, viewOf } from '../records.ts';
import { deleted, misspelt, occluded } from '../samples.ts';

const facts = (view: RecordView): readonly string[] => view.facts.map(({ label, value }) => `${label}: ${value}`);
const parts = ({ checks, findings, reasons, attempts, signals, unknown }: RecordView): readonly boolean[] =>
  [checks, findings, reasons, attempts, signals, unknown].map((part) => part !== undefined);

describe('the page of a record', () => {
  it('says its status by word, shape and colour', () => {
    const badge = (status: string | undefined): RecordView['badge'] =>
      viewOf({ ...rejected, auth_status: status }).badge;
    assert.deepEqual(badge('rejected'), { icon: 'failed', tone: 'failed', text: 'Rejected' });
    assert.deepEqual(badge('approved'), { icon: 'passed', tone: 'passed', text: 'Approved' });
    assert.deepEqual(badge('pending'), { icon: 'open', tone: 'warning', text: 'pending' });
    assert.deepEqual(badge(undefined), { icon: 'open', tone: 'warning', text: 'No status' });
  });

  it('leads to its neighbours in the list, and says where that ends', () => {
    const steps = (neighbours: Readonly<Record<'previous' | 'next', boolean>> | undefined) =>
      viewOf(rejected, { neighbours }).steps.map(({ action, enabled, hint }) => [action, enabled, hint]);
    assert.deepEqual(steps({ previous: true, next: true }), [
      ['previous', true, 'The one before in the list (Alt+↑)'],
      ['next', true, 'The one after in the list (Alt+↓)'],
    ]);
    assert.deepEqual(steps({ previous: false, next: false }), [
      ['previous', false, 'This is the first one in the list'],
      ['next', false, 'This is the last one that is loaded'],
    ]);
    assert.deepEqual(steps(undefined), []);
  });

  it('can be revealed in the tree where that has it', () => {
    const actions = (view: RecordView): readonly string[] => view.buttons.map(({ action }) => action);
    assert.ok(actions(viewOf(rejected, { neighbours: { previous: true, next: true } })).includes('revealInTree'));
    assert.ok(!actions(viewOf(rejected)).includes('revealInTree'));
  });

  it('has the facts in one line, the zone always named', () => {
    assert.deepEqual(facts(viewOf(rejected)), [
      'Created: Thu, 2 Oct 2025, 02:15:17 UTC',
      'Age: 11 months ago',
      'Submit type: form',
      'KYC: kyc_1',
      'Project: Production',
    ]);
  });

  it('shows a creation time that cannot be read as sent, without an age', () => {
    assert.deepEqual(facts(viewOf({ ...rejected, create_time: 'yesterday' })).slice(0, 2), [
      'Created: yesterday',
      'Submit type: form',
    ]);
    assert.equal(facts(viewOf({ ...rejected, create_time: null }))[0], 'Created: no time');
  });

  it('gives codes and comments verbatim and says what a documented code means', () => {
    const { reasons } = viewOf({
      ...rejected,
      fail_code: ['Face_Occluded_fail', 'Mystery_fail'],
      reject_comment: 'dark',
    });
    assert.deepEqual(reasons?.codes, [
      { code: 'Face_Occluded_fail', meaning: 'the face is covered by a hand or an object' },
      { code: 'Mystery_fail', meaning: '' },
    ]);
    assert.deepEqual(reasons?.comments, ['dark']);
  });

  it('says that the service gave no reason, but only of a rejection', () => {
    assert.deepEqual(viewOf({ ...rejected, fail_code: [], reject_comment: [] }).reasons?.notes, [
      'Neither a fail code nor a comment.',
    ]);
    assert.equal(viewOf(approved).reasons, undefined);
  });

  it('announces what it shows in one sentence', () => {
    assert.equal(
      viewOf(rejected).announcement,
      'Submission fa_1. Rejected: face similarity 71.4 is below the required 85.',
    );
  });
});

describe('the page of a deleted record', () => {
  it('shows only id, status and times, and offers the rest', () => {
    const view = viewOf(deleted);
    assert.deepEqual(parts(view), [false, false, false, false, false, false]);
    assert.equal(view.deleted?.button, 'Show What the Service Still Returned');
    assert.deepEqual(view.badge, { icon: 'deleted', tone: 'quiet', text: 'Deleted' });
    assert.doesNotMatch(JSON.stringify(view), /sampleKycId1|97\.7|Face_Occluded/);
  });

  it('shows the rest when asked to', () => {
    const view = viewOf(deleted, { showDeleted: true });
    assert.deepEqual(parts(view), [true, true, true, true, true, false]);
    assert.equal(view.deleted?.button, undefined);
  });

  it('announces the rest when it is shown', () => {
    const before = viewOf(deleted).announcement;
    const rest = 'This is what the service still returned for the deleted submission.';
    assert.equal(viewOf(deleted, { showDeleted: true }).announcement, `${before} ${rest}`);
  });

  it('offers nothing where nothing else came', () => {
    const kept = { auth_id: 'fa_1', auth_status: 'approved', create_time: '2025-10-02T02:15:17Z', delete_check: true };
    assert.equal(viewOf(kept).deleted?.button, undefined);
  });
});

describe('the samples of the service’s page', () => {
  it('are rejected for occlusion alone', () => {
    assert.equal(sentenceFor(occluded), 'Rejected: the face was reported as occluded.');
    assert.deepEqual(viewOf(occluded).findings, undefined);
  });

  it('are deleted with their status', () => {
    assert.equal(sentenceFor(deleted), 'Deleted on Thu, 9 Oct 2025, 03:18:18 UTC; its status was rejected.');
    assert.equal(sentenceFor(misspelt), 'Deleted on Mon, 4 Sept 2023, 02:19:01 UTC; its status was approved.');
  });

  it('show old policies as they were', () => {
    const rows = viewOf(misspelt, { showDeleted: true }).checks?.rows;
    assert.deepEqual(
      rows?.map(({ name, required, verdict }) => `${name} ${required}: ${verdict}`),
      [
        'Face similarity ≥ 70: Passed',
        'Occlusion false: No failure reported',
        'Head cover ≥ 50: No score',
        'Face cover 0: Not enforced',
        'Passive liveness not in policy: Not enforced',
        'Active liveness not in policy: Not enforced',
      ],
    );
  });
});
