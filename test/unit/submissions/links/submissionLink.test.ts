import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readSubmissionLink, submissionLink } from '../../../../src/submissions/links/submissionLink.ts';

const origin = 'vscode://faceauth.faceauth-inspector';

// As VS Code hands a link over: path and query apart, each decoded once.
function handedOver(link: string): { readonly path: string; readonly query: string } {
  const { pathname, search } = new URL(link);
  return { path: decodeURIComponent(pathname), query: decodeURIComponent(search.slice(1)) };
}

const read = (query: string) => readSubmissionLink({ path: '/submission', query });

describe('A link to a submission', () => {
  it('names the id and the project', () => {
    assert.equal(
      submissionLink(origin, { authId: 'fa_1', project: 'Staging' }),
      'vscode://faceauth.faceauth-inspector/submission?authId=fa_1&project=Staging',
    );
  });

  it('comes back as what it was made of, whatever signs are in it', () => {
    const id = fc.string({
      unit: fc.constantFrom(...'a Z 0 9 _ - . : ~ % & = + # ? / @ ! ( ) * é 한'.split(' ')),
      minLength: 1,
      maxLength: 40,
    });
    const project = fc.string({
      unit: fc.constantFrom(' ', ...'a Z 0 % & = + # ? / " é 한'.split(' ')),
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(id, project, (authId, name) => {
        const back = readSubmissionLink(handedOver(submissionLink(origin, { authId, project: name })));
        assert.deepEqual(back, { authId, project: name });
      }),
    );
  });

  it('may leave the project out', () => {
    assert.deepEqual(read('authId=fa_1'), { authId: 'fa_1', project: undefined });
    assert.deepEqual(read('authId=fa_1&project='), { authId: 'fa_1', project: undefined });
  });

  it('may be written by hand, encoded once or not at all', () => {
    assert.deepEqual(read('project=my project&authId=fa_1'), { authId: 'fa_1', project: 'my project' });
    assert.deepEqual(read('project=my%20project&authId=fa_1'), { authId: 'fa_1', project: 'my project' });
  });
});

describe('A link that opens nothing', () => {
  for (const query of [
    '',
    'authId',
    'authId=',
    'auth_id=fa_1',
    'authid=fa_1',
    'authId=fa 1',
    'authId=fa_1\nfa_2',
    'authId=fa_1%0d%0aX-API-Key: x',
    'authId= fa_1',
    'authId=fa_\u202e1',
    'authId=fa_\u200b1',
    'authId=fa_\ud800',
    `authId=${'a'.repeat(257)}`,
    `authId=${'a'.repeat(1_000_000)}`,
  ]) {
    it(`names no id that can be asked for: ${JSON.stringify(query.slice(0, 40))}`, () => {
      assert.equal(read(query), 'noId');
    });
  }

  it('names one thing twice, so that two readers might take different ones', () => {
    assert.equal(read('authId=fa_1&authId=fa_2'), 'ambiguous');
    assert.equal(read('authId=fa_1&project=a&project=b'), 'ambiguous');
    assert.equal(read('authId=fa_1&authId=fa_1'), 'ambiguous');
  });

  for (const path of ['', '/', '/submissions', '/submission/', '/Submission', '/run', '/../submission']) {
    it(`has another path: ${path}`, () => {
      assert.equal(readSubmissionLink({ path, query: 'authId=fa_1' }), 'unknownPath');
    });
  }

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (path, query) => {
        readSubmissionLink({ path, query });
        const link = read(query);
        assert.ok(typeof link === 'string' || (link.authId.isWellFormed() && !/\s/.test(link.authId)));
      }),
    );
  });
});
