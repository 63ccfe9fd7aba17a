import assert from 'node:assert/strict';
import { WrongSettings } from '../../../../src/editor/window/wrongSettings.ts';

const pageSize = (value: string) => ({ name: 'faceauth.pageSize', value, allowed: 'a number', used: '200' });
const timeZone = { name: 'faceauth.timeZone', value: '"mars"', allowed: 'utc or local', used: 'utc' };

describe('Wrong settings', () => {
  it('are told once, and not again when another setting changes', () => {
    const wrong = new WrongSettings();
    assert.deepEqual(wrong.news([pageSize('0')]), [pageSize('0')]);
    assert.deepEqual(wrong.news([pageSize('0')]), []);
    assert.deepEqual(wrong.news([pageSize('0'), timeZone]), [timeZone]);
  });

  it('are told again with another wrong value, and when they were right in between', () => {
    const wrong = new WrongSettings();
    wrong.news([pageSize('0')]);
    assert.deepEqual(wrong.news([pageSize('5000')]), [pageSize('5000')]);
    assert.deepEqual(wrong.news([]), []);
    assert.deepEqual(wrong.news([pageSize('5000')]), [pageSize('5000')]);
  });
});
