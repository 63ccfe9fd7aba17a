import { roomOf } from './room.ts';

/** Properties that elements inherit from the elements around them, in the file as on the page. */
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

/** A drawing as the text of a file. Its elements have the styles that the style sheet of the page gives them. */
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

/** The patterns that fill the drawing. On the page they exist once for all drawings, so the file gets copies. */
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

/**
 * The legend of the chart, which explains the fillings of its bars. The page has it above the chart, the file below;
 * empty where the page has none.
 */
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

/**
 * A copy with its styles as attributes. It loses the keys of bars and the labels that offer to open them, because these
 * work only on the page.
 */
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

/**
 * Sets a colour as RGB, as a painted pixel has it, because other programs know neither mixed colours nor colour spaces.
 */
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
