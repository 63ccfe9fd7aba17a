import type { Disturbed } from './disturbed.ts';

/** The places where a fault can be met. */
export type Place = 'first page' | 'later page' | 'look-up' | 'range export';

/** A walk over a service that is disturbed on its way, then well again. */
export interface Column {
  readonly place: Place;
  /** How many records are there when the fault comes. */
  readonly before: number;
  readonly walk: (disturbed: Disturbed) => Promise<Outcome>;
}

/** How a fault showed itself. */
export interface Shown {
  /** The kind and cause of the failure. */
  readonly reason: string;
  readonly tries: number;
  /** What a person reads. */
  readonly words: string;
  /** How many records are still there. */
  readonly kept: number;
}

/** What came of a walk. */
export interface Outcome {
  /** Undefined when nobody was told of anything. */
  readonly shown: Shown | undefined;
  /** The ids that are there in the end, repeated ones included, and the ids that the service has. */
  readonly ids: readonly string[];
  readonly wanted: readonly string[];
  /** How many records came again and were dropped. */
  readonly dropped: number;
}

/** An outcome in a few words. */
export function phrase({ shown, ids, wanted, dropped }: Outcome): string {
  const inTheEnd = sorted(ids) === sorted(wanted) ? `all ${ids.length}` : `${ids.length} of ${wanted.length}`;
  if (shown === undefined) {
    return dropped > 0 ? `${inTheEnd}, ${dropped} dropped` : inTheEnd;
  }
  const { reason, tries, kept } = shown;
  return `${reason}${tries > 1 ? ` ×${tries}` : ''}, keeps ${kept}, then ${inTheEnd}`;
}

/** Ids that can be compared, however they are ordered. */
export function sorted(ids: readonly string[]): string {
  return ids.toSorted().join();
}
