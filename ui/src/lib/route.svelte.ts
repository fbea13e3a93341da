// Where one is: a screen's name and its values. No address, nothing that a history on disk could hold.

export interface Place {
  screen: string;
  params: Record<string, string>;
}

const LONGEST = 50;

let current = $state.raw<Place>({ screen: 'today', params: {} });
let past: Place[] = $state.raw([]);
let begun = $state(0);

export const route = {
  get current(): Place {
    return current;
  },
  get canGoBack(): boolean {
    return past.length > 0;
  },
  /** How often a screen was begun anew while one was on it: it is then drawn from nothing. */
  get begun(): number {
    return begun;
  },
  /** Goes to a screen from outside it. On the screen already, one begins anew: no filter, no values. */
  enter(screen: string): void {
    if (current.screen !== screen) return route.go(screen);
    current = { screen, params: {} };
    begun += 1;
  },
  /** Goes to a screen. The same screen with other values counts as a new place. */
  go(screen: string, params: Record<string, string> = {}): void {
    past = [...past, current].slice(-LONGEST);
    current = { screen, params };
  },
  /** Changes values of the present place (a tab, a week) without a step to go back to. */
  replace(params: Record<string, string>): void {
    current = { screen: current.screen, params: { ...current.params, ...params } };
  },
  back(): void {
    const last = past.at(-1);
    if (!last) return;
    past = past.slice(0, -1);
    current = last;
  },
  /** Forgets every place; used when the vault locks. */
  reset(screen = 'today'): void {
    past = [];
    current = { screen, params: {} };
    begun += 1;
  },
};
