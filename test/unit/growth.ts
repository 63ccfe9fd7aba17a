import assert from 'node:assert/strict';

/** Does something `size` times as large as the smallest case. */
type Work = (size: number) => unknown;

const times = 8;
// A shorter time is only the noise of a busy machine.
const leastMs = 2;
// The quickest of several attempts counts, because a disturbance makes a measurement longer, never shorter.
const attempts = 4;

/**
 * Asserts that the time grows with the size and not with its square, on machines of any speed: eight times the size may
 * take up to 24 times as long (with the square it is 64).
 */
export async function assertLinear(work: Work, size: number): Promise<void> {
  await assertGrowth(work, size, 3 * times);
}

/** Asserts that the time does not grow with the size: eight times the size may take up to three times as long. */
export async function assertBounded(work: Work, size: number): Promise<void> {
  await assertGrowth(work, size, 3);
}

async function assertGrowth(work: Work, size: number, most: number): Promise<void> {
  // The first run is not measured, because it includes the work of the compiler.
  await work(size / times);
  let small = Infinity;
  let large = Infinity;
  for (let attempt = 0; attempt < attempts; attempt++) {
    small = Math.min(small, Math.max(leastMs, await processorMs(work, size / times)));
    large = Math.min(large, await processorMs(work, size));
    if (large <= most * small) return;
  }
  assert.fail(`${times} times the size took ${(large / small).toFixed(1)} times as long.`);
}

// The processor time of this thread, in ms. Waiting and other work of the machine do not count.
async function processorMs(work: Work, size: number): Promise<number> {
  const before = process.threadCpuUsage();
  await work(size);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
