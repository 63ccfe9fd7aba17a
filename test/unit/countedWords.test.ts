import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/folders.ts';
import * as z from 'zod/mini';

const bundle = z.record(z.string(), z.string());
const sentences = Object.keys(bundle.parse(JSON.parse(readFileSync(join(root, 'l10n', 'bundle.l10n.json'), 'utf8'))));

/** Sentences that need no form for one: another sentence is said then, or the number is never one. */
const neverOne: readonly string[] = [
  'Approved, but the service gave {0} fail codes, {1} first.',
  'Approved: all {0} enforced checks passed.',
  'Approved: {0} of {1} enforced checks passed, but {2}.',
  'Approved: {0} of {1} enforced checks passed; the others cannot be decided from the record.',
  'Comments are cut at {0} characters; the JSON document has all of them.',
  'In the table only, as they are more than {0} years from the others: {1}.',
  'Look up all {0} ids',
  'Look up {0} ids? Each takes a request to the service.',
  'No submission of this id was found in {0} answers, though the service says that there is more.',
  'Open {0} Tabs',
  'Open {0} submissions as JSON? Each gets a tab.',
  'Redacted JSON of {0} submissions copied',
  'Redacting {0} submissions',
  'The last {0} answers brought nothing new, though the service says that there is more.',
  'The project “{0}” has no submission {1}, nor {2} others that were looked up. They may belong to another project.',
  'The service did not look for the id: {0} other submissions came.',
  'The service sent the same next page twice, after {0} pages.',
  'This is not an authId: it is longer than {0} characters.',
  'Values are cut at {0} characters; the JSON document has all of them.',
  'the service gave {0} unknown fail codes, {1} first',
  '{0} attempts',
  '{0} ids copied',
  '{0}. {1} submissions came.',
];

/** A number and the things that it counts, such as `{0} rarer codes`. Nothing counted follows words such as `is`. */
const counted =
  /\{\d\} (?<adjectives>(?:(?!is|was|has|in|of|for|or|with|before|approved|ends|equals|holds|goes|would)[a-z]+ ){0,2}?)(?!is|was|has|ms|as|ends|equals|goes|holds)(?<thing>[a-z]+)s\b/gi;

function hasFormForOne(sentence: string): boolean {
  return [...sentence.matchAll(counted)].every(({ index, groups }) => {
    const one = `${sentence.slice(0, index)}1 ${groups?.['adjectives'] ?? ''}${groups?.['thing'] ?? ''}`;
    return sentences.some((other) => other.startsWith(one));
  });
}

describe('Words that count', () => {
  it('have a form for one, or need none', () => {
    assert.deepEqual(
      sentences.filter((sentence) => !hasFormForOne(sentence) && !neverOne.includes(sentence)),
      [],
    );
  });

  it('are all there that are named as never counting one', () => {
    assert.deepEqual(
      neverOne.filter((sentence) => !sentences.includes(sentence) || hasFormForOne(sentence)),
      [],
    );
  });
});
