import { beforeEach, describe, expect, it } from 'vitest';
import type { Occurrence, PersonRow, SearchHit, TodayAppointment, TodayView, ToDo, Unrecorded } from '../src/lib/bindings';
import { language } from '../src/lib/language.svelte';
import { contactOf, isQuiet, nextOf, riskOf, shown } from '../src/screens/people/listing';
import { whenOf } from '../src/screens/today/booking.svelte';
import { outcomesAt, takesReason } from '../src/screens/today/outcome';
import { aboutOf, firstOf, overdue, rowsOf, toDoOf } from '../src/screens/today/rows';
import { asked, due, isToRemind, lacking, subtitle, warning, what, whenFromNow } from '../src/screens/today/summary';
import { byAlias, placeOf } from '../src/shell/search';
import { preferencesOf, storedOf, textSizeOf } from '../src/lib/settings.svelte';

const TODAY = '2026-11-23';

function occurrence(id: string, starts_at: string, more: Partial<Occurrence> = {}): Occurrence {
  return {
    appointment: id,
    series: null,
    recurrence_id: null,
    case: 'c1',
    starts_at,
    ends_at: starts_at,
    minutes: 60,
    all_day: false,
    content: { title: 'Samtal' },
    outcome: null,
    superseded_by: null,
    supersedes: null,
    ...more,
  };
}

function appointment(id: string, more: Partial<TodayAppointment> = {}): TodayAppointment {
  return {
    occurrence: occurrence(id, `${TODAY}T10:00:00`),
    target: { appointment: id },
    alias: 'Tall',
    safety_flag: '',
    state: 'later',
    minutes_until: 60,
    note: null,
    ...more,
  };
}

function unrecorded(id: string, more: Partial<Unrecorded> = {}): Unrecorded {
  return { occurrence: occurrence(id, '2026-11-20T14:00:00'), target: { appointment: id }, alias: 'Tall', draft: null, draft_words: 0, ...more };
}

function toDo(measure: string, due_on: string, more: Partial<ToDo> = {}): ToDo {
  return { kind: 'measure', case: 'c1', alias: 'Tall', measure, text: 'Ring', due_on, is_late: due_on < TODAY, ...more };
}

function view(more: Partial<TodayView> = {}): TodayView {
  return {
    now: `${TODAY}T09:48:00`,
    today: TODAY,
    week: 48,
    has_people: true,
    appointments: [],
    without_outcome: [],
    without_note: [],
    drafts: [],
    waiting: [],
    to_do: [],
    quiet: [],
    ...more,
  };
}

function person(alias: string, more: Partial<PersonRow> = {}): PersonRow {
  return {
    case: alias,
    alias,
    phase: 'active',
    protection: 'none',
    safety_flag: '',
    next_appointment: null,
    last_contact_on: null,
    days_since_contact: null,
    risk_review_on: null,
    drafts: 0,
    waiting: 0,
    ...more,
  };
}

beforeEach(() => language.set('sv'));

describe('the day in words', () => {
  it('counts appointments and notes to write', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => appointment(id));
    expect(subtitle(view({ appointments: four, without_note: [unrecorded('x'), unrecorded('y')] }))).toBe(
      'Vecka 48 · fyra möten, två anteckningar att skriva',
    );
    expect(subtitle(view())).toBe('Vecka 48 · inga möten');
    language.set('en');
    expect(subtitle(view({ appointments: [appointment('a')], without_note: [unrecorded('x')] }))).toBe('Week 48 · one appointment, one note to write');
  });

  it('says what an appointment is, where and how people meet', () => {
    const content = { title: 'Beslut om försörjning', place: 'Socialkontoret', medium: 'accompanied' } as const;
    expect(what(occurrence('a', TODAY, { content }))).toBe('Beslut om försörjning, Socialkontoret · Du\u00a0följer\u00a0med');
    expect(what(occurrence('a', TODAY, { content: { title: 'Samtal', medium: 'in_person' } }))).toBe('Samtal');
    const twice = { title: 'Socialkontoret, beslut', place: 'Socialkontoret, receptionen' };
    expect(what(occurrence('a', TODAY, { content: twice }))).toBe('Socialkontoret, beslut');
    expect(what(occurrence('a', TODAY, { content: { title: 'Telefonsamtal', medium: 'phone' } }))).toBe('Telefonsamtal');
  });

  it('warns once, not twice in the same words', () => {
    const content = { title: 'Samtal', safety_hint: 'Undvik centrum' };
    const one = appointment('a', { occurrence: occurrence('a', TODAY, { content }) });
    expect(warning(one)).toBe('Undvik centrum');
    expect(warning({ ...one, safety_flag: 'Undvik centrum' })).toBe('');
  });

  it('says that something is about to begin, or is under way', () => {
    expect(whenFromNow(appointment('a', { state: 'now', minutes_until: 12 }))).toBe('· nu, om 12 min');
    expect(whenFromNow(appointment('a', { state: 'now', minutes_until: -5 }))).toBe('· nu');
    expect(whenFromNow(appointment('a'))).toBe('');
  });

  it('tells of an earlier appointment with its draft', () => {
    expect(lacking(unrecorded('a', { draft: 'd', draft_words: 62 }), TODAY)).toBe('Samtal, fre 20 nov 14:00 · utkast, 62 ord');
    const yesterday = occurrence('a', '2026-11-22T09:00:00');
    expect(lacking(unrecorded('a', { occurrence: yesterday }), TODAY)).toBe('Samtal, igår 09:00');
  });

  it('asks for a reminder when a decision is late, and not again within a week', () => {
    const waiting = { request: 'r', case: 'c', alias: 'Tall', what: 'Försörjningsstöd', party_name: 'Socialtjänsten', days: 34, is_late: true, reminded_on: null };
    expect(isToRemind(waiting, TODAY)).toBe(true);
    expect(isToRemind({ ...waiting, is_late: false }, TODAY)).toBe(false);
    expect(isToRemind({ ...waiting, reminded_on: '2026-11-18' }, TODAY)).toBe(false);
    expect(isToRemind({ ...waiting, reminded_on: '2026-11-16' }, TODAY)).toBe(true);
    expect(asked({ ...waiting, reminded_on: '2026-11-18' }, TODAY)).toBe('Försörjningsstöd, Socialtjänsten · påmind 18 nov');
  });

  it('says when something is due, or how late it is', () => {
    expect(due(toDo('m', TODAY), TODAY)).toBe('idag');
    expect(due(toDo('m', '2026-11-25'), TODAY)).toBe('ons');
    expect(due(toDo('m', '2026-11-22'), TODAY)).toBe('en dag sen');
  });
});

describe('the rows of the day', () => {
  it('bring up each past appointment once: what stands in the day’s list isn’t listed again below', () => {
    const past = appointment('a', { state: 'past' });
    const day = view({ appointments: [past], without_outcome: [unrecorded('a'), unrecorded('b')] });
    expect(overdue(day).map((item) => item.target.appointment)).toEqual(['b']);
    expect(rowsOf(day, []).map((row) => row.id)).toEqual(['a a', 'o b']);
  });

  it('tell two occurrences of one series apart', () => {
    const one = { appointment: null, series: 's', recurrence_id: '2026-11-16T10:00:00' };
    const other = { ...one, recurrence_id: '2026-11-09T10:00:00' };
    const day = view({ without_note: [unrecorded('a', { target: one }), unrecorded('a', { target: other })] });
    expect(new Set(rowsOf(day, []).map((row) => row.id)).size).toBe(2);
  });

  it('keep what was ticked here in its place, until it is open again', () => {
    const early = toDo('m1', '2026-11-20');
    const late = toDo('m2', '2026-11-25');
    expect(toDoOf(view({ to_do: [late] }), [early]).map(({ item, done }) => [item.measure, done])).toEqual([
      ['m1', true],
      ['m2', false],
    ]);
    expect(toDoOf(view({ to_do: [early, late] }), [early])).toHaveLength(2);
  });

  it('begin with what is under way, or else with what has just been and lacks a note', () => {
    const at = (...items: TodayAppointment[]) => firstOf(rowsOf(view({ appointments: items }), []))?.id;
    const past = appointment('p', { state: 'past' });
    const noted = appointment('n', { state: 'past', note: 'x' });
    const missed = appointment('m', { state: 'past', occurrence: occurrence('m', TODAY, { outcome: { kind: 'unexcused_absence' } }) });
    expect(at(past, appointment('u', { state: 'now' }))).toBe('a u');
    expect(at(past, noted, missed, appointment('l'))).toBe('a p');
    expect(at(appointment('u', { state: 'now' }), appointment('v', { state: 'now' }))).toBeUndefined();
    expect(at(noted, appointment('l'))).toBeUndefined();
  });

  it('know which appointment a note tells of', () => {
    const rows = rowsOf(view({ appointments: [appointment('a')], quiet: [{ case: 'c2', alias: 'Rönn', days: 31 }] }), []);
    expect(rows.map(aboutOf)).toEqual([{ appointment: 'a' }, null]);
  });
});

describe('outcomes', () => {
  it('before an appointment has begun only say that it won’t be held', () => {
    expect(outcomesAt(`${TODAY}T10:00:00`, `${TODAY}T09:48:00`)).not.toContain('attended');
    expect(outcomesAt(`${TODAY}T10:00:00`, `${TODAY}T09:48:00`)).toContain('cancelled_by_us');
    expect(outcomesAt(`${TODAY}T10:00:00`, `${TODAY}T10:00:00`)).toHaveLength(9);
  });

  it('carry a reason when somebody was late or absent', () => {
    expect(['attended_late', 'excused_absence'].map((kind) => takesReason(kind as never))).toEqual([true, true]);
    expect(takesReason('attended')).toBe(false);
  });
});

describe('a line that is booked', () => {
  it('is read back with its day and times', () => {
    expect(whenOf({ on: '2026-11-24', time: '14:00:00', minutes: 45, title: 'Tandläkare', place: '' })).toBe('Tisdag 24 november 14:00–14:45 · 45 min');
    expect(whenOf({ on: '2026-11-24', time: null, minutes: 0, title: 'Resa', place: '' })).toBe('Tisdag 24 november · hela dagen');
  });
});

describe('the list of people', () => {
  const rows = [person('Ek'), person('Tall'), person('Asp'), person('Gran', { phase: 'closed' })];

  it('stands in order of alias, with closed cases apart', () => {
    expect(shown(rows, '').open.map((row) => row.alias)).toEqual(['Asp', 'Ek', 'Tall']);
    expect(shown(rows, '').closed.map((row) => row.alias)).toEqual(['Gran']);
  });

  it('is filtered by typing, the beginnings first', () => {
    expect(byAlias([person('Kastanj'), person('Asp'), person('Tall')], 'as').map((row) => row.alias)).toEqual(['Asp', 'Kastanj']);
  });

  it('shows thirty days without contact, but not of who is only followed up', () => {
    expect(isQuiet(person('Ek', { days_since_contact: 29 }))).toBe(false);
    expect(isQuiet(person('Ek', { days_since_contact: 30 }))).toBe(true);
    expect(isQuiet(person('Ek', { days_since_contact: 90, phase: 'follow_up' }))).toBe(false);
    expect(contactOf(person('Ek', { days_since_contact: 5 }))).toBe('för 5 dagar sedan');
    expect(contactOf(person('Ek'))).toBe('ingen än');
  });

  it('says when the next appointment is and whether the review of risk is late', () => {
    const next = { starts_at: `${TODAY}T10:00:00`, all_day: false, title: 'Samtal' };
    expect(nextOf(person('Ek', { next_appointment: next }), TODAY)).toBe('idag 10:00');
    expect(riskOf(person('Ek', { risk_review_on: '2026-11-22' }), TODAY)).toEqual({ text: 'igår', late: true });
    expect(riskOf(person('Ek', { risk_review_on: '2026-11-25' }), TODAY).late).toBe(false);
  });
});

describe('a hit', () => {
  const hit = (kind: SearchHit['kind'], starts_at: string | null = null, note: string | null = null) =>
    placeOf({ kind, note, case: 'c1', starts_at });

  it('leads to where the record is shown', () => {
    expect(hit('note', null, 'x')?.params).toEqual({ case: 'c1', tab: 'notes', note: 'x' });
    // What was added to a note is read in it.
    expect(hit('amendment', null, 'x')?.params).toEqual({ case: 'c1', tab: 'notes', note: 'x' });
    expect(hit('goal')?.params['tab']).toBe('plan');
    expect(hit('appointment', '2026-11-24T14:00:00')?.params).toEqual({ case: 'c1', tab: 'calendar', week: '2026-W48', day: '2026-11-24' });
    expect(hit('case')?.screen).toBe('person');
  });

  it('without a case leads nowhere', () => {
    expect(placeOf({ kind: 'party', note: null, case: null, starts_at: null })).toBeNull();
  });
});

describe('the stored preferences', () => {
  it('come back as they were chosen', () => {
    const chosen = { language: 'en', theme: 'dark', text_size: 112.5, single_keys: false } as const;
    const stored = storedOf(chosen);
    expect(stored).toEqual({ language: 'en', theme: 'dark', text_size: 112, single_keys: 'off' });
    expect(preferencesOf(stored)).toEqual(chosen);
  });

  it('take the nearest step of a text size that isn’t one', () => {
    expect(textSizeOf(130)).toBe(125);
    expect(textSizeOf(100)).toBe(100);
  });
});
