import assert from 'node:assert/strict';
import { matcherOf } from '../../../src/submissions/model/filter.ts';
import { Store } from '../../../src/submissions/store/store.ts';
import { fromText } from '../submissions/fromWire.ts';
import { addAll } from '../submissions/stored.ts';
import { storeOf, summaryOf, tried, viewed } from './viewed.ts';

const policy = { faceSimilarity_threshold: 85 };
const approved = { auth_status: 'approved', policy };
const scores = [-1, 0, 0.97, 1, 'n/a', 93];
const all = await viewed(storeOf(scores.map((face_similarity) => ({ ...approved, result: { face_similarity } }))));

describe('scores that are more likely no measurements, in the insights', () => {
  it('are told apart from the others below their histogram', () => {
    assert.deepEqual(all.view.scores.checks[0]?.table.notes, [
      'Not drawn, as they are outside 0 to 100: 1.',
      'Not drawn, as they are not numbers: 1.',
      'Drawn, but not compared with thresholds, as they may be placeholders or on another scale: 3.',
    ]);
  });

  it('are a finding of their own, which a filter finds', () => {
    const { store, view } = all;
    assert.deepEqual(
      view.findings.table.rows.map(({ cells: [name, count] }) => [
        name,
        typeof count === 'string' ? count : count?.text,
      ]),
      [
        ['Implausible score or threshold', '4'],
        ['Enforced, but no score', '1'],
        ['Value of another type than documented', '1'],
      ],
    );
    const isDoubtful = matcherOf({ findings: ['implausibleScore'] }, 5);
    assert.equal(scores.filter((_, number) => isDoubtful(store.at(number))).length, 4);
  });

  it('decide nothing under other thresholds', async () => {
    for (const threshold of [1, 50, 90]) {
      const view = await tried(all, [threshold, 0, 0, 0, 0]);
      assert.deepEqual(summaryOf(view), [
        'Would be approved 1',
        'Would be rejected 0',
        'Cannot be decided 5',
        'Unchanged 1',
        'Undecided: no score 1',
        'Undecided: implausible score 4',
      ]);
      assert.deepEqual(
        view.flips.map(({ count }) => count),
        ['0', '0'],
      );
    }
  });

  it('are no near misses, however near a threshold they are', async () => {
    const near = [
      { ...approved, policy: { faceSimilarity_threshold: 3 }, result: { face_similarity: -1 } },
      { ...approved, policy: { faceSimilarity_threshold: 0.85 }, result: { face_similarity: 4 } },
      { ...approved, policy: { faceSimilarity_threshold: 101 }, result: { face_similarity: 100 } },
    ];
    const { store, insights } = await viewed(storeOf(near));
    assert.equal(insights.tally.near, 0);
    assert.ok([0, 1, 2].every((number) => !matcherOf({ nearMiss: true }, 5)(store.at(number))));
  });

  it('leave out what is beyond all numbers, and count it', async () => {
    const json =
      '{"auth_id":"a","auth_status":"approved","policy":{"liveness_threshold":80},"result":{"livenessScore":1e400}}';
    const store = new Store();
    addAll(store, await fromText(`[${json}]`));
    const beyond = await viewed(store);
    assert.deepEqual(beyond.view.scores.checks[3]?.table.notes, [
      'No submission has a score for it.',
      'Not drawn, as they are not numbers: 1.',
    ]);
    const view = await tried(beyond, [0, 0, 0, 80, 0]);
    assert.equal(summaryOf(view).at(-1), 'Undecided: no score 1');
    assert.deepEqual(view.details.notes, ['No score of: passive liveness 1.']);
  });

  it('leave a sound score decided where the recorded threshold is on another scale', async () => {
    const strange = [{ ...approved, policy: { faceSimilarity_threshold: 0.85 }, result: { face_similarity: 97 } }];
    const view = await tried(await viewed(storeOf(strange)), [90, 0, 0, 0, 0]);
    assert.equal(summaryOf(view)[0], 'Would be approved 1');
  });
});
