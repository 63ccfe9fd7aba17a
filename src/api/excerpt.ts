import { joined, utf8 } from '../json/bytes.ts';
import type { Page } from './page.ts';
import { PageRecords, type BrokenRecord } from './pageRecords.ts';
import type { Span } from '../json/span.ts';
import { createLocator, type Where } from './where.ts';

/**
 * A page of only the wanted records of another page: their bytes as received, under the projects that they came under.
 * Records are chosen by their index, broken records by their bytes.
 */
export function excerptOf(
  page: Page,
  isWanted: (index: number) => boolean,
  isWantedBroken: (json: Uint8Array) => boolean,
): Page {
  const locate = createLocator(page.bytes);
  const jsonOf = (where: Where): Uint8Array => slice(page.bytes, locate(where));
  const broken = page.broken.filter((one) => isWantedBroken(jsonOf(one)));
  const writing = new Excerpt(page.projects, jsonOf);
  const records = new PageRecords();
  for (const [index, id] of page.records.ids.entries()) {
    if (isWanted(index)) {
      const { element, position } = writing.add(page.records.where(index));
      records.add(id, page.records.at(index), element, position);
    }
  }
  const placed = { records, broken: broken.map((one): BrokenRecord => ({ ...one, ...writing.add(one) })) };
  return { ...placed, ...writing.end(), contentType: page.contentType };
}

function slice(bytes: Uint8Array, { start, end }: Span): Uint8Array {
  return bytes.subarray(start, end);
}

/**
 * Puts records together as an answer. Records of one element stand in one element again, records of a flat list in a
 * flat list.
 */
class Excerpt {
  readonly #elements: { readonly from: number | undefined; readonly items: Uint8Array[] }[] = [];
  readonly #places = new Map<number, number>();
  readonly #projects: Page['projects'];
  readonly #jsonOf: (where: Where) => Uint8Array;

  constructor(projects: Page['projects'], jsonOf: (where: Where) => Uint8Array) {
    this.#projects = projects;
    this.#jsonOf = jsonOf;
  }

  /** Takes a record in and returns where it stands now. */
  add(where: Where): Where {
    const json = this.#jsonOf(where);
    if (where.position === undefined) {
      return { element: this.#elements.push({ from: undefined, items: [json] }) - 1, position: undefined };
    }
    const from = where.element;
    const element = this.#places.get(from) ?? this.#elements.push({ from, items: [] }) - 1;
    this.#places.set(from, element);
    const items = this.#elements[element]?.items ?? [];
    return { element, position: items.push(json) - 1 };
  }

  /** The bytes, and the projects of the elements. */
  end(): Pick<Page, 'bytes' | 'projects'> {
    const parts = [utf8('[')];
    for (const [index, { from, items }] of this.#elements.entries()) {
      const project = from === undefined ? undefined : this.#projects[from];
      const name = project === undefined ? '' : `"faceAuth_projectId":${JSON.stringify(project)},`;
      const [before, after] = from === undefined ? ['', ''] : [`{${name}"data":[`, ']}'];
      parts.push(utf8(`${index === 0 ? '' : ','}${before}`));
      for (const [place, item] of items.entries()) {
        parts.push(utf8(place === 0 ? '' : ','), item);
      }
      parts.push(utf8(after));
    }
    parts.push(utf8(']'));
    const projects = this.#elements.map(({ from }) => (from === undefined ? undefined : this.#projects[from]));
    return { bytes: joined(parts), projects };
  }
}
