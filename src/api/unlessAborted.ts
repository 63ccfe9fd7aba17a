/** The result of `awaited`, or `otherwise` as soon as the signal aborts; what `awaited` then comes to is ignored. */
export async function unlessAborted<T, Otherwise>(
  awaited: Promise<T>,
  signal: AbortSignal,
  otherwise: Otherwise,
): Promise<T | Otherwise> {
  const { promise: aborted, resolve } = Promise.withResolvers<Otherwise>();
  const abort = (): void => {
    resolve(otherwise);
  };
  signal.addEventListener('abort', abort);
  try {
    return await Promise.race([awaited, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
