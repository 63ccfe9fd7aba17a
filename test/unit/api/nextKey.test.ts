import assert from 'node:assert/strict';
import { readNextKey } from '../../../src/api/nextKey.ts';

const next = { id: 'fa_9', date: 't' };

describe('a key of the next page', () => {
  for (const [what, key, expected] of [
    ['as documented', { authId: 'fa_9', createTime: 't' }, next],
    ['with the names of the parameters', { nextKey_id: 'fa_9', nextKey_date: 't' }, next],
    ['with another spelling of the id', { authentication_id: 'fa_9', create_time: 't' }, next],
    ['in the form of a store', { authId: { S: 'fa_9' }, createTime: { S: 't' } }, next],
    ['in the form of a store as a whole', { M: { authId: { S: 'fa_9' }, createTime: { S: 't' } } }, next],
    ['with a number as time', { authId: 'fa_9', createTime: 1_759_371_317_123 }, { id: 'fa_9', date: '1759371317123' }],
    [
      'with a fraction in its time',
      { authId: 'fa_9', createTime: 1759371317.123 },
      { id: 'fa_9', date: '1759371317.123' },
    ],
    ['with a number as id', { authId: 9, createTime: 't' }, { id: '9', date: 't' }],
    ['as JSON text', '{"authId":"fa_9","createTime":"t"}', next],
    ['in a list', [{ authId: 'fa_9', createTime: 't' }], next],
    ['beside other fields', { authId: 'fa_9', createTime: 't', page: 3 }, next],
    ['with a time that says nothing', { authId: 'fa_9', createTime: {} }, { id: 'fa_9', date: '' }],
  ] as const) {
    it(`is followed ${what}`, () => {
      assert.deepEqual(readNextKey(key), expected);
    });
  }

  for (const key of [
    undefined,
    null,
    '',
    [],
    [''],
    {},
    { authId: '', createTime: null },
    { authId: [] },
    false,
    'null',
    'None',
    '  ',
    { NULL: true },
    { authId: 'null', createTime: 'null' },
    { authId: ' ', createTime: 'None' },
    { authId: false },
    { authId: { NULL: true }, createTime: { S: '' } },
    [null, { authId: '' }],
  ]) {
    it(`is none when it says nothing: ${JSON.stringify(key) ?? 'absent'}`, () => {
      assert.equal(readNextKey(key), 'none');
    });
  }

  for (const key of [
    true,
    5,
    0,
    'abc',
    { createTime: 't' },
    { page: 2 },
    { authId: {} },
    { authId: true, createTime: 't' },
    { authId: 'null', createTime: 't' },
    { authId: false, createTime: 't' },
    { authId: 2 ** 60, createTime: 't' },
    { authId: 'fa_\ud83d', createTime: 't' },
    { authId: 'a', createTime: { $date: 't' } },
    { authId: 'a', createTime: true },
    { authId: 'a', createTime: 2 ** 60 },
    { authId: 'a', createTime: Infinity },
    { authId: 'a', createTime: '\ud83d' },
    { authId: 'a', created_at: 't' },
    [{ authId: 'a' }, { authId: 'b' }],
  ]) {
    it(`is broken when it says something that cannot be followed: ${JSON.stringify(key)}`, () => {
      assert.equal(readNextKey(key), 'broken');
    });
  }
});
