import assert from 'node:assert/strict';
import { demoRecords } from '../../../src/demo/records.ts';
import { insightsOf } from '../../../src/insights/insights.ts';
import { markdownOf } from '../../../src/insights/markdown.ts';
import { sheetOf } from '../../../src/insights/spreadsheet.ts';
import { startFrom } from '../../../src/insights/thresholds.ts';
import { insightsView } from '../../../src/insights/view.ts';
import { headline, subtitle } from '../../../src/session/headline.ts';
import { groupings } from '../../../src/submissions/model/groups.ts';
import { findingKinds } from '../../../src/submissions/model/findings.ts';
import type { LoadedFilter } from '../../../src/submissions/model/filter.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { explained } from '../../../src/submissions/words/explained.ts';
import { failureWords } from '../../../src/submissions/words/failureWords.ts';
import { findingValues } from '../../../src/submissions/words/filterValues.ts';
import { filterWords } from '../../../src/submissions/words/filterWords.ts';
import { summaryOf } from '../../../src/submissions/words/summary.ts';
import { demoProject } from '../../../src/sources/demo.ts';
import { everyFailure } from '../api/everyFailure.ts';
import { storeOf, tried } from '../insights/viewed.ts';
import { production, sessionOf } from '../session/opened.ts';
import { everyRow } from '../session/tree.ts';
import { fromWire } from '../submissions/fromWire.ts';
import { detailOf, viewOf } from '../submissions/records.ts';
import { deleted, misspelt, occluded } from '../submissions/samples.ts';
import { speakPseudo, textsIn, untranslated, wordsOf } from './language.ts';

const newest = Date.UTC(2027, 0, 15, 12);
const demo = demoRecords({ seed: 3, size: 400, newest, broken: true });
// Comments are English prose of the service, and would hide ours.
const records = Array.from({ length: 400 }, (_, index) => demo.record(index))
  .filter((one): one is object => typeof one === 'object' && one !== null)
  .map((one) => ('reject_comment' in one ? { ...one, reject_comment: ['12 > 3'] } : one));
const odd = [
  occluded,
  deleted,
  misspelt,
  { auth_id: 'x' },
  { auth_id: 'x', auth_status: 'pending', create_time: 'soon', delete_check: true, delete_time: 'once' },
  { ...occluded, result: { face_similarity: 'much', liveness: 1e9 }, policy: { faceSimilarity_threshold: 'high' } },
];
const data = wordsOf(records, odd, 'Production');
// People read these two as words.
const words = new Set([...data].filter((word) => word !== 'approved' && word !== 'rejected'));
// What a page needs to draw a part or to answer a click, and a person never sees.
const hidden = new Set(['icon', 'tone', 'action', 'key', 'keys', 'series', 'remedy', 'choice']);
const context = { projectName: 'Production', zone: 'utc', locale: 'ko', showDeleted: true, now: newest } as const;

function assertTranslated(shown: readonly string[], known: ReadonlySet<string> = words): void {
  assert.ok(shown.length > 0);
  assert.deepEqual(untranslated(shown, known), []);
}

describe('all words are in the language of the translation, and none is cut,', () => {
  speakPseudo();

  it('in the pages of records', () => {
    for (const record of [...records, ...odd]) {
      const attempts = fromWire(...records.slice(0, 3)).map((shown) => ({ id: shown.id, shown }));
      const neighbours = { previous: true, next: false };
      for (const showDeleted of [true, false]) {
        const view = viewOf(record, { ...context, attempts, neighbours, showDeleted });
        assertTranslated(textsIn(view, hidden));
      }
    }
  });

  it('in the summary of a record', () => {
    for (const record of [...records, ...odd]) {
      const known = new Set([...words, 'authId']);
      assertTranslated([summaryOf(detailOf(record), { ...context, attempts: [] })], known);
    }
  });

  it('in what JSON documents say of themselves', () => {
    for (const record of [...records, ...odd]) {
      const fields = explained(JSON.stringify(record))?.fields ?? [];
      assertTranslated(
        fields.flatMap(({ hint, lines }) => [hint, ...lines()]),
        // It names the usual spelling of fields.
        new Set([...words, 'livenessScore', 'activeLivenessScore', 'ISO', 'KYC']),
      );
    }
  });

  for (const grouping of groupings) {
    it(`in the rows of the tree by ${grouping}`, async () => {
      for (const rowLabel of ['id', 'reason'] as const) {
        const { session } = sessionOf([[...records, null, 5], []], { grouping, rowLabel });
        await session.open(production);
        const rows = everyRow(session.state);
        assert.ok(rows.length > records.length);
        const shown = rows.flatMap(({ label, description, spoken }) => [label, description, spoken]);
        // Where a broken record stands, and what it is, as JSON calls it.
        assertTranslated(shown, new Set([...words, 'data', 'object', 'array']));
        assertTranslated([headline(session.state, unmasked), subtitle(session.state, unmasked)]);
      }
    });
  }

  it('in the words for every failure, in all places', () => {
    for (const failure of Object.values(everyFailure)) {
      const { summary, advice, remedies } = failureWords(failure, unmasked, 'utc');
      const named = wordsOf(
        failure,
        'HTTP',
        'JSON',
        'MiB',
        'auth_id',
        'data',
        'CORS',
        'faceauth.pageSize',
        'faceauth.requestTimeoutSeconds',
      );
      assertTranslated(
        [summary, advice, ...remedies.map(({ label }) => label)].filter((text) => text !== ''),
        named,
      );
    }
  });

  it('in Insights, its simulator and its tables', async () => {
    const store = storeOf(records);
    const known = new Set([...words, ...records.map((_, index) => `id${index}`)]);
    for (const filter of [{}, { statuses: ['rejected'] }, { idPart: 'none of them' }]) {
      const insights = await insightsOf(store, filter, { zone: 'utc', margin: 5, now: Infinity });
      assert.ok(insights);
      const input = { store, ...insights, facts: [], remedies: [], filter, filterText: '', zone: 'utc' } as const;
      const made = insightsView({ ...input, margin: 5, locale: 'ko', mask: unmasked, generation: 1 });
      const thresholds = startFrom(insights.recorded).map((threshold, check) => (check === 0 ? 97 : threshold));
      const simulation = await tried({ store, insights, ...made }, thresholds, { choices: ['asRecorded'] });
      assertTranslated(textsIn([made.view, simulation], hidden), known);
      assertTranslated([markdownOf(made.view, simulation)], known);
      assertTranslated(textsIn(sheetOf(made.view, simulation), hidden), known);
    }
  });

  it('in the filters and their values', () => {
    const filters: readonly LoadedFilter[] = [
      { idPart: 'fa', statuses: ['rejected', '', 'pending'], failCodes: ['', 'Face_Occluded_fail'] },
      { submitTypes: ['', 'form'], findings: findingKinds, deleted: true, nearMiss: true, kycId: 'kyc' },
      { deleted: false, days: { from: 20_000, to: 20_003, zone: 'local' }, policy: 'x' },
      {
        score: { check: 'faceSimilarity', from: 0, to: 50 },
        and: [{ score: { check: 'faceCover', from: 90, to: 100 } }],
      },
    ];
    assertTranslated(
      filters.flatMap((filter) => filterWords(filter, unmasked)),
      wordsOf(filters),
    );
    assertTranslated(findingValues().map(({ label }) => label));
  });

  it('in the name of the demo project', () => {
    assertTranslated([demoProject.name]);
  });
});

describe('dates', () => {
  it('are in the language of the words', () => {
    const facts = viewOf(occluded, { ...context, attempts: [] }).facts.map(({ value }) => value);
    assert.match(facts.join('\n'), /2025년 10월 2일/);
    assert.match(facts.join('\n'), /개월 전/);
  });
});
