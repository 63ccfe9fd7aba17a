import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { recordFields, resultFields, thresholdFields, type Field } from '../../../../src/api/fields.ts';
import { RecordReader } from '../../../../src/api/record.ts';
import { isFields } from '../../../../src/api/values.ts';
import { redactedRecord } from '../../../../src/submissions/privacy/redaction.ts';

function alias(id: string): string {
  return `<${id.length}>`;
}

function redacted(record: object): string {
  return JSON.stringify(redactedRecord(record, alias));
}

/** What is read of a record, without its ids and without the readings that never leave the machine. */
function readingsOf(json: string): object {
  const record: unknown = JSON.parse(json);
  assert.ok(isFields(record));
  const reader = new RecordReader();
  reader.read(record);
  const { status, created, submitType, deleted, deletedAt, thresholds, scores, failCodes, comments } = reader;
  return { status, created, submitType, deleted, deletedAt, thresholds, scores, failCodes, comments };
}

describe('a redacted record with values that nobody expects', () => {
  const { policy, result, signals: _, id: _id, kycId: _kycId, ...plain } = recordFields;
  const oddities: readonly unknown[] = [
    ...[{}, [1, 2], [85, 86], [true, false], [[[[[true]]]]]],
    ...[[], [[]], [null, ''], null, '', true, 0, 1, 'yes', 'none', { N: '85' }],
  ];

  function namesOf(fields: Readonly<Record<string, Field>>): readonly string[] {
    return Object.values(fields).flatMap(({ names }) => names);
  }

  function assertSame(of: (value: unknown) => object): void {
    for (const value of oddities) {
      const raw = of(value);
      assert.deepEqual(readingsOf(redacted(raw)), readingsOf(JSON.stringify(raw)), JSON.stringify(raw));
    }
  }

  for (const name of namesOf(plain)) {
    it(`says under ${name} what the record says`, () => {
      assertSame((value) => ({ auth_id: 'fa_1', [name]: value }));
    });
  }

  for (const name of namesOf(thresholdFields)) {
    it(`says under ${name} what the record says`, () => {
      assertSame((value) => ({ auth_id: 'fa_1', [policy.names[0]]: { [name]: value } }));
    });
  }

  for (const name of namesOf(resultFields)) {
    it(`says under ${name} what the record says`, () => {
      assertSame((value) => ({ auth_id: 'fa_1', [result.names[0]]: { [name]: value } }));
    });
  }

  it('says what the record says, whichever spelling has it', () => {
    const texts = [...oddities, 85, '85', 'YYYY-MM-DD', ' ', '2025-10-02T02:15:17.123Z', '99999999999999999999'];
    const times = [...texts, 1759371317123, '1759371317', ['2025-10-02T02:15:17Z'], { S: '2025-10-02' }];
    // An object that has a value under some or all spellings of a field.
    const spelled = ({ names, type }: Field): fc.Arbitrary<object> => {
      const value = fc.constantFrom<unknown>(...(type === 'time' ? times : texts));
      return fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
    };
    const within = (part: string, fields: readonly Field[]): readonly fc.Arbitrary<object>[] =>
      fields.map((field) => spelled(field).map((inner) => ({ [part]: inner })));
    const fields = fc.oneof(
      ...[plain.created, plain.deletedAt, plain.deleted, plain.status, plain.failCodes].map(spelled),
      ...within(policy.names[0], Object.values(thresholdFields)),
      ...within(result.names[0], Object.values(resultFields)),
    );
    fc.assert(
      fc.property(fields, (some) => {
        const raw = { auth_id: 'fa_1', ...some };
        assert.deepEqual(readingsOf(redacted(raw)), readingsOf(JSON.stringify(raw)));
      }),
      { numRuns: 2000 },
    );
  });

  it('has the time of one spelling, whatever stands in the place of another', () => {
    const createTime = '2025-10-02T02:15:17.123Z';
    for (const value of [{}, { iso: 'never seen' }, [1, 2]]) {
      const text = redacted({ auth_id: 'fa_1', create_time: value, createTime });
      assert.equal(text, `{"auth_id":"<4>","create_time":{},"createTime":"${createTime}"}`);
    }
  });

  it('says that there is a value in the place of words that nobody knows, and none of them', () => {
    for (const value of [{ x: 1 }, { S: 'x', N: '1' }, ['x', 'y']]) {
      const fields = { create_time: value, policy: { liveness_threshold: value }, result: { faceCover: value } };
      assert.equal(
        redacted({ auth_id: 'fa_1', ...fields }),
        '{"auth_id":"<4>","create_time":"…","policy":{"liveness_threshold":"…"},"result":{"faceCover":"…"}}',
      );
    }
  });

  it('is still deleted where the sign of it cannot be read', () => {
    for (const sign of [{ delete_check: {} }, { deleteCheck: [1, 2] }, { delete_time: { x: 1 } }, { deleteTime: {} }]) {
      assert.match(JSON.stringify(readingsOf(redacted({ auth_id: 'fa_1', ...sign }))), /"deleted":true/);
    }
  });

  it('holds no id of its own within them', () => {
    const odd = { id: 20270101, of: ['dup_20270101'] };
    const parts = { policy: { liveness_threshold: odd }, result: { faceCover: odd } };
    assert.doesNotMatch(redacted({ auth_id: 20270101, create_time: odd, delete_check: false, ...parts }), /2027/);
    const long = '{"auth_id":"12345678901234567890","delete_time":[1,12345678901234567890]}';
    assert.equal(
      JSON.stringify(redactedRecord(JSON.parse(long), alias, undefined, () => long)),
      '{"auth_id":"<20>","delete_time":"…"}',
    );
  });
});

describe('a redacted record of no KYC submission', () => {
  for (const nothing of ['none', 'None', 'null', 'undefined', 'N/A', 'nan', ' nil ']) {
    it(`has none, and its comments as they are: ${JSON.stringify(nothing)}`, () => {
      const comment = 'None of the faces match; nonetheless null, nan or n/a, nil and undefined pointer';
      for (const sent of [nothing, [nothing], { S: nothing }]) {
        assert.deepEqual(
          redactedRecord({ auth_id: 'fa_1', kyc_submission_id: sent, reject_comment: [comment] }, alias),
          {
            auth_id: '<4>',
            reject_comment: [comment],
          },
        );
      }
    });
  }
});

describe('a redacted record with one text that is too long', () => {
  const long = 'much too long '.repeat(2000);
  const rest = {
    auth_status: 'rejected',
    create_time: '2025-10-02T02:15:17Z',
    fail_code: ['face_compare_underscore', 'Face_Occluded_fail'],
    policy: { faceSimilarity_threshold: '85 %' },
  };

  for (const name of ['reject_comment', 'rejectComment', 'rejected_comment', 'submit_type', 'failCode']) {
    it(`has all the others whole: ${name}`, () => {
      for (const sent of [long, [long], [long, long]]) {
        const { [name]: cut, ...kept } = redactedRecord({ [name]: sent, auth_id: 'fa_1', ...rest }, alias);
        assert.deepEqual(kept, { auth_id: '<4>', ...rest });
        assert.ok(name === 'submit_type' || JSON.stringify(cut).length < 20_000);
      }
    });
  }

  it('has the beginning of that one, too', () => {
    for (const name of ['reject_comment', 'submit_type', 'auth_status']) {
      assert.match(JSON.stringify(redactedRecord({ [name]: long }, alias)[name]), /^"much too long .{1000,}…"$/);
    }
  });
});
