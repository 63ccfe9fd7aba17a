import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { FileProjects } from '../../../src/editor/files/fileProjects.ts';
import { Keyring } from '../../../src/editor/project/keyring.ts';
import { ProjectStore } from '../../../src/editor/project/projectStore.ts';
import { ShownProject } from '../../../src/editor/project/shownProject.ts';
import { usualArrangement } from '../../../src/session/arrangement.ts';
import { Session } from '../../../src/session/session.ts';
import { createConnect } from '../../../src/sources/sources.ts';
import { SharedState } from '../../unit/editor/project/sharedState.ts';
import { SlowSecrets } from '../../unit/editor/project/slowSecrets.ts';

/** What a window has of the projects; the parts are the real ones, but for what VS Code stores. */
export interface Window {
  readonly store: ProjectStore;
  readonly session: Session;
  readonly shown: ShownProject;
  readonly close: () => void;
}

/** What all windows have in common. */
export class Storage {
  readonly secrets = new SlowSecrets();
  readonly state = new SharedState();
  baseUrl = 'https://host.example/v3';

  /** Opens a window, which waits for the keyring for 20 ms. */
  open(): Window {
    const guard = async (work: () => Promise<void> | void): Promise<void> => {
      await work();
    };
    const store = new ProjectStore({
      globalState: this.state.window(),
      workspaceState: new SharedState().window(),
      keyring: new Keyring(this.secrets, 20),
      guard,
      baseUrl: () => this.baseUrl,
      pauses: [20, 20],
    });
    const files = new FileProjects(new SharedState().window());
    const settings = { requestTimeoutSeconds: 20, pageSize: 20 };
    const connect = createConnect({
      access: async (id) => await store.access(id),
      file: (id) => files.byId(id)?.bytes,
      settings: () => settings,
      onExchange: () => undefined,
      onServiceId: () => undefined,
    });
    const session = new Session({
      connect,
      pageSize: () => 20,
      arrangement: usualArrangement,
      changed: () => undefined,
      now: () => Date.now(),
    });
    const shown = new ShownProject(store, files, session, guard);
    const close = (): void => {
      shown.dispose();
      store.dispose();
    };
    return { store, session, shown, close };
  }
}

/** Waits until this holds, for five seconds at most. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 5000;
  while (!(await holds())) {
    assert.ok(performance.now() < end, `It does not come to it that ${what}.`);
    await setTimeout(5);
  }
}
