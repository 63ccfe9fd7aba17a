import { Turn } from '../../json/turn.ts';
import type { Detail } from '../../submissions/model/detail.ts';
import type { Submission } from '../../submissions/model/submission.ts';
import { IdSearch } from '../../submissions/privacy/idSearch.ts';
import { maskedDetail } from '../../submissions/privacy/masked.ts';
import { redactedRecord } from '../../submissions/privacy/redaction.ts';
import { openDetail } from '../../submissions/store/openDetail.ts';
import { madeOfRecords } from '../../submissions/store/recordText.ts';
import { escapedMarkdown } from '../../submissions/words/escapedMarkdown.ts';
import { plain } from '../../submissions/words/plain.ts';
import { recordView } from '../../submissions/words/recordView.ts';
import { summaryOf } from '../../submissions/words/summary.ts';
import { isAlias } from '../screenShare/aliases.ts';
import { maskOf, type Reading } from './reading.ts';

/** The submission that an alias or an id means, of those that are loaded or were looked up. */
export async function submissionNamed(text: string, reading: Reading): Promise<Submission | undefined> {
  const known = reading.known(text);
  // In the file of a redacted export, an alias is itself the id.
  if (known !== undefined || !isAlias(text)) {
    return known;
  }
  const turn = new Turn();
  const { loaded, lookedUp } = reading.shown;
  // An alias cannot be turned back into its id, so it is compared with the alias of every id.
  for (const ids of [lookedUp.map(({ id }) => id), loaded.store.ids()]) {
    for (const id of ids) {
      const found = reading.alias(id) === text ? reading.known(id) : undefined;
      if (found !== undefined || reading.signal.aborted) {
        return found;
      }
      if (turn.over) {
        await turn.pass();
      }
    }
  }
  return undefined;
}

/** The redacted record as JSON, as an export has it. */
export async function recordText(submission: Submission, { alias, isId, signal }: Reading): Promise<string> {
  const ids = new IdSearch(isId);
  const records = await madeOfRecords([submission], (raw, json) => redactedRecord(raw, alias, ids, json), signal);
  return JSON.stringify(records?.[0] ?? {}, (_name, value: unknown) => visible(value), 2);
}

/** Writes invisible characters as their codes, so that nobody can use them to tell a model something unseen. */
function visible(value: unknown): unknown {
  return typeof value === 'string'
    ? value
        .split('\n')
        .map((line) => plain(line, Infinity))
        .join('\n')
    : value;
}

/** Why a submission ended as it did, as Markdown: the sentence, the checks, the findings and the service's comments. */
export async function verdictText(submission: Submission, reading: Reading): Promise<string> {
  const { zone, locale, now } = reading;
  const detail = maskedDetail(withoutSignals(await openDetail(submission)), maskOf(reading));
  const context = { projectName: '', attempts: [], showDeleted: false, zone, locale, now };
  const { findings, reasons } = recordView(detail, context);
  return [
    summaryOf(detail, context),
    ...(findings?.findings ?? []).map((finding) => `- ${escapedMarkdown(finding)}`),
    ...(reasons === undefined || reasons.comments.length === 0 ? [] : [`${reasons.title}:`]),
    ...(reasons?.comments ?? []).map((comment) => `> ${escapedMarkdown(comment)}`),
  ].join('\n\n');
}

/** Leaves out signals, because they follow a person second by second, and fields that are not documented. */
function withoutSignals(detail: Detail): Detail {
  const oddValues = detail.oddValues.filter(({ path }) => !path.startsWith('signals'));
  return { ...detail, startClick: undefined, processes: [], unknownFields: [], oddValues };
}
