import * as l10n from '@vscode/l10n';
import type { Remedy } from '../api/explanation.ts';
import type { Failure } from '../api/failure.ts';
import { countText } from '../submissions/words/countText.ts';
import type { Group } from '../submissions/model/groups.ts';
import type { Mask } from '../submissions/privacy/mask.ts';
import type { Unit } from '../submissions/model/split.ts';
import type { Submission } from '../submissions/model/submission.ts';
import type { Labelled } from '../submissions/words/recordParts.ts';
import type { BrokenPlace, Loaded } from './loaded.ts';

/** An icon by its codicon name, with a colour token of the theme. */
export interface RowIcon {
  readonly name: string;
  readonly color?: string;
}

/** What a row depends on besides what it stands for. */
export interface RowView {
  /** The project whose rows these are. */
  readonly projectId: string;
  readonly mask: Mask;
  readonly loaded: Loaded;
}

/**
 * What every row of the tree has. All texts are plain. The id stays the same while the row means the same. The row
 * itself holds all that a command needs, because another list or project may be shown before the command begins.
 */
export interface RowFace {
  readonly id: string;
  readonly projectId: string;
  readonly parent: Row | undefined;
  readonly label: string;
  readonly description: string;
  /** What a screen reader says in the place of label and description. */
  readonly spoken: string;
  readonly icon: RowIcon | undefined;
  readonly expandable: boolean;
}

/** What a group has in common. */
export type Level = 'status' | 'code' | Unit;

/**
 * One row of the tree and what it stands for. `after`: how many pages come before the page that the row loads. The
 * numbers of a group belong to `loaded`: after a refresh they stand for other submissions.
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
  | (RowFace & {
      readonly kind: 'failure';
      readonly failure: Failure;
      readonly remedies: readonly Labelled<Remedy>[];
    })
  | (RowFace & { readonly kind: 'remedy'; readonly remedy: Remedy });

/** Of a longer text only the beginning and a hash become part of a row's id. In characters. */
const longestPart = 256;

/** What a row looks like and where it stands. */
export interface RowLook {
  readonly description?: string;
  readonly icon?: string | RowIcon | undefined;
  readonly parent?: Row | undefined;
  /** Label and description unless given. */
  readonly spoken?: string;
}

/** The face of a row. */
export function face({ projectId }: RowView, id: string, label: string, look: RowLook): RowFace {
  const { description = '', icon, parent } = look;
  return {
    id,
    projectId,
    parent,
    label,
    description,
    spoken: look.spoken ?? [label, description].filter((part) => part !== '').join(', '),
    icon: typeof icon === 'string' ? { name: icon } : icon,
    expandable: false,
  };
}

/** A label and how many submissions stand below it, as a screen reader says it. */
export function spokenCount(label: string, count: number): string {
  return count === 1 ? l10n.t('{0}, 1 submission', label) : l10n.t('{0}, {1} submissions', label, countText(count));
}

/** Remote text as a part of a row's id: without slashes, which separate the parts, and short even for a megabyte. */
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
