import type { VNode } from 'preact';
import type { FindingsPart, RecordView, UnknownPart } from '../../src/submissions/words/recordParts.ts';
import { Attempts } from './attempts.tsx';
import { Checks } from './checks.tsx';
import { Header } from './header.tsx';
import { host } from './host.ts';
import { Notes } from '../shared/notes.tsx';
import { Reasons } from './reasons.tsx';
import { Shape } from '../shared/shapes.tsx';
import { Signals } from './signals.tsx';

/** A record: the answer, then what led to it. */
export function Record({ view }: { readonly view: RecordView }): VNode {
  const { deleted, checks, findings, reasons, attempts, signals, unknown } = view;
  return (
    <>
      <Header view={view} />
      {deleted && <Deleted {...deleted} />}
      {checks && <Checks part={checks} />}
      {findings && <Findings part={findings} />}
      <div class="pair">
        {reasons && <Reasons part={reasons} />}
        {attempts && <Attempts part={attempts} />}
      </div>
      {signals && <Signals part={signals} />}
      {unknown && <Unknown part={unknown} />}
    </>
  );
}

function Deleted({ text, button }: NonNullable<RecordView['deleted']>): VNode {
  return (
    <section class="deleted">
      <p>{text}</p>
      {button !== undefined && (
        <button
          type="button"
          onClick={() => {
            host.send({ kind: 'showDeleted' });
          }}
        >
          {button}
        </button>
      )}
    </section>
  );
}

function Findings({ part }: { readonly part: FindingsPart }): VNode {
  return (
    <section>
      <h2>{part.title}</h2>
      <ul class="findings">
        {part.findings.map((finding, index) => (
          <li key={index}>
            <Shape icon="warning" />
            <span dir="auto">{finding}</span>
          </li>
        ))}
      </ul>
      <Notes notes={part.notes} />
    </section>
  );
}

function Unknown({ part }: { readonly part: UnknownPart }): VNode {
  return (
    <section>
      <h2>{part.title}</h2>
      <dl class="unknown">
        {part.fields.map(({ path, json }, index) => (
          <div key={index}>
            <dt>
              <bdi>{path}</bdi>
            </dt>
            <dd>
              <code dir="auto">{json}</code>
            </dd>
          </div>
        ))}
      </dl>
      <Notes notes={part.notes} />
    </section>
  );
}
