import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { checkKinds, checks, recordFields, type CheckKind, type Field } from '../../../src/api/fields.ts';
import type { Result } from '../../../src/api/failure.ts';
import { readPage, type Page } from '../../../src/api/page.ts';
import { RecordReader } from '../../../src/api/record.ts';
import { isEmpty } from '../../../src/api/values.ts';
import { demoRecords } from '../../../src/demo/records.ts';
import { NEWEST } from '../../service/service.ts';

const numRuns = Number(process.env['FACEAUTH_CASES'] ?? 2000);

type Path = readonly (string | number)[];

const demo = demoRecords({ seed: 3, size: 400, newest: NEWEST, broken: false });

/** A page of two projects with two records each, and a key. */
function pageFrom(index: number): unknown {
  const data = [0, 1, 2, 3].map((offset) => demo.record((index + offset) % demo.size));
  return [
    { faceAuth_projectId: 'p', data: data.slice(0, 2) },
    { faceAuth_projectId: 'q', data: data.slice(2), nextPage_key: { authId: 'x', createTime: 'y' } },
  ];
}

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  const below = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [
    path,
    ...below.flatMap(([name, inner]) => pathsIn(inner, [...path, Array.isArray(value) ? Number(name) : name])),
  ];
}

function changed(value: unknown, path: Path, to: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) {
    return to;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === name ? changed(item, rest, to) : item));
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]) => [key, key === name ? changed(inner, rest, to) : inner]),
  );
}

async function read(text: string): Promise<Result<Page>> {
  return await readPage({ bytes: new TextEncoder().encode(text), contentType: 'application/json' });
}

/** What is read of each record, by its place: a value for each field, each threshold and each score. */
function saidIn({ records }: Page): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const reader = new RecordReader();
  return new Map(
    records.ids.map((_, index) => {
      reader.read(records.at(index));
      const { element, position } = records.where(index);
      const { thresholds, scores } = reader;
      const readings = checkKinds.flatMap((kind) => [
        [`threshold ${kind}`, thresholds[kind]],
        [`score ${kind}`, scores[kind]],
      ]);
      return [
        `${element}/${position}`,
        { ...Object.fromEntries([...Object.entries(reader), ...readings]), thresholds: null, scores: null },
      ];
    }),
  );
}

/** The readings that a change at this path of a record may change, named as in `saidIn`; undefined for all. */
function dependentOn([name, within]: Path): readonly string[] | undefined {
  const fieldOf = (fields: Readonly<Record<string, Field>>): string | undefined =>
    Object.entries(fields).find(([, { names }]) => names.some((one) => one === name))?.[0];
  const kindsOf = (part: 'threshold' | 'result', title: string): readonly string[] =>
    checkKinds
      .filter((kind: CheckKind) => within === undefined || checks[kind][part].names.some((one) => one === within))
      .map((kind) => `${title} ${kind}`);
  switch (name === undefined ? undefined : fieldOf(recordFields)) {
    case 'policy':
      return kindsOf('threshold', 'threshold');
    case 'result':
      return kindsOf('result', 'score');
    case 'signals':
      return within === undefined
        ? ['startClick', 'processes']
        : within === 'startButtonClickTime'
          ? ['startClick']
          : ['processes'];
    case 'deletedAt':
      return ['deletedAt', 'deleted'];
    case undefined:
      return name === undefined ? undefined : [];
    default:
      return [fieldOf(recordFields) ?? ''];
  }
}

const odd = [
  ...[null, true, false, '', ' ', 'x', 'null', 'NaN', 'None', '85', 'true', '[]', '{}', '{"face_similarity":71}'],
  ...[0, 1, -1, 5, 101, 1e300, 1_759_371_317_123, 12_345_678_901_234_567_000, '1759371317123', '\ud800'],
  ...[[], {}, [''], [null], ['x', 1], [{}], { a: 1 }, { S: 'x' }, { N: '7' }, { data: [] }, { errorCode: 'x' }],
];

describe('a good page of which one value is changed to any other', () => {
  it('loses at most what that value is about', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: demo.size - 1 }),
        fc.nat(),
        fc.oneof(fc.constantFrom<unknown>(...odd), fc.jsonValue()),
        async (index, at, to) => {
          const good = pageFrom(index);
          const paths = pathsIn(good);
          const path = paths[at % paths.length] ?? [];
          const [before, after] = await Promise.all(
            [good, changed(good, path, to)].map(async (value) => await read(JSON.stringify(value))),
          );
          assert.ok(before?.ok && after !== undefined);
          if (path.length < 2) {
            // Only a changed whole answer may be a failure. A changed element costs nothing of the other element.
            assert.ok(path.length === 0 || after.ok || saysError(to));
          }
          if (after.ok && path.length > 0) {
            assertKept(before.value, after.value, path);
            assertWayOn(after.value, path, to);
          } else {
            assert.ok(after.ok || path.length < 2);
          }
        },
      ),
      { numRuns },
    );
  }).timeout(0);
});

/** An error in the place of an element makes the whole answer a failure. */
function saysError(value: unknown): boolean {
  return typeof value === 'object' && value !== null && /error|message/i.test(Object.keys(value).join());
}

function assertKept(before: Page, after: Page, [element, part, position, ...within]: Path): void {
  const now = saidIn(after);
  for (const [place, said] of saidIn(before)) {
    const [ofElement, ofPosition] = place.split('/').map(Number);
    const isWithin = ofElement === element && (part === undefined || part === 'data');
    if (!isWithin || (position !== undefined && ofPosition !== position)) {
      assert.deepEqual(now.get(place), said, place);
    } else if (within.length > 0) {
      assertFieldsKept(said, now.get(place), within);
    }
  }
}

function assertFieldsKept(
  said: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>> | undefined,
  within: Path,
): void {
  const dependent = dependentOn(within);
  if (now === undefined) {
    // A record without its id is broken. No other change makes a record broken.
    assert.deepEqual(dependent, ['id']);
    return;
  }
  for (const [name, value] of Object.entries(said)) {
    if (dependent?.includes(name) === false) {
      assert.deepEqual(now[name], value, `${name} after a change of ${within.join('.')}`);
    }
  }
}

/** A changed next-page key that is not empty never passes for the end of the pages. */
function assertWayOn({ next, brokenNext }: Page, [element, part, ...within]: Path, to: unknown): void {
  if (element !== 1) {
    assert.deepEqual([next, brokenNext], [{ id: 'x', date: 'y' }, undefined]);
  } else if (part === 'nextPage_key' && (within.length > 0 || (typeof to === 'number' && !isEmpty(to)))) {
    assert.ok(next !== undefined || brokenNext !== undefined);
  } else if (part !== undefined && part !== 'nextPage_key') {
    assert.deepEqual([next, brokenNext], [{ id: 'x', date: 'y' }, undefined]);
  }
}

describe('a page that is cut anywhere', () => {
  it('is one failure that names what is wrong', async () => {
    const text = JSON.stringify(pageFrom(7));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: text.length - 1 }), async (end) => {
        const page = await read(text.slice(0, end));
        assert.ok(!page.ok && page.failure.kind === 'unexpected' && page.failure.cause === 'notJson');
        const { where } = page.failure;
        assert.ok(where.of === end && (where.position ?? -1) >= 0 && (where.position ?? end) <= end);
      }),
      { numRuns },
    );
  }).timeout(0);
});
