import { plot, text, type Markish, type PlotOptions } from '@observablehq/plot';
import type { Label } from './labels.ts';

/** How a chart is drawn. Its scales have no axes: labels are placed where they fit. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly x: { readonly domain: readonly [number, number]; readonly range: readonly [number, number] };
  /** `root`: heights grow with the square root of a value, so that few can be seen beside many. */
  readonly y: {
    readonly domain: readonly [number, number];
    readonly range: readonly [number, number];
    readonly root?: boolean;
  };
  readonly marks: readonly Markish[];
}

/** A chart, without the style element that Plot puts in, which the policy of the page forbids. */
export function plotted({ width, height, x, y, marks }: Drawing): SVGSVGElement {
  const options: PlotOptions = {
    // The policy of the page does not reach a document that is never shown.
    document: document.implementation.createHTMLDocument(''),
    className: 'drawing',
    width,
    height,
    margin: 0,
    x: { axis: null, domain: x.domain, range: x.range },
    y: { axis: null, type: y.root === true ? 'sqrt' : 'linear', domain: y.domain, range: y.range },
    marks: [...marks],
  };
  const drawn = plot(options);
  if (!(drawn instanceof SVGSVGElement)) {
    throw new TypeError('A chart without a legend is an svg element.');
  }
  drawn.querySelector('style')?.remove();
  // The chart as a whole has a label; names of its parts in English would only disturb.
  for (const part of drawn.querySelectorAll('[aria-label]')) {
    part.removeAttribute('aria-label');
  }
  return document.adoptNode(drawn);
}

/** Texts, with how far the middle of each is from the top. */
export function written(
  labels: readonly Label[],
  middle: number | ((index: number) => number),
  className: string,
): Markish {
  return text(labels, {
    className,
    x: { value: 'left', scale: null },
    y: { value: (_: Label, index: number) => (typeof middle === 'number' ? middle : middle(index)), scale: null },
    text: 'text',
    textAnchor: 'start',
    lineAnchor: 'middle',
  });
}
