import assert from 'node:assert/strict';
import { createHash, createHmac as createNodeHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { bytesOfWords, createHmac, createSha256, messageOf } from '../../../../src/submissions/privacy/sha256.ts';

const message = fc.uint8Array({ maxLength: 300 });
const hex = (words: Int32Array): string => Buffer.from(bytesOfWords(words)).toString('hex');

describe('SHA-256', () => {
  it('is that of the platform for any message, and at each length around the end of a block', () => {
    const sha256 = createSha256();
    const isSame = (bytes: Uint8Array): void => {
      assert.equal(hex(sha256(bytes)), createHash('sha256').update(bytes).digest('hex'));
    };
    fc.assert(fc.property(message, isSame));
    for (let length = 0; length < 200; length++) {
      isSame(new Uint8Array(length).fill(length));
    }
  });

  it('with a key is the HMAC of the platform for any message', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), message, (key, bytes) => {
        assert.equal(hex(createHmac(key)(bytes)), createNodeHmac('sha256', key).update(bytes).digest('hex'));
      }),
    );
  });
});

describe('the bytes of a text that is hashed', () => {
  it('are its UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (text) => {
        assert.ok(Buffer.from(text).equals(messageOf(text)));
      }),
    );
  });

  it('are no other text’s where half a character has no UTF-8', () => {
    const texts = ['fa_\u{D83D}', 'fa_\u{D83E}', 'fa_\u{FFFD}', '\u{D83D}fa_', 'fa_'];
    assert.equal(new Set(texts.map((text) => messageOf(text).join())).size, texts.length);
  });
});
