import { shortened, type Room } from './room.ts';

/** A text on a drawing, from its left edge, in CSS pixels. */
export interface Label {
  readonly left: number;
  readonly text: string;
}

/** A place on a drawing and what is said of it, in CSS pixels. */
export interface Spot {
  readonly x: number;
  readonly label: string;
}

interface Taken {
  readonly from: number;
  readonly to: number;
}

/** What stands below an axis: every n-th label, so that none touches the next or leaves the drawing. */
export function axisLabels(spots: readonly Spot[], room: Room): readonly Label[] {
  for (let step = 1; step < spots.length; step++) {
    const labels = spots.filter((_, index) => index % step === 0).map((spot) => centred(spot, room));
    const apart = labels.every((label, index) => {
      const next = labels[index + 1];
      return next === undefined || label.left + room.widthOf(label.text) + room.em <= next.left;
    });
    if (apart) {
      return labels;
    }
  }
  return spots.slice(0, 1).map((spot) => centred(spot, room));
}

function centred({ x, label }: Spot, room: Room): Label {
  const width = room.widthOf(label);
  return { left: Math.max(0, Math.min(x - width / 2, room.width - width)), text: label };
}

/** What stands above upright lines, side by side however near these are to each other or to an edge. */
export function aboveLines(lines: readonly Spot[], room: Room): readonly Label[] {
  const gap = room.em / 2;
  const spots = lines.toSorted((one, other) => one.x - other.x);
  const labels = spots.map((spot) => ({ ...centred(spot, room), width: room.widthOf(spot.label) }));
  let end = room.width;
  for (const label of labels.toReversed()) {
    label.left = Math.min(label.left, end - label.width);
    end = label.left - gap;
  }
  let start = 0;
  for (const label of labels) {
    label.left = Math.max(label.left, start);
    start = label.left + label.width + gap;
  }
  return labels;
}

/**
 * The labels beside upright lines; the first lines get the room first. A label stands on the side with room, is
 * shortened, or is left out.
 */
export function besideLines(lines: readonly Spot[], room: Room): readonly Label[] {
  const gap = room.em / 3;
  const taken: Taken[] = [];
  return lines.flatMap(({ x, label }) => {
    const others = [
      // A line at the same place does not count, because each of the two labels can have a side.
      ...lines.filter((line) => Math.abs(line.x - x) >= 1).map((line) => ({ from: line.x, to: line.x })),
      ...taken,
    ];
    const start = Math.max(0, ...others.filter((one) => one.from < x).map((one) => Math.min(one.to, x) + gap));
    const end = Math.min(room.width, ...others.filter((one) => one.to >= x).map((one) => Math.max(one.from, x) - gap));
    const [before, after] = [x - gap - start, end - x - gap];
    const wanted = room.widthOf(label);
    const right = after >= wanted || after >= before;
    const space = right ? after : before;
    if (label === '' || space < Math.min(wanted, room.em * 6)) {
      return [];
    }
    const text = shortened(label, space, room.widthOf);
    const left = right ? x + gap : x - gap - room.widthOf(text);
    taken.push({ from: left, to: left + room.widthOf(text) });
    return [{ left, text }];
  });
}
