import { plain } from '../../submissions/words/plain.ts';

/**
 * Remote or typed text for places where VS Code reads `$(name)` as an icon and `[text](target)` as a link: notifications,
 * quick picks and input boxes. A joiner that nobody sees keeps both from being read so.
 */
export function safeText(text: string, limit?: number): string {
  return plain(text, limit).replaceAll('$(', '$\u2060(').replaceAll('](', ']\u2060(');
}
