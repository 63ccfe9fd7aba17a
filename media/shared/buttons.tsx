import type { VNode } from 'preact';
import type { Labelled } from '../../src/submissions/words/recordParts.ts';

/** Buttons that the panel acts on. */
export function ActionButtons<Action extends string>({
  buttons,
  run,
}: {
  readonly buttons: readonly Labelled<Action>[];
  readonly run: (action: Action) => void;
}): VNode {
  return (
    <>
      {buttons.map(({ action, label }) => (
        <button
          key={action}
          type="button"
          onClick={() => {
            run(action);
          }}
        >
          {label}
        </button>
      ))}
    </>
  );
}
