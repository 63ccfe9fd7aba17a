/** How much room a drawing has and what texts take of it, in CSS pixels. */
export interface Room {
  readonly width: number;
  /** The size of its text. */
  readonly em: number;
  readonly widthOf: (text: string) => number;
  readonly widthOfCode: (text: string) => number;
}

const ruler = document.createElement('canvas').getContext('2d');

/** The room inside an element. Texts are measured in the font of that element. */
export function roomOf(place: Element): Room {
  const style = getComputedStyle(place);
  const em = Number.parseFloat(style.fontSize);
  const measuring =
    (family: string) =>
    (text: string): number => {
      if (ruler === null) {
        return text.length * em * 0.6;
      }
      ruler.font = `${em}px ${family}`;
      return Math.ceil(ruler.measureText(text).width);
    };
  return {
    width: place.clientWidth,
    em,
    widthOf: measuring(style.fontFamily),
    widthOfCode: measuring(style.getPropertyValue('--code')),
  };
}

/** The beginning of a text that fits into a width, and a sign that there was more. */
export function shortened(text: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= width) {
    return text;
  }
  const letters = Array.from(text);
  let [fits, tooLong] = [0, letters.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (widthOf(`${letters.slice(0, middle).join('')}…`) <= width) {
      fits = middle;
    } else {
      tooLong = middle;
    }
  }
  return `${letters.slice(0, fits).join('').trimEnd()}…`;
}
