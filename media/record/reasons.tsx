import type { VNode } from 'preact';
import type { ReasonsPart } from '../../src/submissions/words/recordParts.ts';
import { Notes } from '../shared/notes.tsx';

/** The service's own codes and comments. */
export function Reasons({ part }: { readonly part: ReasonsPart }): VNode {
  return (
    <section>
      <h2>{part.title}</h2>
      {part.codes.length > 0 && (
        <ul class="codes">
          {part.codes.map(({ code, meaning }, index) => (
            <li key={index}>
              <code dir="auto">{code}</code>
              {meaning !== '' && <span class="meaning"> {meaning}</span>}
            </li>
          ))}
        </ul>
      )}
      {part.comments.map((comment, index) => (
        <blockquote key={index} dir="auto">
          {comment}
        </blockquote>
      ))}
      <Notes notes={part.notes} />
    </section>
  );
}
