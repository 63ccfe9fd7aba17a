import type { PageElement } from './pageElement.ts';

/** One rendered row of a tree. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** 1 for the outermost. */
  readonly level: number;
  readonly index: number;
  readonly expanded: boolean | undefined;
  readonly selected: boolean;
  readonly focused: boolean;
}

/** A row's label, or the labels from the outermost row down to it where a label alone is not unique. */
export type RowPath = string | readonly string[];

/** Reads rows; runs in the page. */
export function readRows(found: PageElement[]): TreeRow[] {
  return found.map((each) => {
    const expanded = each.getAttribute('aria-expanded');
    return {
      label: each.querySelector('.label-name')?.textContent ?? '',
      description: each.querySelector('.label-description')?.textContent ?? '',
      spoken: each.getAttribute('aria-label') ?? '',
      level: Number(each.getAttribute('aria-level')),
      index: Number(each.getAttribute('data-index')),
      expanded: expanded === null ? undefined : expanded === 'true',
      selected: each.getAttribute('aria-selected') === 'true',
      focused: each.className.split(' ').includes('focused'),
    };
  });
}

/** The first row with this label or path; the rows above a path's end must be rendered too. */
export function findRow(rows: readonly TreeRow[], path: RowPath): TreeRow | undefined {
  if (typeof path === 'string') return rows.find(({ label }) => label === path);
  const above: string[] = [];
  return rows.find(({ label, level }) => {
    above.length = Math.min(above.length, level - 1);
    above[level - 1] = label;
    return above.length === path.length && path.every((each, index) => each === above[index]);
  });
}
