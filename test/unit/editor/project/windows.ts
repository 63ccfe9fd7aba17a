import { Keyring } from '../../../../src/editor/project/keyring.ts';
import { ProjectStore } from '../../../../src/editor/project/projectStore.ts';
import { SharedState } from './sharedState.ts';
import { SlowSecrets } from './slowSecrets.ts';

/** What all windows of a VS Code have in common, and what is set there. */
export class Machine {
  readonly secrets = new SlowSecrets();
  readonly state = new SharedState();
  baseUrl = 'https://host.example/v3';
  readonly #open: ProjectStore[] = [];

  /** The store of another window; the keyring is waited for 20 ms, and the list of another window looked for again soon. */
  window(): ProjectStore {
    const store = new ProjectStore({
      globalState: this.state.window(),
      workspaceState: new SharedState().window(),
      keyring: new Keyring(this.secrets, 20),
      guard: async (work) => {
        await work();
      },
      baseUrl: () => this.baseUrl,
      pauses: [5, 5],
    });
    this.#open.push(store);
    return store;
  }

  /** The names of the keys that the keyring has. */
  async keys(): Promise<readonly string[]> {
    return (await this.secrets.keys()).filter((name) => name.startsWith('faceauth.key.'));
  }

  /** Closes all windows. */
  close(): void {
    for (const store of this.#open.splice(0)) store.dispose();
  }
}
