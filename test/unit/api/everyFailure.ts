import type { Failure, FileProblem, Unexpected, UnreachableCause } from '../../../src/api/failure.ts';

/** Every way to fail, as the log names it; one that is missing here does not compile. */
export type Reason =
  | Exclude<Failure['kind'], 'unreachable' | 'unexpected' | 'keyring' | 'file'>
  | `keyring.${Extract<Failure, { kind: 'keyring' }>['cause']}`
  | `file.${FileProblem['cause']}`
  | `unreachable.${UnreachableCause}`
  | `unexpected.${Unexpected['cause']}`;

const said = { status: 400, traceId: 'trace-7', errorCode: 'CODE', message: 'in its own words' };
const unreachable = { kind: 'unreachable', code: 'ECODE', host: 'host.example' } as const;
const file = { kind: 'file', name: 'capture.ndjson' } as const;
const unexpected = { kind: 'unexpected', bytes: 12, contentType: 'text/html' } as const;

/** One failure of each kind and cause. */
export const everyFailure: Readonly<Record<Reason, Failure>> = {
  cancelled: { kind: 'cancelled' },
  noKey: { kind: 'noKey', host: 'host.example' },
  'keyring.silent': { kind: 'keyring', cause: 'silent', host: 'host.example' },
  'keyring.refused': { kind: 'keyring', cause: 'refused', host: 'host.example' },
  badAddress: { kind: 'badAddress', address: 'ftp://host.example' },
  keyNotAccepted: { kind: 'keyNotAccepted', host: 'host.example', ...said },
  addressNotAllowed: { kind: 'addressNotAllowed', ...said },
  refused: { kind: 'refused', ...said },
  rateLimited: { kind: 'rateLimited', ...said, retryAt: Date.UTC(2027, 0, 15, 12, 34, 56) },
  serviceDown: { kind: 'serviceDown', ...said },
  'unreachable.name': { ...unreachable, cause: 'name' },
  'unreachable.refused': { ...unreachable, cause: 'refused' },
  'unreachable.reset': { ...unreachable, cause: 'reset' },
  'unreachable.certificate': { ...unreachable, cause: 'certificate' },
  'unreachable.tls': { ...unreachable, cause: 'tls' },
  'unreachable.proxy': { ...unreachable, cause: 'proxy' },
  'unreachable.browser': { ...unreachable, cause: 'browser' },
  'unreachable.network': { ...unreachable, cause: 'network' },
  tooSlow: { kind: 'tooSlow', seconds: 30 },
  'unexpected.notJson': { ...unexpected, cause: 'notJson', where: { position: 3, of: 12 } },
  'unexpected.wrongShape': { ...unexpected, cause: 'wrongShape', where: { path: [0, 'data'] } },
  'unexpected.encrypted': { ...unexpected, cause: 'encrypted', where: { path: [] } },
  'unexpected.tooLarge': { ...unexpected, cause: 'tooLarge', where: { limit: 67_108_864 } },
  'unexpected.redirect': { ...unexpected, cause: 'redirect', where: { status: 302 } },
  'file.missing': { ...file, cause: 'missing' },
  'file.notAllowed': { ...file, cause: 'notAllowed' },
  'file.folder': { ...file, cause: 'folder' },
  'file.empty': { ...file, cause: 'empty' },
  'file.html': { ...file, cause: 'html' },
  'file.gone': { ...file, cause: 'gone' },
  'file.unreadable': { ...file, cause: 'unreadable', words: 'EIO: i/o error' },
  'file.binary': { ...file, cause: 'binary', type: 'PNG' },
  'file.tooLarge': { ...file, cause: 'tooLarge', bytes: 2_147_483_648, limit: 536_870_912 },
  'file.packed': { ...file, cause: 'packed' },
  'file.notJson': { ...file, cause: 'notJson', where: { line: 3, column: 12 }, endsEarly: true },
  'file.noSubmissions': { ...file, cause: 'noSubmissions', fields: ['name', 'version'] },
  'file.serviceError': { ...file, cause: 'serviceError', words: 'Forbidden' },
  damaged: { kind: 'damaged', bytes: 512, encoding: 'gzip' },
  errorAnswer: { kind: 'errorAnswer', timedOut: false, ...said },
  unaskableId: { kind: 'unaskableId' },
  idIgnored: { kind: 'idIgnored', records: 3 },
  idNotReached: { kind: 'idNotReached', answers: 5 },
  unreadableRecord: {
    kind: 'unreadableRecord',
    at: { element: 0, position: 0 },
    problem: 'noId',
    answer: () => new Uint8Array(),
  },
  endless: { kind: 'endless', pages: 3 },
  nothingNew: { kind: 'nothingNew', answers: 5 },
  noWayOn: { kind: 'noWayOn', where: '[0].nextPage_key' },
};
