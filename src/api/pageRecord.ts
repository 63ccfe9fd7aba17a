import * as l10n from '@vscode/l10n';
import type * as z from 'zod/mini';
import { quickTest } from './quickTest.ts';
import type { RecordAt } from './takenApart.ts';
import { pathText, type Where } from './where.ts';
import { wireRecord, type WireRecord } from './wire.ts';

// Most records are as they should be: a schema that copies each would take three times as long as reading the JSON.
const isRecord = quickTest(wireRecord);

/** A record that was sent and can be read. */
export interface PageRecord extends Where {
  readonly record: WireRecord;
}

/** A record that was sent but cannot be read: where it stands, and where and how it first breaks. */
export interface BrokenRecord extends Where {
  readonly problem: string;
}

/** A record that is parsed whenever it is asked for. */
export function lazyRecord(element: number, position: number, recordAt: RecordAt): PageRecord {
  return {
    element,
    position,
    get record() {
      const { record } = readRecord(recordAt(position));
      if (record === undefined) {
        throw new Error('A record that was read can be read no more.');
      }
      return record;
    },
  };
}

type ReadRecord =
  { readonly record: WireRecord; readonly problem?: never } | { readonly record?: never; readonly problem: string };

/** A value that stands where a record may: the record, or where and how it first breaks. */
export function readRecord(value: unknown): ReadRecord {
  if (isRecord(value)) {
    return { record: value };
  }
  const parsed = wireRecord.safeParse(value);
  return parsed.success ? { record: parsed.data } : { problem: problemText(parsed.error.issues[0]) };
}

function problemText(issue: z.core.$ZodIssue | undefined): string {
  const path = pathText(issue?.path ?? []);
  if (issue?.code === 'invalid_type') {
    return l10n.t('{0} is not of the type {1}', path, issue.expected);
  }
  return issue?.code === 'custom' ? l10n.t('{0} is missing', path) : l10n.t('{0} is of no known type', path);
}
