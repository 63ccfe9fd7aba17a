import assert from 'node:assert/strict';
import type { Query } from '../../../src/api/address.ts';
import type { Ask } from '../../../src/api/client.ts';
import type { Result } from '../../../src/api/failure.ts';
import { readPage, type Answer, type Page } from '../../../src/api/page.ts';
import type { Patience } from '../../../src/api/retry.ts';
import { usualArrangement, type Arrangement } from '../../../src/session/arrangement.ts';
import { Session, type SessionOptions } from '../../../src/session/session.ts';
import type { Project, Shown, State } from '../../../src/session/state.ts';
import { numbersOf } from '../../../src/submissions/model/groups.ts';
import type { Fault } from '../../service/exchange.ts';
import { rewritten } from '../../service/shapes.ts';
import { asking, brisk } from '../api/asking.ts';

/** The project that most tests show, and another one. */
export const production: Project = { id: 'p', name: 'Production' };
export const staging: Project = { id: 's', name: 'Staging' };

const impatient: Patience = { ...brisk, attempts: 1 };

/** How a session over the network differs from the usual one. */
export interface NetworkOptions {
  readonly other?: string;
  readonly patience?: Patience;
  readonly arrangement?: Partial<Arrangement>;
}

/** A session, and every state that it published. */
export interface Opened {
  readonly session: Session;
  readonly states: readonly State[];
}

/** How a session differs from the usual one. */
interface SessionVariant {
  readonly pageSize?: number;
  readonly arrangement?: Partial<Arrangement>;
  /** The time in ms since 1970. */
  readonly now?: () => number;
}

/** A session whose projects are asked as `connect` says; 20 records a page unless `pageSize` says otherwise. */
export function sessionWith(
  connect: SessionOptions['connect'],
  { pageSize = 20, arrangement = {}, now = Date.now }: SessionVariant = {},
): Opened {
  const states: State[] = [];
  const session = new Session({
    connect,
    pageSize: () => pageSize,
    arrangement: { ...usualArrangement, ...arrangement },
    changed: (state) => {
      states.push(state);
    },
    now,
  });
  return { session, states };
}

/** A session over the network: `production` is the service at this base URL, `staging` the `other` one. */
export function sessionAt(
  baseUrl: string,
  { other = baseUrl, patience = impatient, arrangement = {} }: NetworkOptions = {},
): Opened {
  return sessionWith(
    ({ id }, wanted) => asking(id === production.id ? baseUrl : other, { patience: { ...patience, ...wanted } }).client,
    { arrangement },
  );
}

/** A session whose one project holds these pages, and the questions that it was asked. */
export function sessionOf(
  pages: readonly (readonly unknown[])[],
  arrangement: Partial<Arrangement> = {},
): Opened & { readonly asked: readonly Query[] } {
  const asked: Query[] = [];
  const ask: Ask = async (query) => {
    asked.push(query);
    return await pageAt(pages, Number(query.after?.id ?? 0));
  };
  return { ...sessionWith(() => ask, { arrangement }), asked };
}

async function pageAt(pages: readonly (readonly unknown[])[], index: number): Promise<Result<Page>> {
  const nextPage_key = index + 1 < pages.length ? { authId: String(index + 1) } : null;
  return await readPage(answerOf([{ data: pages[index] ?? [], nextPage_key }]));
}

/** An answer with this body. */
export function answerOf(body: unknown): Answer {
  return { bytes: new TextEncoder().encode(JSON.stringify(body)), contentType: '' };
}

/** What a state shows; it must show something. */
export function shownIn(state: State | undefined): Shown {
  assert.ok(state !== undefined && state.kind !== 'idle');
  return state;
}

/** The kind of a state; for a failed one that of its failure. */
export function outcomeOf(state: State): string {
  return state.kind === 'failed' ? state.failure.kind : state.kind;
}

/** The ids that are loaded, sorted. */
export function idsIn(state: State): readonly string[] {
  const { groups, store } = shownIn(state).loaded;
  return Array.from(numbersOf(groups), (number) => store.at(number).id).toSorted();
}

/** A fault that holds a request back until `release` is called. */
export interface Held {
  readonly fault: Fault;
  /** Resolves when the request arrives. The signal aborts when the client has gone. */
  readonly arrived: Promise<AbortSignal>;
  readonly release: () => void;
}

/** Holds a request back until it is released; then `then` answers it, by default as usual. */
export function held(then: Fault = rewritten((text) => text)): Held {
  const arrival = Promise.withResolvers<AbortSignal>();
  const gate = Promise.withResolvers<undefined>();
  return {
    arrived: arrival.promise,
    release: () => {
      gate.resolve(undefined);
    },
    fault: async (exchange) => {
      arrival.resolve(exchange.closed);
      await gate.promise;
      await then(exchange);
    },
  };
}
