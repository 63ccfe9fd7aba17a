import { dayLength } from './iso.ts';

/** Whether a query asks for one record or for a page; days are UTC instants (ms), `until` exclusive. */
export type Query =
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'page'; readonly count: number; readonly days?: Days; readonly after?: Cursor }
  | { readonly kind: 'wrong'; readonly message: string };

/** Whole UTC days, as ms: from the start of the first up to, not including, the start of the day after the last. */
export interface Days {
  readonly from: number;
  readonly until: number;
}

/** Where the page before ended: the last record's id and its creation time as the service wrote it. */
export interface Cursor {
  readonly id: string;
  readonly time: string;
}

/** Reads the parameters of a request; an empty parameter counts as absent, so an empty authId asks for the whole list. */
export function readQuery(parameters: URLSearchParams): Query {
  const given = (name: string) => (parameters.get(name) === '' ? undefined : (parameters.get(name) ?? undefined));
  const id = given('authId') ?? given('auth_id');
  if (id !== undefined) {
    return { kind: 'record', id };
  }
  const count = given('count') ?? '2000';
  if (!/^\d{1,4}$/.test(count) || Number(count) < 1 || Number(count) > 2000) {
    return { kind: 'wrong', message: 'count must be between 1 and 2000' };
  }
  const [start, end] = [given('startDate'), given('endDate')];
  const [from, last] = [dayOf(start), dayOf(end)];
  if (Number.isNaN(from) || Number.isNaN(last)) {
    return { kind: 'wrong', message: 'date must be yyyy-mm-dd' };
  }
  const [key, date] = [given('nextKey_id'), given('nextKey_date')];
  if ((key === undefined) !== (date === undefined)) {
    return { kind: 'wrong', message: 'nextKey_id and nextKey_date belong together' };
  }
  return {
    kind: 'page',
    count: Number(count),
    ...(from !== undefined && last !== undefined && { days: { from, until: last + dayLength } }),
    ...(key !== undefined && date !== undefined && { after: { id: key, time: date } }),
  };
}

/** NaN for what is no day of the calendar, such as 2025-02-30. */
function dayOf(text: string | undefined): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : NaN;
  return Number.isNaN(time) || new Date(time).toISOString().startsWith(text) ? time : NaN;
}
