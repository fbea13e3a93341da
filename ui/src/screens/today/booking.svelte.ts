// An appointment written as one line.
import { commands, type CaseId, type QuickDraft } from '../../lib/bindings';
import { call } from '../../lib/call';
import { addMinutes, clock, duration, longDay, sentence, wall } from '../../lib/format';
import { t } from '../../lib/i18n';
import { newId } from '../../lib/uuid';
import { change } from '../person/change';

const WAIT = 150;

/** "Tisdag 24 november 14:00–14:45 · 45 min". */
export function whenOf(draft: QuickDraft): string {
  const day = sentence(longDay(draft.on));
  if (!draft.time) return `${day} · ${t('today-all-day')}`;
  const from = wall(draft.on, draft.time);
  return `${day} ${clock(from)}–${clock(addMinutes(from, draft.minutes))} · ${duration(draft.minutes)}`;
}

export class Booking {
  /** The same for a line sent twice. */
  readonly id = newId();
  /** What is written, as it is kept. */
  readonly written = $state({ person: '', line: '' });
  draft: QuickDraft | null = $state.raw(null);
  failure: unknown = $state.raw(null);
  busy = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  constructor(person: CaseId | null) {
    this.written.person = person ?? '';
  }

  get when(): string {
    return this.draft ? whenOf(this.draft) : '';
  }

  /** Reads the line a moment after the last key; only the latest reading counts. */
  read = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), WAIT);
  };

  /** Reads the line now. */
  settle = async (): Promise<void> => {
    clearTimeout(this.#timer);
    const mine = ++this.#round;
    try {
      const draft = await call(commands.quickLine(this.written.line));
      if (mine !== this.#round) return;
      this.draft = draft;
      this.failure = null;
    } catch (thrown) {
      if (mine !== this.#round) return;
      this.draft = null;
      this.failure = thrown;
    }
  };

  book = async (reload: () => unknown): Promise<boolean> => {
    const { draft } = this;
    if (!draft || this.busy) return false;
    this.busy = true;
    const went = await change({
      run: () =>
        call(
          commands.appointmentAdd({
            id: this.id,
            case: this.written.person,
            starts_at: wall(draft.on, draft.time ?? '00:00'),
            minutes: draft.time ? draft.minutes : 0,
            all_day: draft.time === null,
            content: { title: draft.title, place: draft.place, on_paper: true },
          }),
        ),
      text: t('today-booked', { what: draft.title, when: whenOf(draft).split(' · ')[0] ?? '' }),
      reload: async () => reload(),
    });
    this.busy = false;
    return went;
  };

  end(): void {
    clearTimeout(this.#timer);
    this.#round++;
  }
}
