import assert from 'node:assert/strict';
import { production, sessionOf, shownIn, staging } from './opened.ts';

describe('a project that got another name', () => {
  const nameOf = ({ session }: ReturnType<typeof sessionOf>): string => shownIn(session.state).project.name;

  it('has it at once, and after a refresh', async () => {
    const opened = sessionOf([[{ auth_id: 'one' }]]);
    await opened.session.open(production);
    opened.session.rename({ ...production, name: 'B' });
    assert.equal(nameOf(opened), 'B');
    await opened.session.refresh();
    assert.equal(nameOf(opened), 'B');
  });

  it('has the name that it is opened with, also where it got that while another project was shown', async () => {
    const opened = sessionOf([[{ auth_id: 'one' }]]);
    const { session } = opened;
    await session.open(production);
    session.rename({ ...production, name: 'B' });
    await session.open(staging);
    await session.open({ ...production, name: 'C' });
    assert.equal(nameOf(opened), 'C');
  });
});
