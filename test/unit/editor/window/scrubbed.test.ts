import assert from 'node:assert/strict';
import { scrubbed } from '../../../../src/editor/window/scrubbed.ts';

describe('an error in the log', () => {
  it('has its name, its words and its stack', () => {
    const [first, second] = scrubbed(new TypeError('x is undefined')).split('\n');
    assert.equal(first, 'TypeError: x is undefined');
    assert.match(second ?? '', /^\s+at /);
  });

  it('says nothing of what a body holds: the text of a syntax error is a piece of it', () => {
    assert.throws(
      () => JSON.parse('fa_secret'),
      (error: unknown) => {
        assert.doesNotMatch(scrubbed(error), /fa_secret/);
        return error instanceof SyntaxError;
      },
    );
  });

  it('names no record, nor what the service said of it', () => {
    const error = new Error('cannot open faceauth:/p/fa_secret.json. Detail: no authId fa_secret here\nfa_secret');
    assert.match(scrubbed(error), /^Error: cannot open faceauth:…\n/);
    assert.doesNotMatch(scrubbed(error), /fa_secret/);
  });

  it('tells only the type of what is no error', () => {
    assert.equal(scrubbed('fa_secret'), 'An error of the type string');
  });
});
