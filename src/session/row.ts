import * as l10n from '@vscode/l10n';
import type { Failure } from '../api/failure.ts';
import { countText } from '../submissions/words/countText.ts';
import { clockOf, type TimeZone } from '../submissions/model/days.ts';
import type { Group } from '../submissions/model/groups.ts';
import type { Mask } from '../submissions/privacy/mask.ts';
import { maskedSubmission } from '../submissions/privacy/masked.ts';
import { plain } from '../submissions/words/plain.ts';
import type { Unit } from '../submissions/model/split.ts';
import type { Submission } from '../submissions/model/submission.ts';
import { failureSummary } from '../submissions/words/failureSummary.ts';
import type { BrokenPlace, Loaded } from './loaded.ts';

/** An icon by its codicon name, with a colour token of the theme. */
export interface RowIcon {
  readonly name: string;
  readonly color?: string;
}

/** What every row of the tree has. All texts are plain. The id stays the same while the row means the same. */
export interface RowFace {
  readonly id: string;
  readonly parent: Row | undefined;
  readonly label: string;
  readonly description: string;
  readonly icon: RowIcon | undefined;
  readonly expandable: boolean;
}

/** What a group has in common. */
export type Level = 'status' | 'code' | Unit;

/**
 * One row of the tree and what stands behind it. `after` so many pages stands the one that the row loads. The numbers
 * of a group are those of what was `loaded` then: a refresh gives others.
 */
export type Row =
  | (RowFace & { readonly kind: 'group'; readonly group: Group; readonly level: Level; readonly loaded: Loaded })
  | (RowFace & { readonly kind: 'attempts'; readonly submissions: readonly Submission[] })
  | (RowFace & { readonly kind: 'lookedUp' | 'loading' })
  | (RowFace & { readonly kind: 'brokenRecords'; readonly records: readonly BrokenPlace[] })
  | (RowFace & { readonly kind: 'older'; readonly after: number })
  | (RowFace & { readonly kind: 'submission'; readonly submission: Submission })
  | (RowFace & { readonly kind: 'broken'; readonly broken: BrokenPlace })
  | (RowFace & { readonly kind: 'moreOf'; readonly status: string; readonly after: number })
  | (RowFace & { readonly kind: 'failure'; readonly failure: Failure });

/** Of a longer text only the beginning and a hash become part of a row's id. In characters. */
const longestPart = 256;

/** The face of a row; a count stands beside its label. */
export function face(
  id: string,
  label: string,
  count: number | '',
  { icon, parent }: { readonly icon?: string | RowIcon | undefined; readonly parent?: Row | undefined } = {},
): RowFace {
  return {
    id,
    parent,
    label,
    description: count === '' ? '' : countText(count),
    icon: typeof icon === 'string' ? { name: icon } : icon,
    expandable: false,
  };
}

/** Remote text as a part of a row's id: it holds no slash, which parts the parts, and a megabyte of it stays short. */
export function idPart(text: string): string {
  if (text.length <= longestPart) {
    return text.replaceAll('%', '%25').replaceAll('/', '%2F');
  }
  let hash = text.length;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  }
  return `${idPart(text.slice(0, longestPart))}%${hash}`;
}

/** The icon of a status; shape and colour both tell it. */
export function statusIcon(status: string): RowIcon {
  switch (status) {
    case 'approved':
      return { name: 'pass', color: 'testing.iconPassed' };
    case 'rejected':
      return { name: 'error', color: 'testing.iconFailed' };
    default:
      return { name: 'question', color: 'testing.iconQueued' };
  }
}

/** The icon of a submission: a deleted one has its own. */
export function submissionIcon({ deleted, status }: Submission): RowIcon {
  return deleted ? { name: 'trash', color: 'disabledForeground' } : statusIcon(status);
}

/** The rows of submissions below one row. One id may stand there for two projects: each row has an id of its own. */
export function submissionRows(
  submissions: readonly Submission[],
  parent: Row | undefined,
  zone: TimeZone,
  mask: Mask,
): readonly Row[] {
  const ids = new Set<string>();
  return submissions.map((submission) => {
    const row = submissionRow(submission, parent, zone, mask);
    const id = ids.has(row.id) ? `${row.id}/${ids.size}` : row.id;
    ids.add(id);
    return { ...row, id };
  });
}

/** The row of a submission: its id, when it came and what failed. */
export function submissionRow(submission: Submission, parent: Row | undefined, zone: TimeZone, mask: Mask): Row {
  const { id, createdAt, deleted } = submission;
  // Masked before it is shortened: of an id that is cut off the rest would stay.
  const shown = maskedSubmission(submission, mask);
  const time = createdAt === undefined ? l10n.t('no time') : clockOf(createdAt, zone);
  const what = deleted ? l10n.t('deleted') : failureSummary(shown);
  return {
    ...face(`${parent?.id ?? ''}/${idPart(id)}`, plain(shown.id, 120), '', {
      icon: submissionIcon(submission),
      parent,
    }),
    description: [time, what].filter((part) => part !== '').join(' · '),
    kind: 'submission',
    submission,
  };
}
