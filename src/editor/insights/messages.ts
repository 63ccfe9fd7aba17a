import * as z from 'zod/mini';
import { insightsActions, type InsightsState, type InsightsToHost } from '../../protocol/insights.ts';
import { simulationChoices } from '../../insights/insightsParts.ts';
import { scoredKinds } from '../../submissions/model/readings.ts';

const choice = z.enum(simulationChoices);

const threshold = z.number().check(z.minimum(0), z.maximum(100));

const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('run'), action: z.enum(insightsActions) }),
  z.object({
    kind: z.literal('try'),
    check: z.int().check(z.minimum(0), z.maximum(scoredKinds.length - 1)),
    threshold,
  }),
  z.object({ kind: z.literal('widen'), condition: z.int().check(z.minimum(0)) }),
  z.object({ kind: z.literal('choose'), choice, on: z.boolean() }),
  z.object({ kind: z.literal('showMark'), key: z.string() }),
  z.object({ kind: z.literal('saveSvg'), name: z.string(), svg: z.string() }),
]);

// A recorded threshold, which stays while others are moved, may lie above 100.
const thresholds = z.array(z.number().check(z.minimum(0))).check(z.length(scoredKinds.length));

const state = z.object({
  project: z.optional(z.string()),
  tried: z.union([z.tuple([]), thresholds]),
  compared: z.optional(thresholds),
  choices: z.optional(z.array(choice)),
});

/** Reads a message of the page. Throws when it is not a valid one, which only a bug of the extension can cause. */
export function readMessage(value: unknown): InsightsToHost {
  return message.parse(value);
}

/** What a page kept over a window reload; the recorded thresholds when it kept nothing. */
export function readState(value: unknown): InsightsState {
  return state.safeParse(value).data ?? { tried: [] };
}
