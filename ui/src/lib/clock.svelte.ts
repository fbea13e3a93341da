// What time it is. The program tells the page, so that everything agrees on one clock.

let wall = $state<string | null>(null);

export const wallClock = {
  /** The present wall-clock time as the program last told it; null before it has. */
  get now(): string | null {
    return wall;
  },
  set(now: string): void {
    wall = now;
  },
};
