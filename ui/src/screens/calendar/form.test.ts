import { describe, expect, it, vi } from 'vitest';
import type { CalendarItem, Occurrence } from '../../lib/bindings';
import { mondayIn, weekName } from './calendar.svelte';
import { AppointmentForm, lengthOf } from './form.svelte';

vi.mock('../../lib/bindings', () => ({
  commands: {
    quickLine: (line: string) =>
      Promise.resolve({ status: 'ok', data: { on: '2026-11-26', time: '09:30:00', minutes: 30, title: line.split(' ')[2], place: '' } }),
  },
}));

const slot = { starts_at: '2026-11-24T14:00:00', minutes: 45 };

function item(more: Partial<Occurrence> = {}): CalendarItem {
  const occurrence: Occurrence = {
    appointment: null,
    series: 's1',
    recurrence_id: '2026-11-24T14:00:00',
    case: 'c1',
    starts_at: '2026-11-24T14:00:00',
    ends_at: '2026-11-24T14:45:00',
    minutes: 45,
    all_day: false,
    content: { title: 'Samtal', place: 'Plats A', medium: 'phone', on_paper: false },
    outcome: null,
    superseded_by: null,
    supersedes: null,
    ...more,
  };
  return {
    occurrence,
    target: { appointment: null, series: occurrence.series, recurrence_id: occurrence.recurrence_id },
    alias: 'Tall',
    pattern: occurrence.series ? { every: 1, unit: 'week', ends: { ends: 'never' } } : null,
    note: null,
    clashes: [],
  };
}

describe('a new appointment', () => {
  it('begins where it was drawn and lacks only what nobody has said', () => {
    const form = AppointmentForm.new(null, slot);
    expect(form.slot).toEqual(slot);
    expect(Object.keys(form.faults)).toEqual(['title', 'person']);
    expect(form.toNew()).toBeNull();
  });

  it('keeps its id when it is sent twice', () => {
    const form = AppointmentForm.new('c1', slot);
    form.fields.title = ' Tandläkare ';
    expect(form.toNew()?.id).toBe(form.toNew()?.id);
    expect(form.toNew()).toMatchObject({ case: 'c1', starts_at: '2026-11-24T14:00:00', minutes: 45, pattern: null });
    expect(form.toNew()?.content.title).toBe('Tandläkare');
  });

  it('takes over what a line says', () => {
    const form = AppointmentForm.new('c1', slot);
    form.take({ on: '2026-11-26', time: '09:30:00', minutes: 30, title: 'Blodprov', place: 'Vårdcentralen' });
    expect(form.toNew()).toMatchObject({ starts_at: '2026-11-26T09:30:00', minutes: 30, all_day: false });
    form.take({ on: '2026-11-27', time: null, minutes: 0, title: 'Flytt', place: '' });
    expect(form.toNew()).toMatchObject({ starts_at: '2026-11-27T00:00:00', minutes: 0, all_day: true });
    expect(form.slot).toBeNull();
  });
});

describe('a line that fills the fields', () => {
  it('is read once: what is changed in the fields since stays', async () => {
    const form = AppointmentForm.new('c1', slot);
    form.line = 'tors 9.30 Blodprov 30m';
    await form.settleLine();
    form.fields.title = 'Blodprov, fastande';
    form.fields.time = '08:00';
    await form.settleLine();
    expect(form.fields).toMatchObject({ title: 'Blodprov, fastande', time: '08:00' });
    form.line = 'tors 9.30 Röntgen 30m';
    await form.settleLine();
    expect(form.fields).toMatchObject({ title: 'Röntgen', time: '09:30' });
  });

  it('and the fields are as they were when both are taken up again, read or not', async () => {
    vi.useFakeTimers();
    const form = AppointmentForm.new('c1', slot);
    form.line = 'tors 9.30 Blodprov 30m';
    await form.settleLine();
    form.fields.title = 'Blodprov, fastande';
    const again = AppointmentForm.new('c1', slot);
    Object.assign(again.written, JSON.parse(JSON.stringify(form.written)));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(again.line).toBe('tors 9.30 Blodprov 30m');
    expect(again.fields).toEqual(form.fields);
    const unread = AppointmentForm.new('c1', slot);
    Object.assign(unread.written, { line: 'tors 9.30 Röntgen 30m', taken: '', fields: unread.fields });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(unread.fields.title).toBe('Röntgen');
    vi.useRealTimers();
  });
});

describe('an appointment that is changed', () => {
  it('is unchanged until something is', () => {
    const form = AppointmentForm.of(item());
    expect(form.isChanged).toBe(false);
    form.fields.place = 'Plats B';
    expect(form.isChanged).toBe(true);
    form.fields.place = 'Plats A';
    expect(form.isChanged).toBe(false);
  });

  it('leaves the rhythm of its series alone unless that was changed', () => {
    const form = AppointmentForm.of(item());
    form.fields.title = 'Stödsamtal';
    expect(form.toEdit('this')).toMatchObject({ pattern: null, content: { title: 'Stödsamtal', medium: 'phone', on_paper: false } });
    expect(form.scopes).toEqual(['this', 'this_and_following', 'all']);
    form.fields.repeat.every = 2;
    expect(form.toEdit('all')?.pattern).toMatchObject({ every: 2, unit: 'week' });
    expect(form.scopes).toEqual(['this_and_following', 'all']);
  });

  it('asks nothing about a series when there is none', () => {
    const form = AppointmentForm.of(item({ series: null, recurrence_id: null, appointment: 'a1' }));
    expect(form.scopes).toEqual(['this']);
    form.fields.repeat.often = 'week';
    expect(form.toEdit('this')?.pattern).toMatchObject({ unit: 'week' });
  });

  it('never touches a rule that it can not show', () => {
    const form = AppointmentForm.of({ ...item(), pattern: null });
    expect(form.isForeign).toBe(true);
    form.fields.title = 'Annat';
    expect(form.toEdit('all')?.pattern).toBeNull();
  });
});

describe('a length', () => {
  it('is read as people write it', () => {
    expect(['45', '45 min', '1 h', '1 tim 30', '1,5 tim', '1:30', '2 timmar'].map(lengthOf)).toEqual([45, 45, 60, 90, 90, 90, 120]);
  });

  it('is refused when it is none', () => {
    expect(['', '0', 'lång', '20000'].map(lengthOf)).toEqual([null, null, null, null]);
  });
});

describe('a week in a place', () => {
  it('may be its name or a day in it', () => {
    expect(mondayIn('2026-W48')).toBe('2026-11-23');
    expect(mondayIn('2026-W53')).toBe('2026-12-28');
    expect(mondayIn('2026-11-25')).toBe('2026-11-23');
    expect(mondayIn('nonsense')).toBeNull();
    expect(weekName('2027-01-01')).toBe('2026-W53');
  });
});
