import assert from 'node:assert/strict';
import type { Columns } from '../../../src/insights/columns.ts';
import { simulate, type Simulation } from '../../../src/insights/simulation.ts';
import type { Thresholds } from '../../../src/insights/thresholds.ts';

/** How submissions are held against thresholds. */
export interface Way {
  readonly asRecorded: boolean;
  readonly policy: number | undefined;
  readonly name: string;
}

const plainWay: Way = { asRecorded: false, policy: undefined, name: '' };

/** A simulation with so many flips at most. */
export async function simulated(
  columns: Columns,
  thresholds: Thresholds,
  mostFlips: number,
  way = plainWay,
): Promise<Simulation> {
  const signal = new AbortController().signal;
  const simulation = await simulate(columns, { thresholds, mostFlips, signal, ...way });
  assert.ok(simulation);
  return simulation;
}
