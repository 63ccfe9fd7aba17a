import type { VNode } from 'preact';

/** What else there is to know about a part, e.g. what it leaves out. */
export function Notes({ notes }: { readonly notes: readonly string[] }): VNode {
  return (
    <>
      {notes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
    </>
  );
}
