import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Result } from '../../../src/api/failure.ts';
import { readPage, type Answer, type Page } from '../../../src/api/page.ts';
import type { PageRecords } from '../../../src/api/pageRecords.ts';
import { createLocator } from '../../../src/api/where.ts';
import { DEMO_KEY, demoService } from '../../../src/demo/service.ts';
import type { State } from '../../../src/session/state.ts';
import { numbersOf } from '../../../src/submissions/model/groups.ts';
import { recordText } from '../../../src/submissions/store/recordText.ts';
import { keep } from '../../../src/submissions/store/source.ts';
import { createReader, snapshotOf, type Submission } from '../../../src/submissions/model/submission.ts';
import { NEWEST } from '../../service/service.ts';
import type { Envelope } from '../../service/exchange.ts';
import { outcomeOf, production, sessionWith, shownIn } from '../session/opened.ts';
import { everyRow } from '../session/tree.ts';
import { bytesOf, mutatedPages, textIn } from './drafts.ts';
import { expectedCopies, expectedOf, type ExpectedValue } from './expectedPage.ts';
import { isNamed, textOf, type Holder, type Tree } from './jsonTree.ts';
import type { Draft } from './mutations.ts';

const numRuns = Number(process.env['FACEAUTH_CASES'] ?? 2000);

// Enough of them to hold every oddity of the demo.
async function demoRecords(): Promise<readonly unknown[]> {
  const service = demoService({ seed: 1, size: 5000, newest: NEWEST });
  const answer = await service(
    new Request('https://demo.invalid/v3/faceauth?count=2000', { headers: { 'x-api-key': DEMO_KEY } }),
  );
  const [page] = (await answer.json()) as Envelope[];
  assert.equal(page?.data.length, 2000);
  return page.data;
}

async function opened(answer: Answer): Promise<State> {
  const ask = async () => await readPage(answer);
  const { session } = sessionWith(() => ask);
  await session.open(production);
  return session.state;
}

function loadedIn(state: State): readonly Submission[] {
  const { groups, store } = shownIn(state).loaded;
  return Array.from(numbersOf(groups), (number) => store.at(number));
}

function sentAt({ top }: Draft, { element, position }: Submission): Buffer {
  const isHolder = (tree: Tree | undefined): tree is Holder => typeof tree === 'object';
  const root = top.entries[0]?.value;
  assert.ok(isHolder(root));
  const one = root.entries[element]?.value;
  assert.ok(isHolder(one));
  if (position === undefined) {
    return bytesOf(textOf(one));
  }
  const data = one.entries.findLast((entry) => isNamed(entry, 'data'))?.value;
  assert.ok(isHolder(data));
  return bytesOf(textOf(data.kind === 'object' ? data : (data.entries[position]?.value ?? '')));
}

const withoutSpace = (json: string): string => json.replaceAll(/("(?:[^"\\]+|\\.)*")|[ \t\r\n]+/g, '$1');

const placesOf = (all: readonly Omit<ExpectedValue, 'id' | 'deleted'>[]): readonly string[] =>
  all.map(({ element, position }) => `${element}/${position}`).toSorted();

function assertCounted(state: State, values: readonly ExpectedValue[]): void {
  const { broken, ...found } = shownIn(state).loaded;
  const all = loadedIn(state);
  const expected = expectedCopies(values);
  for (const { id, copies, least, most } of expected) {
    const loaded = all.filter((one) => one.id === id);
    assert.ok(loaded.length >= least && loaded.length <= most, `${id}: ${loaded.length}, not ${least} to ${most}`);
    const places = placesOf(copies);
    assert.ok(placesOf(loaded).every((place) => places.includes(place)));
    assert.ok(most > 1 || loaded[0]?.deleted === copies.some(({ deleted }) => deleted));
  }
  assert.deepEqual(placesOf(broken), placesOf(values.filter(({ id }) => id === undefined)));
  const readable = values.filter(({ id }) => id !== undefined).length;
  assert.deepEqual([found.count, found.count + found.duplicates + found.changed], [all.length, readable]);
  const rows = everyRow(state);
  assert.deepEqual(
    rows.flatMap((row) => (row.kind === 'submission' ? [row.submission.id] : [])).toSorted(),
    all.map(({ id }) => id).toSorted(),
  );
  assert.equal(rows.filter(({ kind }) => kind === 'broken').length, broken.length);
}

async function assertAsReceived(draft: Draft, bytes: Buffer, state: State): Promise<void> {
  // An envelope that was sent without a list is kept within a list.
  const isAlone = /^\ufeff?\s*\{/.test(bytes.toString());
  const kept = isAlone
    ? Buffer.concat([Buffer.from('['), bytes.subarray(bytes.indexOf('{')), Buffer.from(']')])
    : bytes;
  for (const { source } of shownIn(state).loaded.pages) {
    await source.settled;
    assert.equal(Buffer.compare(await source.bytes(), kept), 0);
  }
  for (const submission of loadedIn(state)) {
    const received = await submission.source.bytes();
    const { start, end } = createLocator(received)(submission);
    const sent = sentAt(draft, submission);
    assert.equal(Buffer.compare(received.subarray(start, end), sent), 0);
    assert.equal(withoutSpace(new TextDecoder().decode(await recordText(submission))), withoutSpace(sent.toString()));
  }
}

const nowhere = keep(new Uint8Array());

/** What a page says of every record, without unknown values: they may be nested too deeply to be compared. */
function plainly(result: Result<Page>): unknown {
  const read = createReader();
  const submissionsIn = (records: PageRecords): readonly Submission[] =>
    records.ids.map((_, index) => snapshotOf(read(records.at(index), { source: nowhere, ...records.where(index) })));
  return result.ok ? { ...result.value, records: submissionsIn(result.value.records) } : result;
}

describe('a page that is changed at random', () => {
  const seen = { pages: 0, failed: 0, records: 0, broken: 0 };

  it('costs no record: each is loaded or counted as broken, and stays as it was sent to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedPages(await demoRecords()), async (draft) => {
        const bytes = bytesOf(textIn(draft));
        const expected = expectedOf(bytes);
        const state = await opened({ bytes, contentType: 'application/json' });
        seen.pages++;
        if (typeof expected === 'string') {
          seen.failed++;
          assert.ok(state.kind === 'failed' && state.failure.kind === 'unexpected', state.kind);
          assert.equal(state.failure.cause, expected);
          return;
        }
        // The session goes on after an empty page. Here the next page is always the same page.
        assert.ok(['ready', 'endless', 'noWayOn'].includes(outcomeOf(state)), outcomeOf(state));
        assertCounted(state, expected);
        seen.records += shownIn(state).loaded.count;
        seen.broken += shownIn(state).loaded.broken.length;
        await assertAsReceived(draft, bytes, state);
      }),
      { numRuns },
    );
    // Otherwise the test has tried too few kinds of pages.
    assert.ok(seen.failed > 0 && seen.failed < seen.pages / 2, `${seen.failed} of ${seen.pages} were no pages`);
    assert.ok(seen.broken > 0 && seen.broken < seen.records, `${seen.broken} broken, ${seen.records} loaded`);
  }).timeout(0);

  it('is the same when it is read record by record', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedPages(await demoRecords()), async (draft) => {
        const answer = { bytes: bytesOf(textIn(draft)), contentType: 'application/json' };
        assert.deepEqual(plainly(await readPage(answer, true)), plainly(await readPage(answer, false)));
      }),
      { numRuns },
    );
  }).timeout(0);

  after(() => {
    const { pages, failed, records, broken } = seen;
    console.log(`      ${pages} answers: ${failed} no pages; ${records} records loaded, ${broken} broken`);
  });
});
