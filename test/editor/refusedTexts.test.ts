import assert from 'node:assert/strict';
import { askForFilter } from '../../src/editor/list/filterLoaded.ts';
import { askForRange } from '../../src/editor/list/filterDates.ts';
import { askForIds } from '../../src/editor/lookUp/idPick.ts';
import { usualArrangement } from '../../src/session/arrangement.ts';
import { Collection } from '../../src/session/collection.ts';
import { unmasked } from '../../src/submissions/privacy/mask.ts';
import { Person } from './support/rooms.ts';
import { until } from './support/window.ts';

describe('A text that a person enters wrongly', () => {
  let person: Person;

  beforeEach(() => {
    person = new Person();
  });

  afterEach(() => {
    person.restore();
  });

  const refusesId = (what: string, text: string, words: RegExp): void => {
    it(`as an id, such as ${what}, is refused in words and not taken`, async () => {
      const answer = askForIds({
        title: 'Look Up Submission',
        offers: [],
        mask: () => unmasked,
        isKnown: () => false,
        isKey: async () => await Promise.resolve(false),
        many: true,
      });
      const list = person.list ?? assert.fail('no list is open');
      list.value = text;
      await until('it says what is wrong', () => words.test(list.items[0]?.label ?? ''));
      await person.accept();
      assert.match(list.items[0]?.label ?? '', words);
      list.hide();
      assert.equal(await answer, undefined);
    });
  };

  refusesId('two words', 'not an id', /an id has no spaces/);
  refusesId('10,000 characters', 'x'.repeat(10_000), /longer than 256 characters/);
  refusesId('an empty name', 'authId=""', /There is no authId in this text/);

  const refusesDays = (what: string, text: string, words: string): void => {
    it(`as days, such as ${what}, is refused in words and not taken`, async () => {
      const answer = askForRange('Filter by Date', undefined);
      const box = person.box ?? assert.fail('no box is open');
      await person.enter(text);
      const said = box.validationMessage;
      assert.ok((typeof said === 'object' ? said.message : (said ?? '')).startsWith(words));
      box.hide();
      assert.equal(await answer, undefined);
    });
  };

  refusesDays(
    'two in the wrong order',
    '2025-10-31 2025-10-01',
    'The first day, 2025-10-31, is after the last, 2025-10-01.',
  );
  refusesDays('one that does not exist', '2025-02-30', '2025-02-30 is not a day of the calendar.');
  refusesDays('words', 'yesterday', 'Enter one or two days');

  const filterBy = async (text: string) => {
    person.answer = async (asked) =>
      await Promise.resolve(asked === 'Filter Loaded Submissions' ? 'KYC submission…' : text);
    return await askForFilter({
      loaded: new Collection(usualArrangement).loaded,
      filter: {},
      mask: () => unmasked,
      isKey: async () => await Promise.resolve(false),
    });
  };

  it('as an id of a filter is taken without the invisible characters at its ends', async () => {
    assert.deepEqual(await filterBy('\u200b kyc_1\u2060\u00ad'), { kycId: 'kyc_1' });
    assert.ok(!person.heard.some((text) => text.includes('invisible')));
  });

  it('as an id of a filter is told of by the name of an invisible character inside', async () => {
    await filterBy('kyc\u200b_1');
    assert.equal(person.heard.at(-1), 'This text holds an invisible character, U+200B.');
  });
});
