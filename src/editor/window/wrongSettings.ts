import type { WrongSetting } from './settings.ts';

/** Keeps in mind which wrong settings were told, so that each is told once and not with every other change. */
export class WrongSettings {
  #told: ReadonlySet<string> = new Set();

  /** The settings that are wrong now and either have not been told yet or were right in between. */
  news(wrong: readonly WrongSetting[]): readonly WrongSetting[] {
    const before = this.#told;
    this.#told = new Set(wrong.map(nameOf));
    return wrong.filter((one) => !before.has(nameOf(one)));
  }
}

function nameOf({ name, value }: WrongSetting): string {
  return `${name} ${value}`;
}
