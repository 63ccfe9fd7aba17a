import type { VNode } from 'preact';
import type { Notice } from '../../src/protocol/record.ts';
import { ActionButtons } from '../shared/buttons.tsx';
import { run } from './host.ts';
import { Shape } from '../shared/shapes.tsx';

/** What happened instead of a record, and what helps. */
export function NoticeView({ notice }: { readonly notice: Notice }): VNode {
  return (
    <div class="notice">
      <h1>
        <span class="badge warning">
          <Shape icon="warning" /> {notice.badge}
        </span>{' '}
        <bdi class="id">{notice.heading}</bdi>
      </h1>
      <p class="sentence" dir="auto">
        {notice.summary}
      </p>
      <p dir="auto">{notice.advice}</p>
      <div class="buttons">
        <ActionButtons buttons={notice.remedies} run={run} />
      </div>
    </div>
  );
}
