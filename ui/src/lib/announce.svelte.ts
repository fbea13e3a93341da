// Says what changed to those who listen: a quiet line read aloud, never drawn.

import { untrack } from 'svelte';

let polite = $state('');
let assertive = $state('');

export const announcements = {
  get polite(): string {
    return polite;
  },
  get assertive(): string {
    return assertive;
  },
};

export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  // The same words twice are a new message: a no-break space at the end makes them differ. Whoever
  // speaks in an effect must not run again because of what is said.
  untrack(() => {
    if (urgency === 'assertive') assertive = assertive === text ? `${text}\u00a0` : text;
    else polite = polite === text ? `${text}\u00a0` : text;
  });
}
