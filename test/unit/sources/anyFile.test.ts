import assert from 'node:assert/strict';
import { array, assert as assertProperty, asyncProperty, constantFrom, integer } from 'fast-check';
import { assertLinear } from '../growth.ts';
import { fileOf, readAll } from './reading.ts';

const lines = ['a', 'b'].map((id) => JSON.stringify({ auth_id: id, auth_status: 'approved' }));

describe('any bytes', () => {
  it('end in submissions or a failure of the file, and nothing hangs', async () => {
    const token = constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '\n',
      '\r\n',
      '"auth_id"',
      '"data"',
      'null',
      '1',
      ' ',
      lines[0] ?? '',
      'é',
      '\u0000',
      '\u001b',
      'HTTP/1.1 200\r\n',
    );
    // Zeros at the beginning of a file are told to be no text.
    const beginning = constantFrom('', ' '.repeat(600));
    await assertProperty(
      asyncProperty(
        beginning,
        array(token, { maxLength: 30 }),
        integer({ min: 1, max: 9 }),
        async (blank, tokens, piece) => {
          const { failure } = await readAll(fileOf(blank + tokens.join(''), piece));
          assert.ok(failure === undefined || failure.kind === 'file', JSON.stringify(failure));
        },
      ),
      { numRuns: 400 },
    );
  });

  for (const opening of ['[', '{"data":[', '[{"data":[', '{"a":', '[[{}],', 'x{"a":[\n']) {
    it(`take time in proportion to their number, however deep they are nested: ${JSON.stringify(opening)}`, async () => {
      await assertLinear(async (size) => {
        const { failure } = await readAll(fileOf(opening.repeat(size)));
        assert.equal(failure?.kind, 'file');
      }, 300_000);
    });
  }

  it('give the same whatever the pieces they come in', async () => {
    const token = constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\n',
      '"auth_id":"x"',
      '"data":[',
      'null',
      ...lines,
      '\n',
      '\n',
    );
    await assertProperty(
      asyncProperty(array(token, { maxLength: 20 }), integer({ min: 1, max: 9 }), async (tokens, piece) => {
        const [one, other] = await Promise.all([
          readAll(fileOf(tokens.join(''), piece)),
          readAll(fileOf(tokens.join(''))),
        ]);
        assert.deepEqual([one.ids, one.broken, one.failure], [other.ids, other.broken, other.failure]);
      }),
      { numRuns: 400 },
    );
  });
});
