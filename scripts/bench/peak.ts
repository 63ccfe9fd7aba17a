import { readFileSync, writeFileSync } from 'node:fs';

/** Begins to watch the memory of this process. The returned function tells by how many bytes it grew at most. */
export function watchMemory(): () => number {
  return process.platform === 'linux' ? watchKernel() : watchBySamples();
}

// The kernel notes the peak itself; writing 5 makes it forget the peak before.
function watchKernel(): () => number {
  writeFileSync('/proc/self/clear_refs', '5');
  const start = kilobytesOf('VmRSS');
  return () => (kilobytesOf('VmHWM') - start) * 1024;
}

function kilobytesOf(name: string): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(status)?.[1]);
}

function watchBySamples(): () => number {
  const start = process.memoryUsage.rss();
  let peak = start;
  const sample = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, 10);
  return () => {
    clearInterval(timer);
    sample();
    return peak - start;
  };
}
