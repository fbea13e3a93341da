// A damaged vault that was opened only to be read: what could be read of it.
import type { RescueView } from './bindings';

let view = $state.raw<RescueView | null>(null);

export const rescue = {
  /** What could be read; null in a vault that is whole. */
  get view(): RescueView | null {
    return view;
  },
  /** How many records don't read. */
  get lost(): number {
    return view ? view.lost.reduce((sum, each) => sum + each.count, view.lost_unknown) : 0;
  },
  take(now: RescueView | null): void {
    view = now;
  },
};
