import assert from 'node:assert/strict';
import { pauseAfter } from '../../../../src/editor/list/autoRefresh.ts';

const hour = 3_600_000;

describe('the pause of auto refresh', () => {
  it('is the one that is set while all goes well', () => {
    assert.equal(pauseAfter(0, 30, 0), 30_000);
    assert.equal(pauseAfter(0, 86_400, 0), 24 * hour);
  });

  it('doubles with each failure, up to an hour or what is set', () => {
    assert.deepEqual(
      [1, 2, 7, 40, 2000].map((failures) => pauseAfter(failures, 30, 0)),
      [60_000, 120_000, hour, hour, hour],
    );
    assert.equal(pauseAfter(3, 86_400, 0), 24 * hour);
  });

  it('is as long as the service asks for', () => {
    assert.equal(pauseAfter(1, 30, 90_000), 90_000);
    assert.equal(pauseAfter(1, 30, -90_000), 60_000);
  });

  it('is never longer than a timer can be: that one would fire at once', () => {
    assert.equal(pauseAfter(1, 30, 2 ** 31), 2 ** 31 - 1);
    assert.equal(pauseAfter(1, 30, Infinity), 2 ** 31 - 1);
  });
});
