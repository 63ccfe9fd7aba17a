import { rect, type Markish } from '@observablehq/plot';
import type { Series, Slice } from '../../src/insights/insightsParts.ts';
import { fills } from './patterns.tsx';

/** A slice where it stands: in which bar, and from which to which count. */
interface Block {
  readonly slice: Slice;
  readonly bar: number;
  readonly from: number;
  readonly to: number;
}

/** Bars of slices upon each other, one mark for each outcome, each bar so wide and so far from its neighbours. */
export class Bars {
  readonly #blocks: ReadonlyMap<Series, readonly Block[]>;

  /** `root`: for an axis of square roots; a slice takes the part of its bar that it has of the count all the same. */
  constructor(bars: readonly (readonly Slice[])[], { root = false } = {}) {
    const all = bars.flatMap((slices, bar) => {
      const total = slices.reduce((sum, { count }) => sum + count, 0);
      const placed = (count: number): number => (root ? count ** 2 / total : count);
      let top = 0;
      return slices.map((slice) => {
        const from = top;
        top += slice.count;
        return { slice, bar, from: placed(from), to: placed(top) };
      });
    });
    this.#blocks = Map.groupBy(all, ({ slice }) => slice.series);
  }

  /** How high the highest bar is. */
  get top(): number {
    return Math.max(0, ...[...this.#blocks.values()].flatMap((blocks) => blocks.map(({ to }) => to)));
  }

  /** `step`: how far bars are apart in the values of the axis; `gap`: how much of it stays free, in pixels. */
  marks(step: number, gap: number): readonly Markish[] {
    return [...this.#blocks].map(([series, blocks]) =>
      rect(blocks, {
        className: `bars ${series}`,
        fill: fills[series],
        x1: ({ bar }: Block) => bar * step,
        x2: ({ bar }: Block) => (bar + 1) * step,
        y1: 'from',
        y2: 'to',
        insetLeft: gap / 2,
        insetRight: gap / 2,
        title: ({ slice }: Block) => slice.label,
      }),
    );
  }

  /** Tells each drawn slice what it opens. Plot draws them in the order in which it got them. */
  open(svg: SVGSVGElement): SVGSVGElement {
    for (const [series, blocks] of this.#blocks) {
      for (const [index, drawn] of svg.querySelectorAll<SVGElement>(`.bars.${series} > rect`).entries()) {
        drawn.dataset['key'] = blocks[index]?.slice.key ?? '';
      }
    }
    return svg;
  }
}
