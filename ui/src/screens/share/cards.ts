// How far a colleague's card can be used, and the digits to compare.
import type { CardView } from '../../lib/bindings';

/** Why nothing can be sent to a card, or that something can. */
export type Use = 'ready' | 'unverified' | 'changed' | 'expired';

export function useOf(card: CardView): Use {
  if (card.state === 'changed') return 'changed';
  if (card.is_expired) return 'expired';
  return card.state === 'verified' ? 'ready' : 'unverified';
}

/** Changed keys first: they ask for something. Then by name. */
export function inOrder(cards: readonly CardView[]): CardView[] {
  const rank: Record<Use, number> = { changed: 0, unverified: 1, ready: 2, expired: 3 };
  return [...cards].sort((a, b) => rank[useOf(a)] - rank[useOf(b)] || a.name.localeCompare(b.name));
}

/** "Handläggare, Kansliet". */
export function whoText(card: Pick<CardView, 'role' | 'organisation'>): string {
  return [card.role, card.organisation].filter(Boolean).join(', ');
}

/** Different groups to ask for, in the order of the card; nobody can know which before. */
export function groupsToAsk(of: number, count: number, random: (below: number) => number = below): number[] {
  const left = Array.from({ length: of }, (_, index) => index);
  const chosen: number[] = [];
  while (chosen.length < count && left.length > 0) chosen.push(...left.splice(random(left.length), 1));
  return chosen.sort((a, b) => a - b);
}

function below(limit: number): number {
  // What doesn't fit evenly is thrown again, so that every group is as likely as the next.
  const top = Math.floor(0x1_0000_0000 / limit) * limit;
  const box = new Uint32Array(1);
  do crypto.getRandomValues(box);
  while ((box[0] ?? 0) >= top);
  return (box[0] ?? 0) % limit;
}

/** The digits alone, as they were typed with or without spaces. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
