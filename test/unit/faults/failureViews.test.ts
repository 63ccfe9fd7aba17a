import assert from 'node:assert/strict';
import { reasonOf } from '../../../src/api/failure.ts';
import { emptinessOf } from '../../../src/session/headline.ts';
import type { Session } from '../../../src/session/session.ts';
import { failureCases, type FailureCase } from '../../service/failureCases.ts';
import { manifest, texts } from '../declared.ts';
import { production, shownIn } from '../session/opened.ts';
import { below } from '../session/tree.ts';
import { pageSize, startDisturbed, type Disturbed } from './disturbed.ts';
import { sessionOn } from './sessionColumns.ts';

/** What the empty view shows for a failure: the texts of the manifest whose condition names its reason. */
function welcomeFor(reason: string): string {
  const condition = `faceauth.empty == 'failed' && faceauth.failure == '${reason}'`;
  const found = manifest.contributes.viewsWelcome.filter(({ when }) => when === condition);
  assert.equal(found.length, 1, `one view says what ${reason} is`);
  return texts[found[0]?.contents.replaceAll('%', '') ?? ''] ?? '';
}

/** The titles of the buttons, which are links to commands on lines of their own. */
function buttonsIn(welcome: string): readonly string[] {
  return [...welcome.matchAll(/^\[(.+)\]\(command:.+\)$/gm)].map(([, title = '']) => title);
}

function reasonIn({ state }: Session): string {
  assert.equal(state.kind, 'failed');
  return reasonOf(state.failure);
}

describe('a failure that a person meets', () => {
  let disturbed: Disturbed;

  const describeCase = ({ name, begin, end, words, buttons, row, advice }: FailureCase): void => {
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

      it('is said by the empty view with what helps, and trying again brings the first page', async () => {
        const session = sessionOn(disturbed);
        await disturbed.begin();
        await session.open(production);
        assert.equal(emptinessOf(session.state), 'failed');
        const welcome = welcomeFor(reasonIn(session));
        const [said = ''] = welcome.split('\n');
        assert.ok(said.includes(words), said);
        assert.ok(said.length > words.length, `what helps stands beside what happened: ${said}`);
        assert.deepEqual(buttonsIn(welcome), buttons);
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
        assert.equal(failed?.kind, 'failure');
        assert.match(failed.label, row);
        assert.match(failed.description, advice);
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
