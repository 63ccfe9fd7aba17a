/** What a person has set, by the name without `faceauth.`; empty: the defaults count. */
export const set = new Map<string, unknown>();

/** The names of the settings that were asked for, each with its default. */
export const asked = new Map<string, unknown>();

/** Takes the place of VS Code's settings for the one file that reads them. */
export const workspace = {
  getConfiguration: (section: string): { readonly get: (name: string, fallback: unknown) => unknown } => ({
    get: (name, fallback) => {
      asked.set(`${section}.${name}`, fallback);
      return set.has(name) ? set.get(name) : fallback;
    },
  }),
};
