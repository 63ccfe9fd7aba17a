import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { quickTest } from '../../../src/api/quickTest.ts';
import { wireRecord } from '../../../src/api/wire.ts';
import { demoRecords } from '../../../src/demo/records.ts';
import { documentedDeleted, documentedOthers, documentedRecord } from './documented.ts';

const isRecord = quickTest(wireRecord);

// Values of every JSON type in the place of each field, two levels deep.
function* spoilt(record: Readonly<Record<string, unknown>>, depth = 2): Generator {
  for (const name of Object.keys(record)) {
    for (const value of [null, true, 5, 'text', '', [], ['text'], [5], {}, [{}], [null]]) {
      yield { ...record, [name]: value };
    }
    const inner = record[name];
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner) && depth > 0) {
      for (const value of spoilt({ ...inner }, depth - 1)) {
        yield { ...record, [name]: value };
      }
    }
  }
}

describe('the quick test of a record', () => {
  it('takes what the schema takes and nothing else, whatever is wrong', () => {
    let judged = 0;
    for (const record of [documentedRecord, ...documentedDeleted, ...documentedOthers]) {
      for (const value of spoilt(record)) {
        assert.equal(isRecord(value), wireRecord.safeParse(value).success, JSON.stringify(value).slice(0, 300));
        judged++;
      }
    }
    assert.ok(judged > 500);
  });

  it('agrees with the schema on every record of the demo', () => {
    const demo = demoRecords({ seed: 5, size: 4000, newest: Date.UTC(2027, 0, 15) });
    for (let index = 0; index < demo.size; index++) {
      const record = demo.record(index);
      assert.equal(isRecord(record), wireRecord.safeParse(record).success, `record ${index}`);
    }
  });

  for (const value of [undefined, null, 5, 'x', true, [], [{ auth_id: 'a' }], {}]) {
    it(`refuses ${JSON.stringify(value)}`, () => {
      assert.equal(isRecord(value), false);
    });
  }
});

describe('the quick test of a schema', () => {
  it('that changes what it takes refuses, so that the schema is asked', () => {
    assert.equal(quickTest(z.object({ a: z.catch(z.string(), '') }))({ a: 'x' }), false);
  });

  it('that refuses unknown fields refuses, so that the schema is asked', () => {
    assert.equal(quickTest(z.strictObject({ a: z.string() }))({ a: 'x' }), false);
  });

  it('with a check that it does not know refuses, so that the schema is asked', () => {
    assert.equal(quickTest(z.string().check(z.minLength(3)))('text'), false);
  });
});
