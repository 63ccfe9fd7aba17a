import assert from 'node:assert/strict';
import {
  checkKinds,
  checks,
  recordFields,
  resultFields,
  thresholdFields,
  type Field,
} from '../../../../src/api/fields.ts';
import { demoRecords } from '../../../../src/demo/records.ts';
import { findingsOf } from '../../../../src/submissions/model/findings.ts';
import type { Detail } from '../../../../src/submissions/model/detail.ts';
import { findingText } from '../../../../src/submissions/words/findingWords.ts';
import { explained, type Explained } from '../../../../src/submissions/words/explained.ts';

const usual = {
  auth_id: 'fa_1',
  auth_status: 'rejected',
  create_time: '2027-01-15T11:00:00.000Z',
  policy: { faceSimilarity_threshold: 85, liveness_threshold: 50, headCover_threshold: 0, occluded_threshold: true },
  result: { face_similarity: 71.4, livenessScore: 93, headCover: 12, detectOccluded: false },
  fail_code: ['face_compare_underscore', 'odd_code'],
};

/** What is said of each place in a document, by the text of that place: a name or a value. */
function saidIn(record: unknown): Map<string, Explained> {
  const json = JSON.stringify(record, null, 2);
  const fields = explained(json)?.fields ?? [];
  return new Map(
    fields.map((field) => [json.slice(field.start, field.nameEnd === field.start ? field.end : field.nameEnd), field]),
  );
}

function detailIn(record: unknown): Detail {
  return explained(JSON.stringify(record))?.detail ?? assert.fail('no record');
}

function hintOf(record: unknown, name: string): string | undefined {
  return saidIn(record).get(`"${name}"`)?.hint;
}

describe('a JSON document that explains itself', () => {
  const namesOf = (fields: Readonly<Record<string, Field>>): readonly Field[] => Object.values(fields);

  for (const [part, fields] of [
    [undefined, namesOf(recordFields)],
    ['policy', namesOf(thresholdFields)],
    ['result', namesOf(resultFields)],
  ] as const) {
    for (const field of fields) {
      for (const name of field.names) {
        it(`says what ${part === undefined ? '' : `${part}.`}${name} is`, () => {
          const value = field.type === 'object' ? {} : '1';
          const record = part === undefined ? { [name]: value } : { auth_id: 'fa_1', [part]: { [name]: value } };
          const lines = saidIn(record).get(`"${name}"`)?.lines() ?? [];
          assert.equal(lines[0], `${field.meaning()}.`);
          assert.equal(
            lines.some((line) => line === `Another spelling of ${field.names[0]}.`),
            name !== field.names[0],
          );
        });
      }
    }
  }

  it('has beside a score what was required, and what came of it', () => {
    assert.equal(hintOf(usual, 'face_similarity'), '≥ 85 · failed');
    assert.equal(hintOf(usual, 'livenessScore'), '≥ 50 · passed');
    assert.equal(hintOf(usual, 'headCover'), 'not enforced');
    assert.equal(hintOf(usual, 'detectOccluded'), 'no failure reported');
  });

  it('has beside a threshold what was measured', () => {
    assert.equal(hintOf(usual, 'faceSimilarity_threshold'), '71.4 · failed');
    assert.equal(hintOf(usual, 'headCover_threshold'), 'not enforced');
    assert.equal(hintOf({ ...usual, result: {} }, 'liveness_threshold'), 'undecided · no score');
  });

  for (const kind of checkKinds) {
    const { failCode, threshold, result } = checks[kind];
    if (failCode !== undefined) {
      it(`leads from the fail code of ${kind} to its score, and from there to its threshold`, () => {
        const said = saidIn({
          ...{ auth_id: 'fa_1', auth_status: 'rejected', fail_code: [failCode.toUpperCase()] },
          ...{ policy: { [threshold.names[0]]: 85 }, result: { [result.names[0]]: 71 } },
        });
        const code = said.get(`"${failCode.toUpperCase()}"`);
        assert.equal(code?.leadsTo, said.get(`"${result.names[0]}"`)?.start);
        assert.equal(said.get(`"${result.names[0]}"`)?.leadsTo, said.get(`"${threshold.names[0]}"`)?.start);
        assert.ok(code?.hint && code.hint !== 'not documented');
      });
    }
  }

  it('tells a fail code that no page names from the others', () => {
    assert.equal(hintOf(usual, 'face_compare_underscore'), 'face similarity');
    assert.equal(hintOf(usual, 'odd_code'), 'not documented');
  });

  it('says as what a value of another type is read, and which of two spellings counts', () => {
    const odd = { ...usual, result: { face_similarity: '71.4', faceSimilarity: 12 } };
    assert.equal(hintOf(odd, 'face_similarity'), '≥ 85 · failed · read as 71.4');
    const said = saidIn(odd).get('"faceSimilarity"');
    assert.equal(said?.hint, '');
    assert.ok(said?.lines().includes('face_similarity is read in its place.'));
    assert.equal(hintOf({ ...usual, kyc_submission_id: 12 }, 'kyc_submission_id'), 'read as 12');
    const blank = { ...usual, result: { face_similarity: ' ', faceSimilarity: 71.4 } };
    assert.equal(hintOf(blank, 'faceSimilarity'), '≥ 85 · failed');
  });

  it('takes the later of two fields with one name, as JSON does', () => {
    const json =
      '{"auth_id": "fa_1", "policy": {"liveness_threshold": 50}, "result": {"livenessScore": 10, "livenessScore": 93}}';
    const hints = explained(json)
      ?.fields.filter(({ start }) => json.startsWith('"livenessScore"', start))
      .map(({ hint }) => hint);
    assert.deepEqual(hints, ['', '≥ 50 · passed']);
  });

  it('decides nothing in a deleted record', () => {
    const said = saidIn({ ...usual, delete_check: true });
    assert.equal(said.get('"face_similarity"')?.hint, '');
    assert.equal(said.get('"faceSimilarity_threshold"')?.hint, '');
  });

  it('says nothing of what is no record', () => {
    for (const json of ['', '[]', '3', '{', 'no JSON', '{"a":']) assert.equal(explained(json), undefined);
    assert.deepEqual(explained('{}')?.fields, []);
  });

  it('agrees in every record of the demo with the checks of its panel', () => {
    const demo = demoRecords({ seed: 3, size: 400, newest: Date.UTC(2027, 0, 15) });
    let failed = 0;
    for (let index = 0; index < 400; index++) {
      const json = JSON.stringify(demo.record(index), null, 2);
      const what = explained(json);
      for (const { hint } of what?.fields ?? []) failed += /· failed( ·|$)/.test(hint) ? 1 : 0;
      const inPanel = what?.detail.checks.filter(
        ({ verdict, measured, threshold }) =>
          verdict === 'failed' && typeof measured === 'number' && typeof threshold === 'number' && threshold > 0,
      );
      failed -= what?.detail.submission.deleted === true ? 0 : 2 * (inPanel?.length ?? 0);
    }
    assert.equal(failed, 0);
  });

  const approved = { ...usual, auth_status: 'approved', fail_code: [] };
  const run = {
    processStartTime: '2027-01-15T10:00:02Z',
    processEndTime: '2027-01-15T10:00:01Z',
    type: 'faceAuth-active',
  };
  for (const [kind, record, name, hint] of [
    ['rejectedWithoutCode', { ...usual, fail_code: [] }, 'auth_status', 'without a fail code'],
    ['approvedWithCode', { ...approved, fail_code: ['Head_cover_fail'] }, 'auth_status', 'with fail codes'],
    ['approvedButFailed', approved, 'face_similarity', '≥ 85 · failed · disagrees'],
    [
      'reportedButPassed',
      { ...usual, result: { face_similarity: 90 } },
      'face_similarity',
      '≥ 85 · failed · disagrees',
    ],
    ['reportedButNotEnforced', { ...usual, fail_code: ['Head_cover_fail'] }, 'headCover', 'failed · disagrees'],
    [
      'reportedButNotEnforced',
      { ...usual, policy: {}, result: {} },
      'face_compare_underscore',
      'face similarity · disagrees',
    ],
    [
      'implausibleScore',
      { ...approved, result: { face_similarity: 101 } },
      'face_similarity',
      '≥ 85 · undecided · implausible',
    ],
    [
      'exactlyAtThreshold',
      { ...approved, result: { face_similarity: 85 } },
      'face_similarity',
      '≥ 85 · passed · exactly at the threshold',
    ],
    ['noScore', { ...approved, result: {} }, 'faceSimilarity_threshold', 'undecided · no score'],
    ['deletedWithScores', { ...usual, delete_check: true }, 'delete_check', 'scores are still there'],
    ['endsBeforeStart', { ...usual, signals: { cameraProcessInfo: [run] } }, 'processEndTime', 'before its start'],
    [
      'createdBeforeStartClick',
      { ...usual, signals: { startButtonClickTime: '2027-01-15T11:00:01Z' } },
      'create_time',
      'before the start click',
    ],
    ['timeUnreadable', { ...usual, create_time: 'yesterday' }, 'create_time', 'cannot be read'],
    ['unknownCode', usual, 'odd_code', 'not documented'],
    ['oddValue', { ...usual, kyc_submission_id: 12 }, 'kyc_submission_id', 'read as 12'],
    ['oddValue', { ...usual, signals: { cameraProcessInfo: [7] } }, '7', 'cannot be read'],
  ] as const) {
    it(`has the finding ${kind} beside ${name}, and its sentence where the pointer rests`, () => {
      const said = saidIn(record);
      const field = said.get(`"${name}"`) ?? said.get(name);
      assert.equal(field?.hint, hint);
      const found = findingsOf(detailIn(record)).filter((one) => one.kind === kind);
      assert.ok(found.some((one) => field?.lines().includes(findingText(one))));
    });
  }

  it('leaves no finding of any record of the demo out', () => {
    const demo = demoRecords({ seed: 5, size: 3000, newest: Date.UTC(2027, 0, 15) });
    const kinds = new Set<string>();
    for (let index = 0; index < 3000; index++) {
      const what = explained(JSON.stringify(demo.record(index)));
      const lines = new Set(what?.fields.flatMap((field) => field.lines()));
      for (const finding of what === undefined ? [] : findingsOf(what.detail)) {
        kinds.add(finding.kind);
        assert.ok(lines.has(findingText(finding)), findingText(finding));
      }
    }
    assert.ok(kinds.size >= 5, [...kinds].join());
  });
});
