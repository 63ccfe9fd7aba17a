import { Keyring } from '../../../../src/editor/project/keyring.ts';
import { ProjectStore } from '../../../../src/editor/project/projectStore.ts';
import { SharedState } from './sharedState.ts';
import { SlowSecrets } from './slowSecrets.ts';

/** What all windows of a VS Code share: the secrets, the state and the base URL that is set. */
export class Machine {
  readonly secrets = new SlowSecrets();
  readonly state = new SharedState();
  baseUrl = 'https://host.example/v3';
  readonly #open: ProjectStore[] = [];

  /**
   * The store of a new window. It waits 20 ms for the keyring. When another window has changed the list, it looks
   * at the list at once and twice more, 5 ms apart.
   */
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
