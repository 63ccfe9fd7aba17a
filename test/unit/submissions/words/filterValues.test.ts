import assert from 'node:assert/strict';
import { valuesIn } from '../../../../src/submissions/words/filterValues.ts';
import { maskWith, unmasked } from '../../../../src/submissions/privacy/mask.ts';
import { Store } from '../../../../src/submissions/store/store.ts';
import { fromWire } from '../fromWire.ts';
import { addAll } from '../stored.ts';

function tallyOf(...records: readonly object[]): Store['tally'] {
  const store = new Store();
  addAll(store, fromWire(...records.map((record, index) => ({ auth_id: `fa_${index}`, ...record }))));
  return store.tally;
}

describe('the values that one can filter by', () => {
  it('are those of what is loaded, the most frequent first', () => {
    const { status } = valuesIn(
      tallyOf({ auth_status: 'approved' }, { auth_status: 'rejected' }, { auth_status: 'rejected' }),
      unmasked,
    );
    assert.deepEqual(status, [
      { value: 'rejected', label: 'Rejected', count: 2 },
      { value: 'approved', label: 'Approved', count: 1 },
    ]);
  });

  it('name a fail code once, in whatever case it came', () => {
    const { failCodes } = valuesIn(
      tallyOf({ fail_code: ['face_cover_fail', 'FACE_COVER_FAIL'] }, { fail_code: ['Face_cover_fail'] }),
      unmasked,
    );
    assert.deepEqual(failCodes, [{ value: 'Face_cover_fail', label: 'Face_cover_fail', count: 2 }]);
  });

  it('show no id in screen-share mode, and still filter by what was sent', () => {
    const record = { auth_status: 'like fa_0', fail_code: ['fa_0'], submit_type: 'as fa_0' };
    const values = valuesIn(
      tallyOf(record),
      maskWith(
        () => 'alias',
        (text) => text === 'fa_0',
      ),
    );
    const all = Object.values(values).flat();
    assert.deepEqual(
      all.map(({ label }) => label.toLowerCase()),
      ['like alias', 'alias', 'as alias'],
    );
    assert.deepEqual(
      all.map(({ value }) => value),
      ['like fa_0', 'fa_0', 'as fa_0'],
    );
  });
});
