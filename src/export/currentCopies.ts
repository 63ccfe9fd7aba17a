import type { Page } from '../api/page.ts';

/** The name of a record among all of an export, by its id and the project that it came under. */
type RecordName = (id: string, project: string | undefined) => string;

/**
 * Names records by their ids, and those of a second project by their project too: ids are told apart within their project.
 * A record that came under no project may be of the first.
 */
export function createNames(): RecordName {
  let first: string | undefined;
  return (id, project) => {
    first ??= project;
    return project === undefined || project === first ? id : `${project}\0${id}`;
  };
}

/**
 * The indexes that count of a page: of two copies of one record the deleted one, else the later.
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
