import type { RankRow } from '../../src/insights/insightsParts.ts';
import { bar } from './bars.tsx';
import { texts, type Drawing } from './drawing.tsx';
import { fills } from './patterns.tsx';
import { shortened, type Room } from './room.ts';

/** Names take at most this part of the width; longer ones stand above their bars. */
const widestNames = 0.45;

/** The least length of a bar, in CSS pixels, so that even a small count can be seen. */
const least = 2;

/** Counts by name, the first row at the top. `code`: the names are codes. */
export function rankChart(rows: readonly RankRow[], room: Room, code: boolean): Drawing {
  const { width, em } = room;
  const widthOfName = code ? room.widthOfCode : room.widthOf;
  const names = Math.max(...rows.map(({ name }) => widthOfName(name))) + em;
  const counts = rows.map(({ text }) => ({ left: width - room.widthOf(text), text }));
  const above = names > width * widestNames;
  const height = em * (above ? 3.4 : 2.1);
  // Where the name is in the upper part of a row, the bar is in the lower part.
  const [from, to] = above ? [0.56, 0.84] : [0.22, 0.78];
  const middle =
    (part: number) =>
    (index: number): number =>
      (index + part) * height;
  const [left, right] = [above ? 0 : names, Math.min(...counts.map((count) => count.left)) - em];
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return {
    height: height * rows.length,
    opens: true,
    content: (
      <>
        <g>
          {rows.map(({ count, mark, tone }, place) => {
            const length = Math.max(least, ((right - left) * count) / most);
            const box = { left, top: (place + from) * height, width: length, height: (to - from) * height };
            const fill = tone === 'failed' ? fills.rejected : 'currentColor';
            return <g key={place}>{bar(0, box, { mark, class: `ranked ${tone}`, fill, rx: 2 })}</g>;
          })}
        </g>
        {texts(
          rows.map(({ name }) => ({ left: 0, text: shortened(name, above ? width : names - em, widthOfName) })),
          middle(above ? 0.3 : 0.5),
          code ? 'name code' : 'name',
        )}
        {texts(counts, middle((from + to) / 2), 'axis')}
      </>
    ),
  };
}
