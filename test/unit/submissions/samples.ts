import { documentedDeleted, documentedPage, documentedRecord } from '../api/documented.ts';

const [, second] = documentedPage[0]?.data ?? [];

/** The first sample of the service's page: rejected for occlusion alone. */
export const occluded = documentedRecord;

/** The second one: the same, deleted a week later. */
export const deleted = { ...documentedRecord, ...second };

/** The third one: older, deleted, with the page's own misspelling and without two of the thresholds. */
export const misspelt = { ...documentedDeleted[0] };
