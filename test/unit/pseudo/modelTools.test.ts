import assert from 'node:assert/strict';
import { demoRecords } from '../../../src/demo/records.ts';
import { answered } from '../../../src/editor/modelTools/answer.ts';
import type { ToolInput } from '../../../src/editor/modelTools/toolInput.ts';
import { readingOf } from '../editor/modelTools/reading.ts';
import { speakPseudo, untranslated, wordsOf } from './language.ts';

const demo = demoRecords({ seed: 3, size: 100, newest: Date.UTC(2027, 0, 15, 12), broken: false });
// Comments are English prose of the service, and would hide ours.
const records = Array.from({ length: 100 }, (_, index) => ({
  ...(demo.record(index) as { readonly auth_id?: string }),
  reject_comment: ['12 > 3'],
}));

describe('the answers to a language model', () => {
  speakPseudo();

  it('are in the language of the words, but for the record as JSON', async () => {
    const reading = { ...(await readingOf([records])), locale: 'ko' };
    // People read these two as words.
    const words = [...wordsOf(records)].filter((word) => word !== 'approved' && word !== 'rejected');
    const known = new Set([...words, 'authId', 'id']);
    const inputs: readonly ToolInput[] = [
      { name: 'faceauth_findSubmissions', input: { most: 50 } },
      { name: 'faceauth_summarizeInsights', input: {} },
      { name: 'faceauth_summarizeInsights', input: { status: 'none of them' } },
      { name: 'faceauth_tryThresholds', input: { faceSimilarity: 97 } },
      { name: 'faceauth_explainVerdict', input: { submission: 'none of them' } },
      ...records.flatMap(({ auth_id: submission = '' }): ToolInput[] =>
        submission === '' ? [] : [{ name: 'faceauth_explainVerdict', input: { submission } }],
      ),
    ];
    assert.ok(inputs.length > 50);
    for (const asked of inputs) {
      const text = await answered(asked, reading, async () => await Promise.resolve(false));
      const withoutAliases = text.replaceAll(/id-[a-z2-8]{12}/g, '');
      assert.deepEqual(untranslated([withoutAliases], known), []);
    }
  });
});
