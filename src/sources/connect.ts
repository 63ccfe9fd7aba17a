import type { Ask, ClientOptions } from '../api/client.ts';
import type { Patience } from '../api/retry.ts';

/** How long to try on an occasion, and whether its pages are read lazily. */
export type Occasion = Partial<Patience> & Pick<ClientOptions, 'lazily'>;

/**
 * Where the pages of a project come from: its service, the demo. What is returned answers one query at a time and never
 * rejects for an expected failure. The key and the settings are read at each query, so that a changed one counts at once.
 */
export type Connect = (project: { readonly id: string }, occasion: Occasion) => Ask;
