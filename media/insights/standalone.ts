import { roomOf } from './room.ts';

/** Elements inherit these from what they are in, as in the page. */
const inherited = [
  'fill-opacity',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
] as const;

const paints = ['fill', 'stroke'] as const;

const svgNames = 'http://www.w3.org/2000/svg';

/** A drawing as the text of a file: what the style sheet of the page makes of it stands on its elements. */
export function standalone(svg: SVGSVGElement): string {
  const copy = dressed(svg);
  const legend = legendBelow(svg);
  const height = Number(svg.getAttribute('height')) + legend.height;
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `0 0 ${svg.getAttribute('width') ?? ''} ${height}`);
  copy.append(...legend.parts);
  copy.setAttribute('role', 'img');
  const title = document.createElementNS(svgNames, 'title');
  title.textContent = svg.getAttribute('aria-label');
  copy.setAttribute('xmlns', svgNames);
  copy.prepend(title, patternsOf(svg), groundOf(svg, height));
  return new XMLSerializer().serializeToString(copy);
}

/** What the fillings of the drawing refer to; in the page it is there once for all drawings. */
function patternsOf(svg: SVGSVGElement): SVGDefsElement {
  const defs = document.createElementNS(svgNames, 'defs');
  const used = new Set([...svg.querySelectorAll('[fill^="url(#"]')].map((part) => part.getAttribute('fill')));
  for (const fill of used) {
    const pattern = document.querySelector<SVGPatternElement>(fill?.slice('url('.length, -1) ?? '');
    if (pattern !== null) {
      defs.append(dressed(pattern));
    }
  }
  return defs;
}

function groundOf(svg: SVGSVGElement, height: number): SVGRectElement {
  const ground = document.createElementNS(svgNames, 'rect');
  ground.setAttribute('width', svg.getAttribute('width') ?? '');
  ground.setAttribute('height', String(height));
  paint(ground, 'fill', getComputedStyle(document.body).backgroundColor);
  return ground;
}

/** What the page says above the chart about the fillings of its bars; none where it says nothing. */
function legendBelow(svg: SVGSVGElement): { readonly parts: readonly SVGElement[]; readonly height: number } {
  const { em, widthOf } = roomOf(svg);
  const middle = Number(svg.getAttribute('height')) + em;
  let left = 0;
  const parts = [...(svg.closest('section')?.querySelectorAll('.legend li') ?? [])].flatMap((item) => {
    const swatch = item.querySelector('rect');
    const name = item.textContent.trim();
    if (swatch === null || svg.querySelector(`.${[...swatch.classList].join('.')}`) === null) {
      return [];
    }
    const filled = dressed(swatch);
    place(filled, { x: left, y: middle - em / 2, width: em, height: em });
    const text = document.createElementNS(svgNames, 'text');
    place(text, { x: left + em * 1.5, y: middle });
    text.setAttribute('dominant-baseline', 'central');
    text.textContent = name;
    paint(text, 'fill', getComputedStyle(item).color);
    left += em * 3 + widthOf(name);
    return [filled, text];
  });
  return { parts, height: parts.length === 0 ? 0 : em * 2 };
}

function place(part: SVGElement, numbers: Readonly<Record<string, number>>): void {
  for (const [name, number] of Object.entries(numbers)) {
    part.setAttribute(name, number.toFixed(2));
  }
}

/** A copy with all of its look. The keys of bars belong to the page, and so do the words that offer to open them. */
function dressed<Kind extends SVGElement>(original: Kind): Kind {
  const copy = document.importNode(original, true);
  const originals = [original, ...original.querySelectorAll('*')];
  for (const [index, part] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const from = originals[index];
    if (from !== undefined) {
      dress(part, getComputedStyle(from), from === original ? undefined : from.parentElement);
    }
  }
  for (const part of copy.querySelectorAll('[data-key]')) {
    for (const name of ['data-key', 'tabindex', 'role', 'aria-label']) {
      part.removeAttribute(name);
    }
  }
  return copy;
}

function dress(part: Element, look: CSSStyleDeclaration, parent: Element | null | undefined): void {
  const around = parent ? getComputedStyle(parent) : undefined;
  const differs = (name: string): boolean => look.getPropertyValue(name) !== around?.getPropertyValue(name);
  part.removeAttribute('class');
  for (const name of inherited.filter(differs)) {
    part.setAttribute(name, look.getPropertyValue(name));
  }
  for (const name of paints.filter(differs)) {
    paint(part, name, look.getPropertyValue(name));
  }
  if (look.opacity !== '1') {
    part.setAttribute('opacity', look.opacity);
  }
}

/** Other programs know neither mixed colours nor colour spaces: what is painted is asked of a pixel. */
function paint(part: Element, name: (typeof paints)[number], value: string): void {
  const pixel = document.createElement('canvas').getContext('2d');
  if (pixel === null || value === 'none' || value.startsWith('url(')) {
    part.setAttribute(name, value.replaceAll('"', ''));
    return;
  }
  pixel.fillStyle = value;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  part.setAttribute(name, `rgb(${red},${green},${blue})`);
  if (alpha < 255) {
    part.setAttribute(`${name}-opacity`, (alpha / 255).toFixed(3));
  }
}
