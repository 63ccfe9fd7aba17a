import type { VNode } from 'preact';
import type { RecordView } from '../../src/submissions/words/recordParts.ts';
import { ActionButtons } from '../shared/buttons.tsx';
import { run } from './host.ts';
import { Shape } from '../shared/shapes.tsx';

/** Whose record it is, what came of it and why, and what can be done with it. */
export function Header({ view }: { readonly view: RecordView }): VNode {
  return (
    <header>
      <div class="top">
        <div class="whose">
          <h1>
            <span class={`badge ${view.badge.tone}`}>
              <Shape icon={view.badge.icon} /> <bdi>{view.badge.text}</bdi>
            </span>{' '}
            <bdi class="id">{view.id}</bdi>
          </h1>
          {view.steps.length > 0 && <Steps view={view} />}
        </div>
        <Buttons view={view} />
      </div>
      <p class="sentence">
        {view.sentence.map(({ text, tone }, index) =>
          tone === undefined ? (
            text
          ) : (
            <strong key={index} class={tone} dir="auto">
              {text}
            </strong>
          ),
        )}
      </p>
      <Facts view={view} />
    </header>
  );
}

function Buttons({ view }: { readonly view: RecordView }): VNode {
  return (
    <div class="buttons" role="group" aria-label={view.buttonsTitle}>
      <ActionButtons buttons={view.buttons} run={run} />
    </div>
  );
}

/**
 * The buttons to the previous and the next record. At an end of the list the button is only marked as disabled, so that
 * it keeps the focus.
 */
function Steps({ view }: { readonly view: RecordView }): VNode {
  return (
    <div class="steps" role="group" aria-label={view.stepsTitle}>
      {view.steps.map(({ action, label, hint, keys, enabled }) => (
        <button
          key={action}
          type="button"
          title={hint}
          aria-label={label}
          aria-keyshortcuts={keys}
          aria-disabled={!enabled}
          onClick={() => {
            if (enabled) {
              run(action);
            }
          }}
        >
          <Shape icon={action} />
        </button>
      ))}
    </div>
  );
}

function Facts({ view }: { readonly view: RecordView }): VNode {
  return (
    <dl class="facts">
      {view.facts.map(({ label, value, plainly }) => (
        <div key={label}>
          <dt class={plainly ? 'spoken' : undefined}>{label}</dt>{' '}
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
