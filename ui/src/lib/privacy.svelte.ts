// Hides everyone but the person who sits beside: only screens about one person stay.

let on = $state(false);

export const privacy = {
  get on(): boolean {
    return on;
  },
  set(next: boolean): void {
    on = next;
  },
  toggle(): void {
    on = !on;
  },
};
