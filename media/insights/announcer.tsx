import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A text is said once it has not changed for this long, in milliseconds. */
const rest = 300;

/** Says a text aloud once it stops changing. The first text is not said, because it can be read on the page. */
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
