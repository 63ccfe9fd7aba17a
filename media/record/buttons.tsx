import type { VNode } from 'preact';
import type { RecordAction } from '../../src/protocol/record.ts';
import type { Labelled } from '../../src/submissions/recordParts.ts';
import { run } from './host.ts';

/** Buttons that the panel acts on. */
export function ActionButtons({ buttons }: { readonly buttons: readonly Labelled<RecordAction>[] }): VNode {
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
