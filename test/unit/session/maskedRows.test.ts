import assert from 'node:assert/strict';
import { headline, subtitle } from '../../../src/session/headline.ts';
import { rowsBelow } from '../../../src/session/rows.ts';
import type { Row } from '../../../src/session/row.ts';
import type { Session } from '../../../src/session/session.ts';
import type { State } from '../../../src/session/state.ts';
import { groupings } from '../../../src/submissions/model/groups.ts';
import { maskWith, type Mask } from '../../../src/submissions/privacy/mask.ts';
import { startService } from '../../service/service.ts';
import { KEY } from '../api/asking.ts';
import { submissionOf } from '../submissions/fromWire.ts';
import { production, sessionAt, sessionOf, shownIn } from './opened.ts';

// The same alias for every id, and for every text that holds one.
function maskOf(session: Session): Mask {
  return maskWith(
    () => 'alias',
    (text) => session.records.isId(text),
  );
}

// Every row on every level, as one sees it.
function visible(state: State, mask: Mask, row?: Row): readonly string[] {
  return rowsBelow(state, mask, row).flatMap((one) => [
    one.label,
    one.description,
    one.spoken,
    ...visible(state, mask, one),
  ]);
}

describe('the rows under a mask', () => {
  for (const grouping of groupings) {
    it(`by ${grouping} hold no id of anything that is loaded`, async () => {
      await using service = await startService({ size: 300, keys: [KEY] });
      const { session } = sessionAt(service.baseUrl, { arrangement: { grouping } });
      await session.open(production);
      for (let page = 0; page < 4; page++) {
        await session.loadOlder();
      }
      const [known] = [...shownIn(session.state).loaded.store.numbersIn(0)];
      session.records.showLookedUp(production, shownIn(session.state).loaded.store.at(known ?? 0));
      const ids = [
        service.allIds(),
        Array.from({ length: 300 }, (_, index) => index).flatMap((index) =>
          kycIdOf(service.recordsAt(index, index + 1)),
        ),
      ].flat();
      const text = visible(session.state, maskOf(session)).join('\n');
      const shown = visible(session.state, { on: false, id: (id) => id, text: (all) => all }).join('\n');
      assert.ok(ids.some((id) => shown.includes(id)));
      for (const id of ids) {
        assert.ok(!text.includes(id), id);
      }
      assert.ok(text.includes('alias'));
    });
  }

  it('hold none either where other texts hold it', async () => {
    const id = 'fa_secret1';
    const long = `${'x'.repeat(50)} ${id}`;
    const record = {
      auth_id: id,
      auth_status: `status of ${id}`,
      kyc_submission_id: 'kyc_secret2',
      fail_code: [id, `code-of ${id}`, long, 'for kyc_secret2'],
      create_time: '2027-01-15T10:00:00Z',
    };
    for (const grouping of groupings) {
      const { session } = sessionOf([[record, { auth_id: 'two', create_time: 5 }], []], { grouping });
      await session.open(production);
      session.records.showLookedUp(production, submissionOf(record));
      const text = visible(session.state, maskOf(session)).join('\n');
      assert.doesNotMatch(text, /secret/);
    }
  });

  it('hold no part of an id that is cut off', async () => {
    const id = `fa_${'secret'.repeat(20)}`;
    const { session } = sessionOf([
      [{ auth_id: id, fail_code: [`${'x'.repeat(40)} ${id}`], auth_status: `${'y'.repeat(50)} ${id}` }],
    ]);
    await session.open(production);
    assert.doesNotMatch(visible(session.state, maskOf(session)).join('\n'), /secret/);
  });

  it('have the ids that they have without it, so that nothing folds or scrolls away', async () => {
    const { session } = sessionOf([[{ auth_id: 'fa_1', kyc_submission_id: 'kyc_1' }, { auth_id: 'fa_2' }]]);
    await session.open(production);
    const ids = (mask: Mask, row?: Row): readonly string[] =>
      rowsBelow(session.state, mask, row).flatMap((one) => [one.id, ...ids(mask, one)]);
    for (const grouping of groupings) {
      await session.arrange({ grouping });
      assert.deepEqual(ids(maskOf(session)), ids({ on: false, id: (id) => id, text: (text) => text }));
    }
  });
});

describe('the line above the rows under a mask', () => {
  it('holds no id that the filter asks for, and says that ids are replaced', async () => {
    const { session } = sessionOf([
      [
        {
          auth_id: 'fa_secret',
          kyc_submission_id: 'kyc_secret',
          auth_status: 'of fa_secret',
          fail_code: ['of fa_secret'],
          submit_type: 'fa_secret',
        },
      ],
    ]);
    await session.open(production);
    await session.arrange({
      filter: {
        idPart: 'secret',
        kycId: 'kyc_secret',
        statuses: ['of fa_secret'],
        failCodes: ['of fa_secret'],
        submitTypes: ['fa_secret'],
      },
    });
    assert.equal(
      headline(session.state, maskOf(session)).replace(/ · as of \d\d:\d\d/, ''),
      'Production · id contains “alias” · of alias · of alias · alias · KYC submission alias · 1 of 1 match, all loaded · screen-share mode',
    );
  });

  it('holds no id of a failure', async () => {
    const { session } = sessionOf([[{ auth_id: 'fa_secret' }]]);
    await session.open(production);
    assert.ok(session.state.kind === 'ready');
    const failure = { kind: 'refused', status: 400, message: 'no such id fa_secret' } as const;
    const state = { ...session.state, kind: 'failed', failure } as const;
    assert.match(subtitle(state, maskOf(session)), /no such id alias/);
    assert.doesNotMatch(visible(state, maskOf(session)).join('\n'), /secret/);
  });
});

function kycIdOf(records: readonly unknown[]): readonly string[] {
  return records.flatMap((record) => {
    const id: unknown =
      typeof record === 'object' && record !== null ? Reflect.get(record, 'kyc_submission_id') : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}
