import assert from 'node:assert/strict';
import { explain } from '../../../src/api/explain.ts';
import { reasonOf, type Failure } from '../../../src/api/failure.ts';
import { pagesOf, type Pages } from '../../../src/api/pages.ts';
import { exported, pageOf } from '../export/support/written.ts';
import { pageSize, type Disturbed } from './disturbed.ts';
import type { Column, Shown } from './outcome.ts';

/** An export of everything whose second page meets the fault. When the export asks, the answer is to try again. */
export const rangeExport: Column = {
  place: 'range export',
  before: pageSize,
  walk: async (disturbed) => {
    const { signal } = new AbortController();
    const pages = () => pagesOf(disturbed.ask(), { count: pageSize }, signal);
    let shown: Shown | undefined;
    let done = await exported(disturbedLater(pages(), disturbed), {
      onFailure: async (failure, { records }) => {
        assert.equal(shown, undefined, 'was asked twice');
        shown = shownBy(failure, records, disturbed);
        await disturbed.end();
        return 'again';
      },
    });
    if (done.end.kind !== 'complete') {
      assert.equal(shown, undefined, 'was asked although no page can come');
      const ids = await idsIn(done.text);
      assert.equal(ids.join(), disturbed.service.allIds().slice(0, ids.length).join());
      shown = shownBy(done.end, ids.length, disturbed);
      await disturbed.end();
      done = await exported(pages());
      assert.equal(done.end.kind, 'complete');
    }
    const ids = await idsIn(done.text);
    assert.equal(done.report.records, ids.length);
    return { shown, ids, wanted: disturbed.service.allIds(), dropped: done.report.duplicates };
  },
};

async function* disturbedLater(pages: Pages, { begin }: Disturbed): Pages {
  let steps = 0;
  for await (const page of pages) {
    yield page;
    assert.ok(++steps < 200, 'comes to no end');
    if (steps === 1) {
      await begin();
    }
  }
}

function shownBy(failure: Failure, kept: number, { tries }: Disturbed): Shown {
  const { summary, advice } = explain(failure);
  return { reason: reasonOf(failure), tries: tries(), kept, words: `${summary} ${advice}` };
}

async function idsIn(json: string): Promise<readonly string[]> {
  const { records } = await pageOf(json);
  return [...records.ids];
}
