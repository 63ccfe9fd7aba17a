import assert from 'node:assert/strict';
import { detailFromText, detailOf, rejected, viewOf, viewOfDetail } from '../records.ts';

const unseen = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** All texts of a view, however deep. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** A record with this text in every place where the service sends text. */
function everywhere(text: string): object {
  const thresholds = ['faceSimilarity', 'occluded', 'faceCover', 'headCover', 'liveness', 'activeLiveness'];
  const scores = ['face_similarity', 'detectOccluded', 'face_cover', 'head_cover', 'liveness_score'];
  return {
    auth_id: text,
    auth_status: text,
    create_time: text,
    submit_type: text,
    kyc_submission_id: text,
    delete_time: text,
    delete_check: false,
    policy: Object.fromEntries(thresholds.map((name) => [`${name}_threshold`, text])),
    result: Object.fromEntries(scores.map((name) => [name, text])),
    reject_comment: [text],
    fail_code: [text],
    signals: {
      startButtonClickTime: text,
      cameraProcessInfo: [
        { type: text, processStartTime: text, processEndTime: text, error: text },
        {
          type: text,
          processStartTime: '2025-10-02T02:15:09Z',
          processEndTime: '2025-10-02T02:15:04Z',
          error: { text },
        },
      ],
    },
    [`new_${text}`]: { [text]: text },
  };
}

describe('hostile text in every field', () => {
  const hostile = [
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '](command:workbench.action.quit) [x](command:y)',
    '$(sync~spin) {0} {1} %s',
    'abc\u202edcba\u2066x\u200b\ufeff',
    'line\none\r\ttab\0nul\u001b[31m\u0085',
    '\u{1f600}'.repeat(300),
    '__proto__',
  ];

  for (const text of hostile) {
    it(`stays plain text on one line: ${JSON.stringify(text.slice(0, 24))}`, () => {
      for (const deleted of [false, true]) {
        const view = viewOf({ ...everywhere(text), delete_check: deleted }, { showDeleted: true, projectName: text });
        const shown = texts({ ...view, attempts: { ...view.attempts, rows: [] } });
        assert.deepEqual(
          shown.filter((one) => unseen.test(one) || !one.isWellFormed()),
          [],
        );
      }
    });
  }

  it('never fills in a place of our own words', () => {
    const { sentence } = viewOf({ ...rejected, auth_status: '{0}', fail_code: ['{1}'] });
    assert.equal(
      sentence.map(({ text }) => text).join(''),
      'The status is “{0}”, neither approved nor rejected; face similarity 71.4 is below the required 85, ' +
        'and the service gave the unknown fail code {1}.',
    );
  });

  it('is cut when it is a megabyte long, and says where all of it is', () => {
    const view = viewOf(everywhere('A'.repeat(1_000_000)));
    assert.ok(Math.max(...texts(view).map(({ length }) => length)) <= 2001);
    assert.ok(JSON.stringify(view).length < 20_000);
    const notes = [...(view.reasons?.notes ?? []), ...(view.unknown?.notes ?? [])];
    assert.equal(notes.filter((note) => note.includes('the JSON document has all of them')).length, 2);
  });

  it('costs little however much of it there is', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `code_${index}`);
    const fields = Object.fromEntries(many.map((name) => [name, name]));
    const view = viewOf({ ...rejected, ...fields, fail_code: many, reject_comment: many });
    assert.ok(JSON.stringify(view).length < 40_000);
  });

  it('cannot pose as a status through the prototype of the record', () => {
    const text = '{"auth_id":"fa_1","__proto__":{"auth_status":"approved","result":{"face_similarity":99}}}';
    const view = viewOfDetail(detailFromText(text));
    assert.equal(view.badge.text, 'No status');
    assert.equal(view.unknown?.fields[0]?.path, '__proto__');
  });

  it('leaves the ids that buttons need as they are', () => {
    const evil = 'fa_<b>\u202e';
    const other = { id: evil, shown: detailOf({ ...rejected, auth_id: evil }).submission };
    const row = viewOf(rejected, { attempts: [other] }).attempts?.rows.find(({ current }) => !current);
    assert.equal(row?.id, evil);
    assert.equal(row.openSpoken, 'Open fa_<b>\\u202e, 02:15:17');
  });
});
