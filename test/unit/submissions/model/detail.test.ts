import assert from 'node:assert/strict';
import { detailFromText, detailOf, rejected } from '../records.ts';

function errorsOf(errors: readonly unknown[]): readonly (string | undefined)[] {
  const cameraProcessInfo = errors.map((error) => ({ error }));
  return detailOf({ ...rejected, signals: { cameraProcessInfo } }).processes.map(({ error }) => error);
}

describe('the detail of a record', () => {
  it('keeps times as sent beside what they mean', () => {
    const { created } = detailOf(rejected);
    assert.deepEqual(created, { text: '2025-10-02T02:15:17.554Z', time: Date.UTC(2025, 9, 2, 2, 15, 17, 554) });
  });

  it('keeps times that cannot be read', () => {
    const signals = { startButtonClickTime: 'YYYY-MM-DD-HH-MM-SS-ZZZ' };
    assert.deepEqual(detailOf({ ...rejected, signals }).startClick, {
      text: 'YYYY-MM-DD-HH-MM-SS-ZZZ',
      time: undefined,
    });
  });

  it('takes null and empty times for none', () => {
    assert.equal(detailOf({ ...rejected, create_time: null }).created, undefined);
    assert.equal(detailOf({ ...rejected, create_time: '' }).created, undefined);
  });

  it('finds comments in each of their spellings, also as one string', () => {
    for (const name of ['reject_comment', 'rejectComment', 'rejected_comment']) {
      assert.deepEqual(detailOf({ auth_id: 'fa_1', [name]: 'too dark' }).comments, ['too dark']);
    }
  });

  it('writes errors that are no text as JSON', () => {
    assert.deepEqual(errorsOf(['lost', { code: 7 }, true, 5, [0, 'lost']]), [
      'lost',
      '{"code":7}',
      'true',
      '5',
      '[0,"lost"]',
    ]);
  });

  it('takes for no error what says that there was none', () => {
    const none = [null, '', ' ', false, 'False', 'no', 0, '0', 'None', 'null', 'N/A', [], {}, [''], [null, false]];
    const typed = [{ code: null, message: null }, { code: 0, message: 'none', causes: [{}] }, { BOOL: false }];
    for (const error of [...none, ...typed]) {
      assert.deepEqual(errorsOf([error]), [undefined], JSON.stringify(error));
    }
  });

  it('takes for an error what is nested beyond all reason', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const { processes } = detailFromText(`{"auth_id":"a","signals":{"cameraProcessInfo":[{"error":${deep}}]}}`);
    assert.equal(processes[0]?.error, '[…]');
  });

  it('lists unknown fields of every level with their path', () => {
    const { unknownFields } = detailOf({
      ...rejected,
      sdk: '3.4',
      policy: { ...rejected.policy, mask_threshold: 3 },
      result: { glare: null },
      signals: { battery: 0.5, cameraProcessInfo: [{}, { lens: [1, 2] }] },
    });
    assert.deepEqual(
      unknownFields.map(({ path, json }) => `${path} ${json}`),
      [
        'sdk "3.4"',
        'policy.mask_threshold 3',
        'result.glare null',
        'signals.battery 0.5',
        'signals.cameraProcessInfo[1].lens [1,2]',
      ],
    );
  });

  it('lists a field named __proto__ like any other', () => {
    const { unknownFields } = detailFromText('{"auth_id":"fa_1","__proto__":{"auth_status":"approved"}}');
    assert.deepEqual(unknownFields, [{ path: '__proto__', json: '{"auth_status":"approved"}' }]);
  });

  it('lists unknown fields as they were sent: every digit, and names in their order', () => {
    const json = '{"auth_id":"fa_1","serial":12345678901234567890,"ref": 1.0,"big":1e400,"map":{"b":1, "2":0,"1":-0}}';
    assert.deepEqual(
      detailFromText(json).unknownFields.map(({ path, json: value }) => `${path} ${value}`),
      ['serial 12345678901234567890', 'ref 1.0', 'big 1e400', 'map {"b":1, "2":0,"1":-0}'],
    );
  });

  it('survives fields that are nested beyond all reason', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const { unknownFields } = detailFromText(`{"auth_id":"fa_1","deep":${deep}}`);
    assert.deepEqual(unknownFields, [{ path: 'deep', json: deep }]);
  });
});
