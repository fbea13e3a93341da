// What the panel holds of an appointment: a new one, or one that is changed.
import {
  commands,
  type AppointmentContent,
  type AppointmentEdit,
  type CalendarItem,
  type CaseId,
  type Medium,
  type NewAppointment,
  type Pattern,
  type QuickDraft,
  type Scope,
} from '../../lib/bindings';
import { call } from '../../lib/call';
import { clock, dateOf, wall } from '../../lib/format';
import { newId } from '../../lib/uuid';
import type { Slot } from './geometry';
import { faultOf, once, patternOf, repeatOf, samePattern, type Repeat } from './pattern';
import { nameOf } from './words';

const WAIT = 150;
export const MEDIA: readonly Medium[] = ['in_person', 'phone', 'video', 'accompanied'];
export const SCOPES: readonly Scope[] = ['this', 'this_and_following', 'all'];

interface Fields {
  person: CaseId;
  title: string;
  on: string | null;
  time: string | null;
  minutes: number;
  all_day: boolean;
  place: string;
  bring: string;
  company: string;
  medium: Medium;
  party: string;
  safety_hint: string;
  on_paper: boolean;
  repeat: Repeat;
}

function blank(person: CaseId | null, slot: Slot): Fields {
  return {
    person: person ?? '',
    title: '',
    on: dateOf(slot.starts_at),
    time: clock(slot.starts_at),
    minutes: slot.minutes,
    all_day: false,
    place: '',
    bring: '',
    company: '',
    medium: 'in_person',
    party: '',
    safety_hint: '',
    on_paper: true,
    repeat: once(),
  };
}

function filled({ occurrence, pattern }: CalendarItem): Fields {
  const { content } = occurrence;
  return {
    person: occurrence.case,
    title: content.title,
    on: dateOf(occurrence.starts_at),
    time: occurrence.all_day ? null : clock(occurrence.starts_at),
    minutes: occurrence.minutes || 60,
    all_day: occurrence.all_day,
    place: content.place ?? '',
    bring: content.bring ?? '',
    company: content.company ?? '',
    medium: content.medium ?? 'in_person',
    party: content.party ?? '',
    safety_hint: content.safety_hint ?? '',
    on_paper: content.on_paper ?? true,
    repeat: repeatOf(pattern),
  };
}

export class AppointmentForm {
  /** The same for a form that is sent twice. */
  readonly id = newId();
  readonly item: CalendarItem | null;
  /** Names what is written here while it is not saved. Of new ones there is one at a time. */
  readonly name: string;
  /** The new appointment's id, when it is booked anew. */
  readonly nextId = newId();
  fields: Fields = $state(blank(null, { starts_at: '', minutes: 60 }));
  line = $state('');
  lineFailure: unknown = $state.raw(null);
  read: QuickDraft | null = $state.raw(null);
  tried = $state(false);
  busy = $state(false);
  #before: string;
  /** The line that the fields say already. */
  #taken = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  private constructor(fields: Fields, item: CalendarItem | null) {
    this.fields = fields;
    this.item = item;
    this.name = item ? `appointment ${nameOf(item.target)}` : `appointment of ${fields.person || 'anybody'}`;
    this.#before = JSON.stringify(fields);
  }

  static new(person: CaseId | null, slot: Slot): AppointmentForm {
    return new AppointmentForm(blank(person, slot), null);
  }

  static of(item: CalendarItem): AppointmentForm {
    return new AppointmentForm(filled(item), item);
  }

  get isChanged(): boolean {
    return JSON.stringify(this.fields) !== this.#before;
  }

  get isSeries(): boolean {
    return this.item?.occurrence.series != null;
  }

  /** A rule that the form can't show: it stays as it is. */
  get isForeign(): boolean {
    return this.isSeries && this.item?.pattern === null;
  }

  get starts_at(): string | null {
    const { on, time, all_day } = this.fields;
    if (!on) return null;
    if (all_day) return wall(on, '00:00');
    return time ? wall(on, time) : null;
  }

  /** Where it will stand in the week. */
  get slot(): Slot | null {
    const { starts_at } = this;
    return starts_at && !this.fields.all_day ? { starts_at, minutes: this.fields.minutes } : null;
  }

  /** What is wrong, by field: ids of texts. */
  get faults(): { title?: string; person?: string; on?: string; time?: string; until?: string } {
    const { fields } = this;
    const until = this.isForeign ? null : faultOf(fields.repeat, fields.on);
    return {
      ...(fields.title.trim() ? {} : { title: 'calendar-title-missing' }),
      ...(fields.person ? {} : { person: 'calendar-person-missing' }),
      ...(fields.on ? {} : { on: 'calendar-day-missing' }),
      ...(fields.all_day || fields.time ? {} : { time: 'calendar-time-missing' }),
      ...(until ? { until } : {}),
    };
  }

  get isComplete(): boolean {
    return Object.keys(this.faults).length === 0;
  }

  get pattern(): Pattern | null {
    return patternOf($state.snapshot(this.fields.repeat));
  }

  get isPatternChanged(): boolean {
    return !this.isForeign && !samePattern(this.pattern, this.item?.pattern ?? null);
  }

  /** How far a change can reach: another rhythm can't be for one alone. */
  get scopes(): readonly Scope[] {
    if (!this.isSeries) return ['this'];
    return this.isPatternChanged ? SCOPES.slice(1) : SCOPES;
  }

  /** All that is written here, for keeping while it is not saved. */
  get written(): { line: string; taken: string; fields: Fields } {
    const form = this;
    return {
      get line() {
        return form.line;
      },
      set line(line) {
        form.line = line;
      },
      get taken() {
        return form.#taken;
      },
      set taken(taken) {
        form.#taken = taken;
      },
      get fields() {
        return form.fields;
      },
      // The last: with it all is there, and a line that was not read yet is.
      set fields(fields) {
        form.fields = fields;
        form.readLine();
      },
    };
  }

  content(): AppointmentContent {
    const { fields } = this;
    return {
      title: fields.title.trim(),
      place: fields.place.trim(),
      bring: fields.bring.trim(),
      company: fields.company.trim(),
      medium: fields.medium,
      party: fields.party || null,
      safety_hint: fields.safety_hint.trim(),
      on_paper: fields.on_paper,
    };
  }

  toNew(): NewAppointment | null {
    const { starts_at, fields } = this;
    if (!starts_at || !this.isComplete) return null;
    return {
      id: this.id,
      case: fields.person,
      starts_at,
      minutes: fields.all_day ? 0 : fields.minutes,
      all_day: fields.all_day,
      content: this.content(),
      pattern: this.pattern,
    };
  }

  toEdit(scope: Scope): AppointmentEdit | null {
    const { starts_at, fields, item } = this;
    if (!starts_at || !item || !this.isComplete) return null;
    return {
      target: item.target,
      scope,
      starts_at,
      minutes: fields.all_day ? 0 : fields.minutes,
      all_day: fields.all_day,
      content: this.content(),
      // What wasn't touched stays as the series has it.
      pattern: this.isPatternChanged ? this.pattern : null,
    };
  }

  /** Reads the line a moment after the last key. */
  readLine = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settleLine(), WAIT);
  };

  /** Reads the line now; what it says goes into the fields. */
  settleLine = async (): Promise<void> => {
    clearTimeout(this.#timer);
    const mine = ++this.#round;
    const { line } = this;
    // What was changed in the fields since stays.
    if (line && line === this.#taken) return;
    if (!line.trim()) {
      this.#taken = '';
      this.read = null;
      this.lineFailure = null;
      return;
    }
    try {
      const draft = await call(commands.quickLine(line));
      if (mine !== this.#round) return;
      this.#taken = line;
      this.take(draft);
      this.lineFailure = null;
    } catch (thrown) {
      if (mine !== this.#round) return;
      this.read = null;
      this.lineFailure = thrown;
    }
  };

  take(draft: QuickDraft): void {
    this.read = draft;
    const { fields } = this;
    fields.title = draft.title;
    fields.on = draft.on;
    fields.all_day = draft.time === null;
    if (draft.time) {
      fields.time = draft.time.slice(0, 5);
      fields.minutes = draft.minutes;
    }
    fields.place = draft.place;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#round++;
  }
}

/** Reads "45", "45 min", "1 h", "1 tim 30", "1:30" as minutes; null if it is no length. */
export function lengthOf(text: string): number | null {
  const clean = text.trim().toLowerCase();
  const clockwise = /^(\d{1,2}):(\d{2})$/.exec(clean);
  const words = /^(?:(\d{1,2}(?:[.,]\d)?)\s*(?:h|t|tim|timmar|timme|hours?))?\s*(?:(\d{1,4})\s*(?:m|min|minuter|minutes?)?)?$/.exec(clean);
  let minutes: number | null = null;
  if (clockwise) minutes = Number(clockwise[1]) * 60 + Number(clockwise[2]);
  else if (words && (words[1] || words[2])) {
    minutes = Math.round(Number((words[1] ?? '0').replace(',', '.')) * 60) + Number(words[2] ?? 0);
  }
  return minutes !== null && minutes > 0 && minutes <= 7 * 1440 ? minutes : null;
}
