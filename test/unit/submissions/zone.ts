/** Runs something as on a machine in this time zone. */
export function inZone<T>(name: string, work: () => T): T {
  const back = moveTo(name);
  try {
    return work();
  } finally {
    back();
  }
}

/** Has all tests of a `describe` run as on a machine in this time zone. */
export function standingIn(name: string): void {
  let back: (() => void) | undefined;
  before(() => {
    back = moveTo(name);
  });
  after(() => {
    back?.();
  });
}

// Node.js reads the variable again whenever it is set.
function moveTo(name: string): () => void {
  const { TZ } = process.env;
  process.env['TZ'] = name;
  return () => {
    if (TZ === undefined) {
      delete process.env['TZ'];
    } else {
      process.env['TZ'] = TZ;
    }
  };
}
