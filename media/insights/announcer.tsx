import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** How long, in milliseconds, nothing has moved before it is said what came of it. */
const rest = 300;

/** Says a text aloud once it stays. What is there from the beginning is on the page to be read. */
export function Announcer({ text }: { readonly text: string }): VNode {
  const [said, say] = useState('');
  const last = useRef(text);
  useEffect(() => {
    if (last.current === text) {
      return;
    }
    const timer = setTimeout(() => {
      last.current = text;
      say(text);
    }, rest);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return (
    <p class="spoken" role="status">
      {said}
    </p>
  );
}
