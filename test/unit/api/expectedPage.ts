/** What an answer holds: the values in the places of records, in order; or the reason why it is no page. */
export type Expected = 'notJson' | 'wrongShape' | 'encrypted' | readonly ExpectedValue[];

/** A value in the place of a record. `id` is undefined where the value is no record that can be read. */
export interface ExpectedValue {
  readonly element: number;
  readonly position: number | undefined;
  readonly id: string | undefined;
  readonly deleted: boolean;
  /** The project of its element, if that names one. */
  readonly project?: unknown;
}

/** The copies of one id. They show as `least` to `most` submissions: one for each project that sent the id. */
export interface ExpectedCopies {
  readonly id: string;
  readonly copies: readonly ExpectedValue[];
  readonly least: number;
  readonly most: number;
}

/** Each id with all of its copies. An element that names no project may belong to any. */
export function expectedCopies(values: readonly ExpectedValue[]): readonly ExpectedCopies[] {
  const byId = Map.groupBy(values, ({ id }) => id);
  return [...byId].flatMap(([id, copies]) => {
    const projects = new Set(copies.map(({ project }) => project));
    const most = projects.size;
    return id === undefined ? [] : [{ id, copies, least: projects.has(undefined) ? 1 : most, most }];
  });
}

type Fields = Readonly<Record<string, unknown>>;

/** Judges an answer slowly and without the schemas and the reader, because tests compare them with this judgement. */
export function expectedOf(bytes: Uint8Array): Expected {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return 'notJson';
  }
  return expectedIn(body);
}

function expectedIn(body: unknown): Expected {
  if (body === null) {
    return [];
  }
  if (isFields(body) && valuesIn(body, 0).kind === 'listed') {
    return valuesIn(body, 0).values;
  }
  if (!Array.isArray(body)) {
    const isEncrypted = isFields(body) && Object.keys(body).join() === 'data' && typeof body['data'] === 'string';
    return isEncrypted ? 'encrypted' : 'wrongShape';
  }
  const elements = body.map((value: unknown, element) => valuesIn(value, element));
  const found = elements.flatMap(({ values }) => values);
  const first = found[0] === undefined ? undefined : elements[found[0].element];
  const isListed = elements.some(({ kind }) => kind === 'listed' || kind === 'unreadable');
  return first?.kind === 'unlisted' && !isListed && found.every(({ id }) => id === undefined) ? 'wrongShape' : found;
}

interface ExpectedElement {
  readonly kind: 'record' | 'listed' | 'unreadable' | 'unlisted';
  readonly values: readonly ExpectedValue[];
}

/** The values in the places of records in an element, and the kind of the element. */
function valuesIn(value: unknown, element: number): ExpectedElement {
  if (!isFields(value) || !isEnvelope(value)) {
    return { kind: 'record', values: [{ element, position: undefined, ...read(value) }] };
  }
  const { data = null } = value;
  const list = listIn(data);
  if (list === undefined) {
    const kind = isOfService(value) ? 'unreadable' : 'unlisted';
    return { kind, values: [{ element, position: undefined, id: undefined, deleted: false }] };
  }
  const project = value['faceAuth_projectId'] ?? undefined;
  const named = typeof project === 'string' && project !== '' ? { project } : {};
  return { kind: 'listed', values: list.map((item, position) => ({ element, position, ...read(item), ...named })) };
}

/** The list in `data`. One record counts as a list of one; a value that says that there is none, as an empty list. */
function listIn(data: unknown): readonly unknown[] | undefined {
  if (Array.isArray(data)) {
    return data as readonly unknown[];
  }
  if (read(data).id !== undefined) {
    return [data];
  }
  const saysNone = data === null || data === false || (typeof data === 'string' && data.trim() === '');
  return saysNone || isBare(data) ? [] : undefined;
}

function isBare(value: unknown): boolean {
  return isFields(value) && Object.keys(value).length === 0;
}

function isOfService(value: Fields): boolean {
  return 'nextPage_key' in value || 'faceAuth_projectId' in value;
}

/** An object with an id is a record, unless it also has a list in `data` and another field of an envelope. */
function isEnvelope(value: Fields): boolean {
  return read(value).id === undefined
    ? isOfService(value) || 'data' in value
    : isOfService(value) && Array.isArray(value['data']);
}

function read(value: unknown): Pick<ExpectedValue, 'id' | 'deleted'> {
  if (!isFields(value)) {
    return { id: undefined, deleted: false };
  }
  const ids = [value['auth_id'], value['authentication_id'], value['Authentication_id'], value['authId']];
  return { id: ids.map(idIn).find((id) => id !== undefined), deleted: isDeleted(value) };
}

/** The only number in the mutations with more digits than a JavaScript number holds. An id keeps all digits. */
const longNumber = '12345678901234567890';

/** An id may also be a number, or the only item of a list. */
function idIn(value: unknown): string | undefined {
  if (value === Number(longNumber)) {
    return longNumber;
  }
  const inner = alone(value);
  return (typeof inner === 'string' && inner.trim() !== '') || (typeof inner === 'number' && Number.isFinite(inner))
    ? String(inner)
    : undefined;
}

function alone(value: unknown): unknown {
  let inner = value;
  for (let depth = 0; depth < 4 && Array.isArray(inner); depth++) {
    const items = (inner as readonly unknown[]).filter((item) => !isNothing(item));
    inner = items.length === 1 ? items[0] : undefined;
  }
  return inner;
}

/** A record whose flag is sent but cannot be read counts as deleted. */
function isDeleted(record: Fields): boolean {
  for (const sent of [record['delete_check'], record['deleteCheck']]) {
    const flag = alone(sent);
    const word = typeof flag === 'string' ? flag.trim().toLowerCase() : flag;
    if (!isNothing(sent) && word !== '') {
      return !(word === false || word === 'false' || word === 0);
    }
  }
  return [record['delete_time'], record['deleteTime']].some((sent) => {
    const time = alone(sent);
    const word = typeof time === 'string' ? time.trim().toLowerCase() : time;
    return !isNothing(sent) && word !== '' && !(word === false || word === 'false' || word === 0);
  });
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Null, an empty text, or a list that holds only these. */
function isNothing(value: unknown): boolean {
  return isNone(value) || (Array.isArray(value) && value.every(isNone));
}

function isNone(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
