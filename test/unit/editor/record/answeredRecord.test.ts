import assert from 'node:assert/strict';
import type { Ask } from '../../../../src/api/client.ts';
import { readPage } from '../../../../src/api/page.ts';
import { LiveRecord } from '../../../../src/editor/record/liveRecord.ts';
import { valueOf } from '../../api/asking.ts';
import { answerOf, production, sessionWith } from '../../session/opened.ts';

describe('Whoever waits for a record that a panel reads', () => {
  it('is told each other answer, and keeps no reading going', async () => {
    const data: object[] = [];
    const ask: Ask = async () => await readPage(answerOf([{ data, nextPage_key: null }]));
    const { records } = sessionWith(() => ask).session;
    const answers: (string | undefined)[] = [];
    const target = { projectId: production.id, id: 'fa_1' };
    const record = new LiveRecord(target, { project: () => production, records }, (answer) => {
      answers.push(valueOf(answer)?.id);
    });
    await record.read();
    data.push({ auth_id: 'fa_1' });
    await record.read();
    assert.deepEqual(answers, [undefined, 'fa_1']);
    assert.equal(record.isViewed, false);
  });
});
