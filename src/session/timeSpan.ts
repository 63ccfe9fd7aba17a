/** The span of the times of a page, in ms since 1970, and whether no time is later than the one before it. */
export class TimeSpan {
  newest: number | undefined;
  oldest: number | undefined;
  isDescending = true;
  #last = Infinity;

  add(time: number | undefined): void {
    if (time !== undefined) {
      this.newest = Math.max(this.newest ?? time, time);
      this.oldest = Math.min(this.oldest ?? time, time);
      this.isDescending &&= time <= this.#last;
      this.#last = time;
    }
  }
}
