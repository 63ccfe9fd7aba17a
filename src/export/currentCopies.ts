import type { Page } from '../api/page.ts';

/** Gives a record a name that is unique in an export, from its id and the project that it came under. */
type RecordName = (id: string, project: string | undefined) => string;

/**
 * Names records by their ids. Records of any project but the first also get the project in their name, because an id is
 * unique only within its project. A record without a project may belong to the first one, so its name is the id alone.
 */
export function createNames(): RecordName {
  let first: string | undefined;
  return (id, project) => {
    first ??= project;
    return project === undefined || project === first ? id : `${project}\0${id}`;
  };
}

/**
 * Tells which indexes of a page hold the copy of a record that counts: a deleted copy if there is one, otherwise the
 * last copy.
 */
export function currentCopies(page: Page, nameOf: (page: Page, index: number) => string): (index: number) => boolean {
  const { records } = page;
  const current = new Map<string, number>();
  const stale = new Set<number>();
  for (const index of records.ids.keys()) {
    const name = nameOf(page, index);
    const before = current.get(name);
    if (before === undefined) {
      current.set(name, index);
    } else if (records.isDeleted(before) && !records.isDeleted(index)) {
      stale.add(index);
    } else {
      stale.add(before);
      current.set(name, index);
    }
  }
  return (index) => !stale.has(index);
}
