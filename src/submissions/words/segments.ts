import type { Segment, Tone } from './recordParts.ts';

/** A sentence with pieces in the places `{0}`, `{1}`… of its (translated) template. */
export function phrase(template: string, ...pieces: readonly (readonly Segment[])[]): readonly Segment[] {
  return template
    .split(/\{(\d+)\}/)
    .flatMap((part, index) => (index % 2 === 1 ? (pieces[Number(part)] ?? []) : part === '' ? [] : [{ text: part }]));
}

/** An emphasised piece. */
export function strong(text: string | number, tone: Tone = 'quiet'): readonly Segment[] {
  return [{ text: String(text), tone }];
}

/** The sentence as one text. */
export function spoken(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('');
}
