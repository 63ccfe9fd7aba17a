import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { formatted } from '../../../src/json/formatted.ts';

async function format(text: string): Promise<string> {
  return new TextDecoder().decode(await formatted(new TextEncoder().encode(text)));
}

/** The tokens of a JSON text: all of it but the white space between them. */
function tokensOf(text: string): string {
  return text.match(/"(?:[^"\\]|\\.)*"|[^\s"]/gsu)?.join('') ?? '';
}

describe('a formatted JSON text', () => {
  it('is laid out as JSON.stringify does it, whatever the value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 6 }), async (text) => {
        const value: unknown = JSON.parse(text);
        // JSON.stringify moves keys that are numbers to the front, so both sides start from its own output.
        assert.equal(await format(JSON.stringify(value)), `${JSON.stringify(value, null, 2)}\n`);
      }),
    );
  });

  it('has every token as it came, whatever white space there was', async () => {
    const space = fc.stringMatching(/^[ \t\r\n]{0,3}$/);
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), fc.array(space, { minLength: 1 }), async (text, spaces) => {
        const pieces = text.match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^[\]{},:"\s]+/gsu) ?? [];
        const loose = pieces.map((piece, index) => `${spaces[index % spaces.length]}${piece}`).join('');
        assert.equal(tokensOf(await format(loose)), tokensOf(text));
        assert.equal(await format(loose), await format(text));
      }),
    );
  });

  for (const text of [
    '1.0',
    '-0',
    '1E+5',
    '12345678901234567890',
    '84.99999999999999999',
    '1e400',
    'null',
    '"a\\"b"',
  ]) {
    it(`keeps ${text} to the letter`, async () => {
      assert.equal(await format(`[${text}]`), `[\n  ${text}\n]\n`);
    });
  }

  it('has line feeds alone at its line ends', async () => {
    assert.equal(await format('{\r\n"a":\r\n1}\r\n'), '{\n  "a": 1\n}\n');
  });

  it('keeps what is empty on its line', async () => {
    assert.equal(await format('{"a":{ },"b":[\n],"c":[{}]}'), '{\n  "a": {},\n  "b": [],\n  "c": [\n    {}\n  ]\n}\n');
  });

  it('grows with its text and not with the square of its depth', async () => {
    const deep = `${'['.repeat(30_000)}1.0${']'.repeat(30_000)}`;
    const text = await format(deep);
    assert.equal(tokensOf(text), deep);
    assert.ok(text.length < 250 * deep.length, `${text.length} characters`);
    assert.ok((await format('[[[1]]]')).includes('\n      1\n'));
  });

  it('is made of long strings and of very many items alike', async () => {
    const long = '\\"x\\\\'.repeat(200_000);
    const items = Array.from({ length: 200_000 }, (_, index) => index);
    assert.equal(await format(`{"text":"${long}","n":1}`), `{\n  "text": "${long}",\n  "n": 1\n}\n`);
    assert.equal(await format(JSON.stringify({ items })), `${JSON.stringify({ items }, null, 2)}\n`);
  });

  it('is the same wherever its making stops for others', async function () {
    this.timeout(20_000);
    for (let pad = 0; pad < 12; pad++) {
      const value = ['x'.repeat(65_511 + pad), 'a"\\', 12345678, [], 'b\\"', { long: '\\"'.repeat(40_000) }, true];
      assert.equal(await format(JSON.stringify(value)), `${JSON.stringify(value, null, 2)}\n`);
    }
  });

  it('lets others have the thread within a single long token too', async function () {
    this.timeout(20_000);
    for (const token of [`"${'\\"'.repeat(3_000_000)}"`, '1'.repeat(6_000_000)]) {
      let turns = 0;
      const timer = setInterval(() => {
        turns++;
      }, 1);
      assert.equal((await formatted(new TextEncoder().encode(token))).length, token.length + 1);
      clearInterval(timer);
      assert.ok(turns > 0, `${turns} turns`);
    }
  });

  it('stays small enough to be opened, where every line would be indented far', async function () {
    this.timeout(20_000);
    const text = `${'['.repeat(100)}1${',1'.repeat(700_000)}${']'.repeat(100)}`;
    const bytes = await formatted(new TextEncoder().encode(text));
    assert.ok(bytes.length < 138e6, `${bytes.length} bytes`);
  });

  it('lets others have the thread while it is made', async () => {
    const items = JSON.stringify(Array.from({ length: 800_000 }, () => ({ a: 1 })));
    let turns = 0;
    const timer = setInterval(() => {
      turns++;
    }, 1);
    await format(items);
    clearInterval(timer);
    assert.ok(turns > 0, `${turns} turns`);
  });
});
