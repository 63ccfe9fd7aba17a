import assert from 'node:assert/strict';
import { assert as assertProperty, boolean, constantFrom, property } from 'fast-check';
import { recordFields, resultFields, type Field } from '../../../../src/api/fields.ts';
import { explained } from '../../../../src/submissions/words/explained.ts';
import { assertLinear } from '../../growth.ts';

/** What is read of a record, field by field. `deleted` is left out, because more than one field decides it. */
function whatIsRead(record: unknown): object {
  const { submission, comments, created, deletedAt } =
    explained(JSON.stringify(record))?.detail ?? assert.fail('no record');
  const { id, status, kycId, submitType, measured, failCodes } = submission;
  return { id, status, kycId, submitType, measured, failCodes, comments, created, deletedAt };
}

const run = {
  processStartTime: '2027-01-15T10:00:02Z',
  processEndTime: '2027-01-15T10:00:01Z',
  type: 'faceAuth-active',
};

describe('a JSON document of an odd record', () => {
  it('says of two spellings that the one is read which is', () => {
    const odd = constantFrom<unknown>(
      ...['', ' ', 'x', '71', 'NaN', 'none', '2027-01-15T11:00:00Z', '1759371317', '["a"]'],
      ...[null, 71, 1759371317, true, {}, [], [''], ['b'], [{}], { S: 'c' }],
    );
    const spelled = [
      ...Object.values<Field>(recordFields).map((field) => [undefined, field] as const),
      ...Object.values<Field>(resultFields).map((field) => ['result', field] as const),
    ].flatMap(
      ([
        part,
        {
          names: [first, ...others],
        },
      ]) => others.map((other) => [part, first, other] as const),
    );
    assertProperty(
      property(constantFrom(...spelled), odd, odd, boolean(), ([part, one, other], value, second, turned) => {
        const pair = turned ? { [other]: second, [one]: value } : { [one]: value, [other]: second };
        const [base, fields] = part === undefined ? [pair, {}] : [{}, { [part]: pair }];
        const record = { ...base, ...fields };
        const json = JSON.stringify(record);
        const said = explained(json)?.fields.find(({ start }) => json.startsWith(`"${one}"`, start));
        const read = said?.lines().includes(`${other} is read in its place.`) === true ? other : one;
        const alone = { [read]: read === one ? value : second };
        const wanted = part === undefined ? alone : { ...record, [part]: alone };
        assert.deepEqual(whatIsRead(record), whatIsRead(wanted), JSON.stringify(record));
      }),
      { numRuns: 1000 },
    );
  });

  it('has the times of a run beside the run, however they were sent', () => {
    const before = { type: 'x', processStartTime: 1_759_371_317, processEndTime: 1_759_371_310 };
    const json = JSON.stringify({ signals: { cameraProcessInfo: [7, null, '{"type":"y"}', before] } });
    const hints = explained(json)?.fields.filter(({ start }) => json.startsWith('"processEndTime"', start));
    assert.deepEqual(
      hints?.map(({ hint }) => hint),
      ['before its start · read as 2025-10-02T02:15:10.000Z'],
    );
  });

  for (const [what, item, most] of [
    ['numbers in the place of camera runs', 7, 80_000],
    ['odd camera runs', run, 3000],
  ] as const) {
    it(`takes time in proportion to how many ${what} a record has`, async () => {
      await assertLinear((size) => {
        const signals = { cameraProcessInfo: Array.from({ length: size }, () => item) };
        const { fields = [] } = explained(JSON.stringify({ auth_id: 'fa_1', signals })) ?? {};
        assert.ok(fields.flatMap(({ hint, lines }) => [hint, ...lines()]).length > size);
      }, most);
    });
  }
});
