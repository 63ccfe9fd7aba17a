import * as z from 'zod/mini';
import { dayLength } from '../../api/timeReading.ts';
import { isDay } from '../../submissions/model/days.ts';
import type { LoadedFilter } from '../../submissions/model/filter.ts';
import { spelledCode } from '../../submissions/model/checks.ts';
import { scoredKinds } from '../../submissions/model/readings.ts';
import type { ToolName } from './toolNames.ts';

const shortText = z.string().check(z.minLength(1), z.maxLength(300));
const day = z.string().check(z.maxLength(10), z.refine(isDay));
const points = z.optional(z.number().check(z.minimum(0), z.maximum(100)));

const filterFields = {
  status: z.optional(shortText),
  failCode: z.optional(shortText),
  nearMiss: z.optional(z.boolean()),
  from: z.optional(day),
  to: z.optional(day),
};

const filter = z.strictObject(filterFields);
const list = z.strictObject({ ...filterFields, most: z.optional(z.int().check(z.minimum(1), z.maximum(50))) });
const one = z.strictObject({ submission: shortText });
const thresholds = z.strictObject({
  faceSimilarity: points,
  faceCover: points,
  headCover: points,
  passiveLiveness: points,
  activeLiveness: points,
} satisfies Record<(typeof scoredKinds)[number], unknown>);

const inputs = z.discriminatedUnion('name', [
  z.object({ name: z.literal('faceauth_findSubmissions'), input: list }),
  z.object({ name: z.literal('faceauth_getSubmission'), input: one }),
  z.object({ name: z.literal('faceauth_explainVerdict'), input: one }),
  z.object({ name: z.literal('faceauth_summarizeInsights'), input: filter }),
  z.object({ name: z.literal('faceauth_tryThresholds'), input: thresholds }),
]);

/** The input of a tool with its name, as the manifest describes it to a model. */
export type ToolInput = z.infer<typeof inputs>;

/**
 * Reads the input of a model. If it is wrong, returns the name of the wrong field: one of our own names, never a text
 * of the model; empty where no field of ours is wrong.
 */
export function readToolInput(name: ToolName, given: unknown): ToolInput | { readonly wrong: string } {
  const parsed = inputs.safeParse({ name, input: given });
  if (parsed.success) {
    return parsed.data;
  }
  const field = parsed.error.issues[0]?.path[1];
  return { wrong: typeof field === 'string' ? field : '' };
}

/** The filter that an input means; its days are those of UTC. */
export function filterOf({ status, failCode, nearMiss, from, to }: z.infer<typeof filter>): LoadedFilter {
  return {
    ...(status !== undefined && { statuses: [status] }),
    ...(failCode !== undefined && { failCodes: [spelledCode(failCode)] }),
    ...(nearMiss === true && { nearMiss }),
    ...((from !== undefined || to !== undefined) && {
      days: {
        from: from === undefined ? -Infinity : dayAt(from),
        to: to === undefined ? Infinity : dayAt(to),
        zone: 'utc',
      },
    }),
  };
}

function dayAt(text: string): number {
  return Date.parse(text) / dayLength;
}
