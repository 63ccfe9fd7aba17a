import assert from 'node:assert/strict';
import type { Failure } from '../../../../src/api/failure.ts';
import { AutoRefresh } from '../../../../src/editor/list/autoRefresh.ts';

const minute = 60_000;

interface Timer {
  readonly at: number;
  readonly work: () => Promise<void>;
}

/** A view that a test shows and hides, a clock that it moves, and auto refresh every minute. Times in ms. */
class Stage {
  readonly looks: number[] = [];
  readonly errors: unknown[] = [];
  readonly refresh: AutoRefresh;
  answer: () => Failure | undefined = () => undefined;
  readAt = 0;
  project = 'a';
  #now = 0;
  #visible = true;
  readonly #timers = new Set<Timer>();
  #listener: () => void = () => undefined;

  constructor() {
    const isVisible = (): boolean => this.#visible;
    this.refresh = new AutoRefresh({
      view: {
        get visible() {
          return isVisible();
        },
        onDidChangeVisibility: (listener) => {
          this.#listener = () => {
            listener({ visible: isVisible() });
          };
          return { dispose: () => undefined };
        },
      },
      seconds: () => 60,
      readAt: () => this.readAt,
      projectId: () => this.project,
      now: () => this.#now,
      load: async () => {
        this.looks.push(this.#now);
        return await Promise.resolve(this.answer());
      },
      after: (pause, work) => {
        const timer = { at: this.#now + pause, work };
        this.#timers.add(timer);
        return () => {
          this.#timers.delete(timer);
        };
      },
    });
  }

  show(visible: boolean): void {
    this.#visible = visible;
    this.#listener();
  }

  /** Another project is shown, or another state of the same. */
  changed(change: Partial<Pick<Stage, 'project' | 'readAt'>>): void {
    Object.assign(this, change);
    this.refresh.restart();
  }

  async pass(time: number): Promise<void> {
    const end = this.#now + time;
    for (;;) {
      const [next] = [...this.#timers].filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at);
      if (next === undefined) {
        break;
      }
      this.#timers.delete(next);
      this.#now = next.at;
      try {
        await next.work();
      } catch (error) {
        this.errors.push(error);
      }
    }
    this.#now = end;
  }
}

describe('auto refresh', () => {
  it('looks every minute while the view is visible', async () => {
    const stage = new Stage();
    await stage.pass(3 * minute);
    assert.deepEqual(stage.looks, [minute, 2 * minute, 3 * minute]);
  });

  it('looks at once when the view comes back after longer than the pause, and not while it is hidden', async () => {
    const stage = new Stage();
    stage.show(false);
    await stage.pass(120 * minute);
    assert.deepEqual(stage.looks, []);
    stage.show(true);
    await stage.pass(0);
    assert.deepEqual(stage.looks, [120 * minute]);
  });

  it('waits for the rest of the pause when the view comes back before', async () => {
    const stage = new Stage();
    await stage.pass(20_000);
    stage.show(false);
    await stage.pass(20_000);
    stage.show(true);
    await stage.pass(minute);
    assert.deepEqual(stage.looks, [minute]);
  });

  it('counts from when a person read the list', async () => {
    const stage = new Stage();
    stage.show(false);
    await stage.pass(120 * minute);
    stage.readAt = 120 * minute - 10_000;
    stage.show(true);
    await stage.pass(50_000);
    assert.deepEqual(stage.looks, [120 * minute + 50_000]);
  });

  it('waits as long as the service asks for, also when the view comes back', async () => {
    const stage = new Stage();
    stage.answer = () => ({ kind: 'rateLimited', status: 429, retryAt: 10 * minute });
    await stage.pass(minute);
    stage.show(false);
    await stage.pass(4 * minute);
    stage.show(true);
    await stage.pass(minute);
    assert.deepEqual(stage.looks, [minute]);
    await stage.pass(4 * minute);
    assert.deepEqual(stage.looks, [minute, 10 * minute]);
  });

  it('has no other project wait for what failed in this one', async () => {
    const stage = new Stage();
    stage.answer = () => ({ kind: 'rateLimited', status: 429, retryAt: 60 * minute });
    await stage.pass(minute);
    stage.answer = () => undefined;
    await stage.pass(10_000);
    stage.changed({ project: 'b' });
    await stage.pass(minute);
    assert.deepEqual(stage.looks, [minute, 2 * minute]);
  });

  it('does not count against a project what failed in the one before it', async () => {
    const stage = new Stage();
    stage.answer = () => {
      stage.changed({ project: 'b' });
      return { kind: 'tooSlow', seconds: 30 };
    };
    await stage.pass(2 * minute);
    assert.deepEqual(stage.looks, [minute, 2 * minute]);
  });

  it('waits no longer than usual once the list was read after a failure', async () => {
    const stage = new Stage();
    stage.answer = () => ({ kind: 'tooSlow', seconds: 30 });
    await stage.pass(8 * minute);
    assert.deepEqual(stage.looks, [minute, 3 * minute, 7 * minute]);
    stage.answer = () => undefined;
    stage.changed({ readAt: 8 * minute });
    await stage.pass(2 * minute);
    assert.deepEqual(stage.looks.slice(3), [9 * minute, 10 * minute]);
  });

  it('looks once at a time, however many states come meanwhile', async () => {
    const stage = new Stage();
    stage.answer = () => {
      stage.changed({});
      return undefined;
    };
    await stage.pass(3 * minute);
    assert.deepEqual(stage.looks, [minute, 2 * minute, 3 * minute]);
  });

  it('goes on after an error of ours, more rarely', async () => {
    const stage = new Stage();
    stage.answer = () => {
      throw new Error('ours');
    };
    await stage.pass(3 * minute);
    assert.deepEqual(stage.looks, [minute, 3 * minute]);
    assert.equal(stage.errors.length, 2);
  });

  it('ends when it is disposed', async () => {
    const stage = new Stage();
    stage.refresh.dispose();
    await stage.pass(5 * minute);
    assert.deepEqual(stage.looks, []);
  });
});
