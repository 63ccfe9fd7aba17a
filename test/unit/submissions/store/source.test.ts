import assert from 'node:assert/strict';
import { constants, deflateRaw } from 'node:zlib';
import { keep } from '../../../../src/submissions/store/source.ts';
import { collectGarbage } from '../../garbage.ts';

// The memory of buffers, which is outside the heap of JavaScript, in bytes.
function outsideTheHeap(): number {
  return process.memoryUsage().arrayBuffers;
}

// The original function. The tests below put others in its place.
const getBuiltinModule: unknown = Reflect.get(process, 'getBuiltinModule');

/** What `process.getBuiltinModule` is on each host. `unable` is a `node:zlib` that has no memory for its result. */
const hosts: readonly (readonly [name: string, given: unknown])[] = [
  ['where Node.js is', getBuiltinModule],
  ['where Node.js is older', () => ({ deflateRaw })],
  ['in a browser alone', undefined],
];
const unable = {
  constants,
  zstdCompress: (_bytes: Uint8Array, _options: object, done: (error: Error) => void) => {
    done(new RangeError('Array buffer allocation failed'));
  },
};

for (const [host, given] of hosts) {
  describe(`an answer that is kept ${host}`, () => {
    beforeEach(() => {
      Reflect.set(process, 'getBuiltinModule', given);
    });

    afterEach(() => {
      Reflect.set(process, 'getBuiltinModule', getBuiltinModule);
    });

    const answer = new TextEncoder().encode(
      JSON.stringify(Array.from({ length: 2000 }, (_, n) => ({ auth_id: `é${n}` }))),
    );

    it('is there before it was packed, and the same after', async () => {
      const source = keep(answer);
      assert.deepEqual(await source.bytes(), answer);
      await source.settled;
      assert.deepEqual(await source.bytes(), answer);
      assert.equal(source.size, answer.byteLength);
    });

    it('comes in copies of its own once it is packed', async () => {
      const source = keep(answer);
      await source.settled;
      (await source.bytes()).fill(0);
      assert.deepEqual(await source.bytes(), answer);
    });

    it('stays as it came where it cannot be packed', async () => {
      Reflect.set(process, 'getBuiltinModule', () => unable);
      const bytes = new Uint8Array(10_000).fill(1);
      const source = keep(bytes);
      await source.settled;
      assert.equal(await source.bytes(), bytes);
    });

    it('takes a fraction of its size', async () => {
      const large = 20_000_000;
      const before = outsideTheHeap();
      const source = keep(new Uint8Array(large));
      await source.settled;
      // The memory that packing used is freed after this job ends, on a busy machine some jobs later.
      for (let job = 0; job < 50 && outsideTheHeap() - before >= large / 4; job++) {
        await new Promise(setImmediate);
        collectGarbage();
      }
      assert.ok(outsideTheHeap() - before < large / 4);
      assert.equal((await source.bytes()).byteLength, large);
    });

    for (const size of [0, 1, 4095, 4096, 1_048_576, 2_500_000]) {
      it(`may have ${size} bytes`, async () => {
        const bytes = new Uint8Array(size).fill(65);
        const source = keep(bytes);
        await source.settled;
        assert.deepEqual(await source.bytes(), bytes);
      });
    }
  });
}
