import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const paletteSize = 256;

interface Image {
  readonly width: number;
  readonly height: number;
  /** One colour after the other, row by row, as 0xRRGGBB. */
  readonly colours: Uint32Array;
}

/**
 * The same picture as a PNG with a palette. Letters are drawn in thousands of shades, and only a few of those can be
 * told apart.
 */
export function smaller(png: Buffer): Buffer {
  const { width, height, colours } = read(png);
  const { palette, indexOf } = paletteOf(colours);
  const rows = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, at) => {
    rows[at + Math.floor(at / width) + 1] = indexOf(colour);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each index into a palette (colour type 3). The other three bytes are 0, as in any usual PNG.
  header.set([8, 3, 0, 0, 0], 8);
  const shades = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', shades),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * Chooses the palette. Each next colour is the one that would be drawn most wrongly without it: by its number of pixels
 * and the distance to its nearest colour of the palette. All other colours become that nearest one.
 */
function paletteOf(colours: Uint32Array): {
  readonly palette: readonly number[];
  readonly indexOf: (colour: number) => number;
} {
  const shades = new Map<number, { count: number; away: number; index: number }>();
  for (const colour of colours) {
    const shade = shades.get(colour) ?? { count: 0, away: 4 * 255 ** 2, index: 0 };
    shade.count += 1;
    shades.set(colour, shade);
  }
  const palette: number[] = [];
  while (palette.length < Math.min(paletteSize, shades.size)) {
    const [next] = [...shades].reduce((worst, other) => (wrongness(other) > wrongness(worst) ? other : worst));
    for (const [colour, shade] of shades) {
      const away = distance(colour, next);
      if (away < shade.away) Object.assign(shade, { away, index: palette.length });
    }
    palette.push(next);
  }
  return { palette, indexOf: (colour) => shades.get(colour)?.index ?? 0 };
}

function wrongness([, { count, away }]: readonly [number, { readonly count: number; readonly away: number }]): number {
  return count * away;
}

function distance(one: number, other: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
}

// Reads what a browser writes: eight bits each of red, green and blue, and of alpha where there is some.
function read(png: Buffer): Image {
  const parts = new Map<string, Buffer[]>();
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    parts.set(type, [...(parts.get(type) ?? []), png.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  const header = Buffer.concat(parts.get('IHDR') ?? []);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const size = header[9] === 6 ? 4 : 3;
  const bytes = unfiltered(inflateSync(Buffer.concat(parts.get('IDAT') ?? [])), width * size, size);
  const colours = Uint32Array.from({ length: width * height }, (_, at) => bytes.readUIntBE(at * size, 3));
  return { width, height, colours };
}

// Each row begins with the number of its filter, which says from which neighbours a byte was predicted.
function unfiltered(bytes: Buffer, rowLength: number, size: number): Buffer {
  const rows = bytes.length / (rowLength + 1);
  const found = Buffer.alloc(rows * rowLength);
  for (let row = 0; row < rows; row += 1) {
    const filter = bytes.readUInt8(row * (rowLength + 1));
    for (let column = 0; column < rowLength; column += 1) {
      const at = row * rowLength + column;
      const left = column < size ? 0 : found.readUInt8(at - size);
      const above = row === 0 ? 0 : found.readUInt8(at - rowLength);
      const corner = column < size || row === 0 ? 0 : found.readUInt8(at - rowLength - size);
      found[at] = bytes.readUInt8(at + row + 1) + predicted(filter, left, above, corner);
    }
  }
  return found;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return nearestTo(left + above - corner, [left, above, corner]);
    default:
      return 0;
  }
}

function nearestTo(value: number, candidates: readonly [number, ...number[]]): number {
  return candidates.reduce((best, other) => (Math.abs(value - other) < Math.abs(value - best) ? other : best));
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
