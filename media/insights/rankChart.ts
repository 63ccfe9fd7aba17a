import { rect } from '@observablehq/plot';
import type { RankRow } from '../../src/insights/insightsParts.ts';
import { fills } from './patterns.tsx';
import { plotted, written } from './plotted.ts';
import { shortened, type Room } from './room.ts';

interface Placed {
  readonly row: RankRow;
  readonly place: number;
}

/** Names take at most so much of the width; longer ones stand above their bars. */
const widestNames = 0.45;

/** Counts by name, the first row at the top. `code`: the names are codes. */
export function rankChart(rows: readonly RankRow[], room: Room, code: boolean): SVGSVGElement {
  const { width, em } = room;
  const widthOfName = code ? room.widthOfCode : room.widthOf;
  const names = Math.max(...rows.map(({ name }) => widthOfName(name))) + em;
  const texts = Math.max(...rows.map(({ text }) => room.widthOf(text))) + em;
  const above = names > width * widestNames;
  const height = em * (above ? 3.4 : 2.1);
  // A bar lies in the lower part of its row where the name has the upper one.
  const [from, to] = above ? [0.56, 0.84] : [0.22, 0.78];
  const middle =
    (part: number) =>
    (index: number): number =>
      (index + part) * height;
  const placed = rows.map((row, place): Placed => ({ row, place }));
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const [left, right] = [above ? 0 : names, width - texts];
  // What is there can be seen, however little it is.
  const least = (most * 2) / Math.max(1, right - left);
  return opening(
    rows,
    plotted({
      width,
      height: height * rows.length,
      x: { domain: [0, most], range: [left, right] },
      y: { domain: [0, rows.length], range: [0, height * rows.length] },
      marks: [
        ...[...Map.groupBy(placed, ({ row }) => row.tone)].map(([tone, these]) =>
          rect(these, {
            className: `ranked ${tone}`,
            fill: tone === 'failed' ? fills.rejected : 'currentColor',
            x1: 0,
            x2: ({ row }: Placed) => Math.max(row.count, least),
            y1: ({ place }: Placed) => place + from,
            y2: ({ place }: Placed) => place + to,
            rx: 2,
            title: ({ row }: Placed) => row.mark.label,
          }),
        ),
        written(
          rows.map(({ name }) => ({ left: 0, text: shortened(name, above ? width : names - em, widthOfName) })),
          middle(above ? 0.3 : 0.5),
          code ? 'name code' : 'name',
        ),
        written(
          rows.map(({ text }) => ({ left: width - room.widthOf(text), text })),
          middle((from + to) / 2),
          'axis',
        ),
      ],
    }),
  );
}

/** Tells each bar what it opens. Plot draws those of one tone in the order of the rows. */
function opening(rows: readonly RankRow[], svg: SVGSVGElement): SVGSVGElement {
  for (const [tone, these] of Map.groupBy(rows, (row) => row.tone)) {
    for (const [index, drawn] of svg.querySelectorAll<SVGElement>(`.ranked.${tone} > rect`).entries()) {
      drawn.dataset['key'] = these[index]?.mark.key ?? '';
    }
  }
  return svg;
}
