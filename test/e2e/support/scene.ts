import type { Locator } from 'playwright-core';
import type { Workbench } from '../../host/workbench.ts';
import type { Service } from '../../service/service.ts';

/** What a scene is played with. */
export interface Theatre {
  readonly workbench: Workbench;
  readonly service: Service;
  /** Where exports are written. */
  readonly folder: string;
}

/** Something that is shown, or copied, the same way whether ids are shown or their aliases. */
export interface Scene {
  readonly name: string;
  /** Resolves once the thing is shown: to the place where it is shown, or to the text that was copied. */
  readonly show: (theatre: Theatre) => Promise<Locator | string>;
  /** Takes away what would be in the way of the next one. */
  readonly end?: (theatre: Theatre) => Promise<void>;
}

/** A part of an id, as somebody types it to find the whole. */
export function partOf({ records }: Service): string {
  return records.id(3).slice(0, 9);
}
