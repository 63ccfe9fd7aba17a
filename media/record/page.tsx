import type { VNode } from 'preact';
import type { RecordToPage } from '../../src/protocol/record.ts';
import { Patterns } from './bars.tsx';
import { NoticeView } from './notice.tsx';
import { Record } from './record.tsx';

/** Everything that the page shows. The live region stays, so that a screen reader hears what changes in it. */
export function Page({ message }: { readonly message: RecordToPage }): VNode {
  return (
    <>
      <Patterns />
      <p class="spoken" role="status">
        {announcementOf(message)}
      </p>
      <main aria-busy={message.kind === 'loading'}>{contentOf(message)}</main>
    </>
  );
}

function contentOf(message: RecordToPage): VNode {
  switch (message.kind) {
    case 'loading':
      return <h1 class="loading">{message.text}</h1>;
    case 'record':
      return <Record view={message.view} />;
    case 'failed':
    case 'notFound':
      return <NoticeView notice={message.notice} />;
  }
}

function announcementOf(message: RecordToPage): string {
  switch (message.kind) {
    case 'loading':
      return message.text;
    case 'record':
      return message.view.announcement;
    case 'failed':
    case 'notFound':
      return `${message.notice.summary} ${message.notice.advice}`;
  }
}
