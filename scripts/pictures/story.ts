import { readPage } from '../../src/api/page.ts';
import { DEMO_KEY, demoService } from '../../src/demo/service.ts';
import { demoOptions } from '../../src/sources/demo.ts';
import { usualArrangement } from '../../src/session/arrangement.ts';
import { Collection } from '../../src/session/collection.ts';
import { failedChecks } from '../../src/submissions/model/checks.ts';
import { dayOf } from '../../src/submissions/model/days.ts';
import { findingsOf } from '../../src/submissions/model/findings.ts';
import { newestFirst, numbersOf } from '../../src/submissions/model/groups.ts';
import { openDetail } from '../../src/submissions/store/openDetail.ts';
import type { Submission } from '../../src/submissions/model/submission.ts';

/** The record that the pictures show: its place in the tree, and another attempt of the same person. */
export interface Story {
  readonly id: string;
  readonly day: string;
  readonly other: string;
  /** How many submissions are loaded when the tree holds it. */
  readonly loaded: number;
}

// Two pages as the extension asks for them.
const asked = 400;

/**
 * The rejected record of the demo data that has most to tell (failed checks, attempts and signals); of equal ones the
 * newest.
 */
export async function storyOfToday(): Promise<Story> {
  const collection = await newestRecords();
  const { groups, store: loaded } = collection.loaded;
  const candidates: { story: Story; worth: number }[] = [];
  for (const submission of newestFirst(Array.from(numbersOf(groups), (number) => loaded.at(number)))) {
    const story = storyOf(submission, collection);
    if (story) candidates.push({ story, worth: await worthOf(submission, collection) });
  }
  const [best] = candidates.toSorted((one, other) => other.worth - one.worth);
  if (best === undefined) throw new Error('No rejected record of the demo data has another attempt.');
  return best.story;
}

async function newestRecords(): Promise<Collection> {
  const service = demoService(demoOptions(Date.now()));
  const request = new Request(`https://demo.invalid/v3/faceauth?count=${asked}`, {
    headers: { 'x-api-key': DEMO_KEY },
  });
  const response = await service(request);
  const page = await readPage({ bytes: new Uint8Array(await response.arrayBuffer()), contentType: 'application/json' });
  if (!page.ok) throw new Error('The demo data cannot be read.');
  const collection = new Collection(usualArrangement);
  await collection.addPage(page.value);
  return collection;
}

function storyOf(submission: Submission, collection: Collection): Story | undefined {
  const { id, status, createdAt, deleted } = submission;
  const other = othersOf(submission, collection)[0];
  return status !== 'rejected' || deleted || createdAt === undefined || other === undefined
    ? undefined
    : { id, day: dayOf(createdAt, 'utc'), other: other.id, loaded: collection.loaded.count };
}

async function worthOf(submission: Submission, collection: Collection): Promise<number> {
  const detail = await openDetail(submission);
  return (
    4 * Math.min(2, failedChecks(submission).length) +
    2 * Math.min(2, othersOf(submission, collection).length) +
    2 * Math.min(2, detail.processes.length) -
    findingsOf(detail).length
  );
}

function othersOf({ id, kycId }: Submission, collection: Collection): readonly Submission[] {
  return kycId === undefined ? [] : collection.attempts(kycId).filter((other) => other.id !== id);
}
