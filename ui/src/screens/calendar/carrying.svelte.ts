// Moving an appointment by the keyboard: lifted, carried with the arrows, put down or put back.
import { announce } from '../../lib/announce.svelte';
import type { CalendarItem } from '../../lib/bindings';
import { dateOf, longDay, sentence } from '../../lib/format';
import { t } from '../../lib/i18n';
import type { Calendar } from './calendar.svelte';
import { carried, type Slot } from './geometry';
import { isArrow } from './walk';
import { isOpen, slotOf, slotText } from './words';

export interface Lifted {
  item: CalendarItem;
  slot: Slot;
}

/** Where one that is moved will be, in words. */
export function placeText({ item, slot }: Lifted): string {
  return item.occurrence.all_day ? sentence(longDay(dateOf(slot.starts_at))) : slotText(slot);
}

export class Carrying {
  lifted: Lifted | null = $state.raw(null);
  #calendar: Calendar;
  #move: (item: CalendarItem, slot: Slot) => Promise<void>;

  /** `move` puts it down elsewhere. */
  constructor(calendar: Calendar, move: (item: CalendarItem, slot: Slot) => Promise<void>) {
    this.#calendar = calendar;
    this.#move = move;
  }

  lift(item: CalendarItem | null): void {
    if (!item || !isOpen(item) || !this.#calendar.canWrite) return;
    this.lifted = { item, slot: slotOf(item) };
    announce(t('calendar-lifted', { what: item.occurrence.content.title }));
  }

  /** Puts it back where it was. */
  drop(): void {
    if (!this.lifted) return;
    this.lifted = null;
    announce(t('calendar-put-back'));
  }

  /** A key while one is lifted; whether it was meant for it. */
  press(event: KeyboardEvent): boolean {
    if (!this.lifted) return false;
    const { item, slot } = this.lifted;
    if (event.key === 'Escape') this.drop();
    else if (event.key === 'Enter') {
      // It stays where it was put while one is asked about its series.
      if (slot.starts_at === item.occurrence.starts_at) this.drop();
      else void this.#move(item, slot).finally(() => (this.lifted = null));
    } else if (isArrow(event.key)) {
      const next = carried(slot, event.key, { coarse: event.shiftKey, whole: item.occurrence.all_day });
      this.lifted = { item, slot: next };
      if (!this.#calendar.days.includes(dateOf(next.starts_at))) this.#calendar.day = dateOf(next.starts_at);
      announce(placeText(this.lifted));
    } else return false;
    return true;
  }
}
