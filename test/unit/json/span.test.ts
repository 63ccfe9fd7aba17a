import assert from 'node:assert/strict';
import { fieldAt, fieldsAt, itemsAt, onOneLine, rootOf, textIn } from '../../../src/json/span.ts';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function whole(bytes: Uint8Array) {
  return { start: 0, end: bytes.length };
}

describe('the root of a text', () => {
  for (const before of ['', ' ', '\r\n\t', '\ufeff', '\ufeff \n']) {
    it(`is found after ${JSON.stringify(before)}`, () => {
      const bytes = bytesOf(`${before}[]`);
      assert.equal(bytes[rootOf(bytes)], '['.charCodeAt(0));
    });
  }
});

describe('the items of an array', () => {
  const items = [
    '1',
    '-0.5e+3',
    'true',
    'null',
    '"a,]b"',
    String.raw`"\"]\\"`,
    '{"a":[1,{"b":"}"}]}',
    '[[],[ ]]',
    '"😀"',
  ];

  for (const [name, between] of [
    ['without space', ','],
    ['with space around the commas', ' ,\r\n\t'],
  ] as const) {
    it(`are found ${name}, each from its first byte to its last`, () => {
      const bytes = bytesOf(`[ ${items.join(between)} ]`);
      assert.deepEqual(
        itemsAt(bytes, 0).map((span) => textIn(bytes, span)),
        items,
      );
    });
  }

  it('are none in an empty array', () => {
    assert.deepEqual(itemsAt(bytesOf('[ \n]'), 0), []);
  });

  it('are found however deep they are nested', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const bytes = bytesOf(`[${deep},1]`);
    assert.deepEqual(
      itemsAt(bytes, 0).map(({ start, end }) => end - start),
      [deep.length, 1],
    );
  });
});

describe('the value of a field', () => {
  const valueOf = (text: string, name: string): string | undefined => {
    const bytes = bytesOf(text);
    const span = fieldAt(bytes, 0, name);
    return span && textIn(bytes, span);
  };

  it('is found among others, not in them', () => {
    assert.equal(valueOf('{"x":{"data":1},"y":"\\"data\\":2","data" : [3] }', 'data'), '[3]');
  });

  it('is the last of those with one name, as JSON.parse has it', () => {
    assert.equal(valueOf('{"data":1,"data":2}', 'data'), '2');
  });

  it('is found under a name that is written with escapes', () => {
    assert.equal(valueOf(String.raw`{"d\u0061ta":1}`, 'data'), '1');
  });

  it('is nothing where there is no such field', () => {
    assert.equal(valueOf('{"dat":1,"a":{"data":2}}', 'data'), undefined);
    assert.equal(valueOf('{}', 'data'), undefined);
  });
});

describe('a value on one line', () => {
  const lineOf = (text: string): string => {
    const bytes = bytesOf(text);
    return new TextDecoder().decode(onOneLine(bytes, whole(bytes)));
  };

  it('lost the line breaks between its tokens, and nothing within them', () => {
    assert.equal(lineOf('{\r\n  "a b" : [ 1.0,\n\t"c \\n d" ]\n}'), '{"a b":[1.0,"c \\n d"]}');
  });

  it('stays as it came when it was on one line', () => {
    assert.equal(lineOf('{ "a" : 1 }'), '{ "a" : 1 }');
  });
});

describe('all fields of an object', () => {
  it('are found by their names, the last of those with one name', () => {
    const bytes = bytesOf(String.raw`{ "a" : 1, "b\u0041":"}", "c":{"a":2},"a":[3] }`);
    assert.deepEqual(
      [...fieldsAt(bytes, 0)].map(([name, span]) => `${name} ${textIn(bytes, span)}`),
      ['a [3]', 'bA "}"', 'c {"a":2}'],
    );
  });

  it('are none in an empty one', () => {
    assert.equal(fieldsAt(bytesOf('{ }'), 0).size, 0);
  });
});
