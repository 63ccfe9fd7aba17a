/** In ms. */
export const dayLength = 86_400_000;

const twoDigits = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

/** A time (ms UTC) as the service writes it: ISO 8601, UTC, milliseconds. */
export const iso = isoWriter();

/**
 * Keeps the date of the last time, because times come in runs of the same day, and asking `Date` for each would take
 * more than half of the time of a page.
 */
function isoWriter(): (time: number) => string {
  let day = NaN;
  let prefix = '';
  return (time) => {
    if (Math.floor(time / dayLength) !== day) {
      day = Math.floor(time / dayLength);
      prefix = new Date(time).toISOString().slice(0, 11);
    }
    const rest = Math.floor(time) - day * dayLength;
    const clock = `${two(rest / 3_600_000)}:${two((rest / 60_000) % 60)}:${two((rest / 1_000) % 60)}`;
    return `${prefix}${clock}.${String(rest % 1_000).padStart(3, '0')}Z`;
  };
}

function two(value: number): string {
  return twoDigits[Math.floor(value)] ?? '';
}
