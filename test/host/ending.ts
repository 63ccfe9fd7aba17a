const releases = new Set<() => void>();
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

function releaseAll(): void {
  for (const release of [...releases].toReversed()) release();
}

/**
 * Runs `release` once: when the returned function is called, or at the end of the process, also by a signal.
 * The release that was registered last runs first.
 */
export function onEnd(release: () => void): () => void {
  if (releases.size === 0) watchTheEnd();
  const once = (): void => {
    if (releases.delete(once)) release();
  };
  releases.add(once);
  return once;
}

function watchTheEnd(): void {
  if (process.listeners('exit').includes(releaseAll)) return;
  process.on('exit', releaseAll);
  for (const [signal, code] of Object.entries(signals)) process.on(signal, () => process.exit(code));
}
