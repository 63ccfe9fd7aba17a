/**
 * How many submissions name a policy, and the last time up to now, in ms since 1970; NaN where no time up to now is
 * known.
 */
export interface PolicySeen {
  readonly count: number;
  readonly lastTime: number;
}

/** Among fewer submissions than this, a single one may be the first under a new policy. */
const few = 20;

/** A policy of less than this share of the submissions is an oddity of single records, not a policy in use. */
const leastShare = 0.01;

/** Which policies are in use and not oddities of single records. */
export function usualPolicies(seen: readonly PolicySeen[]): readonly boolean[] {
  const all = seen.reduce((sum, { count }) => sum + count, 0);
  const least = all < few ? 1 : Math.max(2, all * leastShare);
  const usual = seen.map(({ count }) => count >= least);
  // Where every submission has a policy of its own, none of them is odd.
  return usual.includes(true) ? usual : seen.map(({ count }) => count > 0);
}

/** The usual policy that was seen last. A policy seen only at future times is taken only where there is no other. */
export function newestUsual(seen: readonly PolicySeen[]): number | undefined {
  const usual = usualPolicies(seen);
  let newest: number | undefined;
  for (const [place, { lastTime }] of seen.entries()) {
    const time = Number.isNaN(lastTime) ? -Infinity : lastTime;
    const best = newest === undefined ? undefined : seen[newest]?.lastTime;
    if (usual[place] === true && (best === undefined || time > (Number.isNaN(best) ? -Infinity : best))) {
      newest = place;
    }
  }
  return newest;
}
