import assert from 'node:assert/strict';
import { subtitle } from '../../../src/session/headline.ts';
import type { Row } from '../../../src/session/row.ts';
import { rowsBelow } from '../../../src/session/rows.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { failureCases, type FailureCase } from '../../service/failureCases.ts';
import { production, shownIn } from '../session/opened.ts';
import { below } from '../session/tree.ts';
import { pageSize, startDisturbed, type Disturbed } from './disturbed.ts';
import { sessionOn } from './sessionColumns.ts';

function isFailure(row: Row | undefined): asserts row is Row & { readonly kind: 'failure' } {
  assert.equal(row?.kind, 'failure');
}

describe('a failure that a person meets', () => {
  let disturbed: Disturbed;

  const describeCase = ({ name, begin, end, remedies, row, advice }: FailureCase): void => {
    describe(`when ${name}`, () => {
      before(async () => {
        disturbed = await startDisturbed({
          begin: async (service) => await begin(service),
          ...(end && { end }),
        });
      });

      after(async () => {
        await disturbed[Symbol.asyncDispose]();
      });

      it('is all that the list shows when the first page fails, with what helps, and trying again brings the page', async () => {
        const session = sessionOn(disturbed);
        await disturbed.begin();
        await session.open(production);
        const [failed, ...others] = below(session.state);
        isFailure(failed);
        assert.deepEqual(others, []);
        assert.match(failed.label, row);
        assert.match(failed.description, advice);
        assert.deepEqual(
          rowsBelow(session.state, unmasked, failed).map(({ label }) => label),
          remedies,
        );
        assert.ok(subtitle(session.state, unmasked).endsWith(`. ${failed.label} ${failed.description}`));
        await disturbed.end();
        await session.tryAgain();
        assert.equal(shownIn(session.state).loaded.count, pageSize);
      });

      it('stands in the place of the next page, keeps what was loaded, and trying again goes on from there', async () => {
        const session = sessionOn(disturbed);
        await session.open(production);
        await disturbed.begin();
        await session.loadOlder();
        const failed = below(session.state).at(-1);
        isFailure(failed);
        assert.match(failed.label, row);
        assert.match(failed.description, advice);
        assert.deepEqual(
          rowsBelow(session.state, unmasked, failed).map(({ label }) => label),
          remedies,
        );
        assert.equal(shownIn(session.state).loaded.count, pageSize);
        await disturbed.end();
        await session.tryAgain();
        assert.equal(shownIn(session.state).loaded.count, 2 * pageSize);
      });
    });
  };

  for (const each of failureCases(() => `${disturbed.elsewhere.baseUrl}/faceauth`)) {
    describeCase(each);
  }
});
