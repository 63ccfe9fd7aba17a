import { checks } from '../../api/fields.ts';
import { doubtAbout, type Doubt } from './doubt.ts';
import { checkKinds, isEnforced, type CheckKind, type Reading } from './readings.ts';
import type { Submission } from './submission.ts';

/** The outcome of a check. `undecided`: enforced without a plausible score, or occlusion without a fail code. */
export type Verdict = 'passed' | 'failed' | 'notEnforced' | 'undecided';

/** One check of one submission: what the service reported by a fail code, and what the numbers compute. */
export interface Check {
  readonly kind: CheckKind;
  readonly threshold: Reading | undefined;
  readonly measured: Reading | undefined;
  readonly enforced: boolean;
  /** The threshold as sent, if a number cannot hold all its digits. Set only where the record's JSON was read. */
  readonly sentThreshold?: string;
  /** The score as sent, if a number cannot hold all its digits and the rounded score equals the threshold. */
  readonly sentScore?: string;
  /** The fail code with which the service reported this check, verbatim. */
  readonly reported: string | undefined;
  /** Why score and threshold are not compared although both are numbers. */
  readonly doubt: Doubt | undefined;
  /** The result of comparing score and threshold; undefined where they cannot be compared. */
  readonly computed: 'passed' | 'failed' | undefined;
  readonly verdict: Verdict;
  /** Score minus threshold, in points; undefined where they are not compared. */
  readonly margin: number | undefined;
}

/** Keys are the documented spelling, which is the usual one and needs no conversion, and its lower case. */
const failCodes = new Map(
  checkKinds.flatMap((kind) => {
    const code = checks[kind].failCode;
    return code === undefined ? [] : [code, code.toLowerCase()].map((key) => [key, { code, kind }] as const);
  }),
);

function documentedCode(code: string): { readonly code: string; readonly kind: CheckKind } | undefined {
  return failCodes.get(code) ?? failCodes.get(code.trim().toLowerCase());
}

/** The check that a fail code reports, ignoring case and surrounding spaces; undefined for an undocumented code. */
export function checkOfCode(code: string): CheckKind | undefined {
  return documentedCode(code)?.kind;
}

/** A fail code as the service's pages spell it, ignoring case and outer spaces; an undocumented one stays as sent. */
export function spelledCode(code: string): string {
  return documentedCode(code)?.code ?? code;
}

/** All six checks: first those that failed, then passed, undecided and not enforced ones. */
export function checksOf(submission: Submission): readonly Check[] {
  const order: readonly Verdict[] = ['failed', 'passed', 'undecided', 'notEnforced'];
  return checkKinds
    .map((kind) => checkOf(submission, kind))
    .toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

/** The failed checks in the order of the policy, as a row of the tree names them. */
export function failedChecks(submission: Submission): readonly Check[] {
  const { policy, measured, failCodes: codes } = submission;
  const failed: Check[] = [];
  for (const kind of checkKinds) {
    // A cheap test first: most submissions fail nothing, and every row of the tree asks.
    const score = measured[kind];
    const threshold = policy[kind];
    if (codes.length > 0 || (isNumber(score) && isNumber(threshold) && score < threshold)) {
      const check = checkOf(submission, kind);
      if (check.verdict === 'failed') {
        failed.push(check);
      }
    }
  }
  return failed;
}

/** One check of a submission. */
export function checkOf({ policy, measured, failCodes: codes, status }: Submission, kind: CheckKind): Check {
  const threshold = policy[kind];
  const score = measured[kind];
  const reported = codes.find((code) => checkOfCode(code) === kind);
  const enforced = isEnforced(threshold);
  // The service's own sample is rejected for occlusion although its policy says `false`, so only the fail code decides.
  const number = kind !== 'occlusion' && isNumber(score) ? score : undefined;
  const required = enforced && isNumber(threshold) ? threshold : undefined;
  const doubt = number === undefined ? undefined : doubtAbout(number, required, status === 'approved');
  const margin = number === undefined || required === undefined || doubt !== undefined ? undefined : number - required;
  // A score equal to its threshold passes: the service documents only that a lower one fails.
  const computed = margin === undefined ? undefined : margin >= 0 ? 'passed' : 'failed';
  const verdict = verdictOf(kind, enforced, reported, computed);
  return { kind, threshold, measured: score, enforced, reported, doubt, computed, verdict, margin };
}

/** Whether a score equals its threshold only because one of them was rounded to the digits that a number holds. */
export function isEqualByRounding({ margin, sentScore, sentThreshold }: Check): boolean {
  return margin === 0 && sentScore !== sentThreshold;
}

/** Whether a reading is a number that can be compared: 1e400 is read as infinite. */
export function isNumber(reading: Reading | undefined): reading is number {
  return typeof reading === 'number' && Number.isFinite(reading);
}

function verdictOf(
  kind: CheckKind,
  enforced: boolean,
  reported: string | undefined,
  computed: 'passed' | 'failed' | undefined,
): Verdict {
  if (reported !== undefined) {
    return 'failed';
  }
  if (kind === 'occlusion') {
    return 'undecided';
  }
  return enforced ? (computed ?? 'undecided') : 'notEnforced';
}
