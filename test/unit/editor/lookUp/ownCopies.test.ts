import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { curlCommand } from '../../../../src/api/curl.ts';
import { idsInText } from '../../../../src/submissions/privacy/idInText.ts';
import { explained } from '../../../../src/submissions/words/explained.ts';
import { summaryOf } from '../../../../src/submissions/words/summary.ts';
import { csvOf } from '../../export/support/csvOf.ts';

const oddIds = ['fa_3kJ9xY', 'kyc:12:34', 'user@example.com', 'a/b==12', 'a+b~c!d$e*f_1', 'café_1', '100%'];

function summaryOfId(id: string): string {
  const what = explained(JSON.stringify({ auth_id: id, auth_status: 'rejected', kyc_submission_id: 'kyc_1' }));
  assert.ok(what);
  return summaryOf(what.detail, {
    projectName: 'Production',
    attempts: [],
    showDeleted: false,
    zone: 'utc',
    now: 0,
    locale: 'en',
  });
}

describe('A text that was copied from here and is looked up', () => {
  it('gives the id of a summary, of its line alone, and of the escaped id alone', () => {
    for (const id of oddIds) {
      const summary = summaryOfId(id);
      const line = summary.split('\n').find((one) => one.includes('authId')) ?? '';
      for (const text of [summary, line, line.replace('- authId: ', '')]) {
        assert.deepEqual(idsInText(text), { ids: [id] }, text);
      }
    }
  });

  it('gives the id of a summary, whatever signs join its parts', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9][\w.:@/+=~!$*-]{0,40}[A-Za-z0-9]$/), (id) => {
        fc.pre(!/^(null|nil|none|undefined)$/i.test(id));
        assert.deepEqual(idsInText(summaryOfId(id)), { ids: [id] });
      }),
    );
  });

  for (const shell of ['posix', 'csh', 'nu', 'elvish', 'xonsh', 'pwsh', 'powershell', 'cmd'] as const) {
    it(`gives the id of a cURL command for ${shell}`, () => {
      for (const id of oddIds) {
        const command = curlCommand(new URL('https://host.example/v3'), { authId: id }, shell);
        assert.deepEqual(idsInText(command), { ids: [id] }, command);
      }
    });
  }

  it('gives the ids of an export as CSV, whatever stands in its other cells', async () => {
    const text = await csvOf(
      { auth_id: 'fa_1', reject_comment: ['authId=other_1, "said"\nhe'], signals: { a: 1 } },
      { auth_id: '-fa_2', kyc_submission_id: 'kyc_1', note: { authId: 'other_2' } },
    );
    assert.deepEqual(idsInText(text), { ids: ['fa_1', '-fa_2'] });
  });
});
