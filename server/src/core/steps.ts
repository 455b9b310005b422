/** Work that can be done a step at a time, so that others have their turn, done at once: its result. */
export function atOnce<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
