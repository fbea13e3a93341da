// What stands in a form and is not saved yet outlives the lock.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Need, Request } from '../src/lib/bindings';
import { answered, call, type Answer } from '../src/lib/call';
import { DELAY } from '../src/lib/autosave.svelte';
import { language } from '../src/lib/language.svelte';
import { session } from '../src/lib/session.svelte';
import { settleAndLock } from '../src/lib/wire';
import AddPerson from '../src/screens/people/AddPerson.svelte';
import AgreementForm from '../src/screens/person/plan/AgreementForm.svelte';
import CaseForm from '../src/screens/person/overview/CaseForm.svelte';
import BookDialog from '../src/screens/today/BookDialog.svelte';
import CloseGoal from '../src/screens/person/plan/CloseGoal.svelte';
import DecideForm from '../src/screens/person/overview/DecideForm.svelte';
import EditDialog from '../src/screens/person/documents/EditDialog.svelte';
import GoalForm from '../src/screens/person/plan/GoalForm.svelte';
import MeasureForm from '../src/screens/person/plan/MeasureForm.svelte';
import NeedPanel from '../src/screens/person/plan/NeedPanel.svelte';
import NextStep from '../src/screens/person/notes/NextStep.svelte';
import OutcomeDialog from '../src/screens/today/OutcomeDialog.svelte';
import RoutineForm from '../src/screens/person/routines/RoutineForm.svelte';
import InlineText from '../src/screens/person/InlineText.svelte';
import RequestForm from '../src/screens/person/overview/RequestForm.svelte';

const kept = new Map<string, string>();
let isFull = false;
let isSlow = false;
const locked = vi.fn();
const ok = <T>(data: T) => ({ status: 'ok' as const, data });
const full = { status: 'error' as const, error: { code: 'disk-full', params: {} } };
vi.mock('../src/lib/bindings', () => ({
  commands: {
    formShow: (name: string) => Promise.resolve(ok(kept.get(name) ?? null)),
    formKeep: async (name: string, fields: string) => {
      if (isFull) return full;
      if (isSlow) await new Promise((done) => setTimeout(done, 200));
      kept.set(name, fields);
      return ok('2026-11-23T08:48:00Z');
    },
    formForget: (name: string) => {
      kept.delete(name);
      return Promise.resolve(ok(null));
    },
    vaultLock: () => {
      locked();
      session.locked();
      return Promise.resolve(ok(null));
    },
    quickLine: (line: string) =>
      Promise.resolve(line ? ok({ title: line, on: '2026-11-24', time: '14:00:00', minutes: 45, place: '' }) : { status: 'error', error: { code: 'line-empty', params: {} } }),
    closingPutOff: () => Promise.resolve(ok(null)),
  },
  events: {},
}));

const request: Request = { id: 'r1', case: 'c', party: 'p1', what: 'Intyg', submitted_on: '2026-11-20', status: 'submitted' } as Request;
const parties = [{ id: 'p1', name: 'Socialkontoret', kind: 'social_services' }] as never[];

function open(isNew = true, given: Request = { ...request, what: '' }): ReturnType<typeof vi.fn> {
  const onsave = vi.fn(() => Promise.resolve(true));
  render(RequestForm, { request: given, isNew, parties, today: '2026-11-23', onsave, onparty: () => Promise.resolve(null), onclose: () => cleanup() });
  return onsave;
}

const what = (): HTMLInputElement => screen.getByLabelText(/^Vad som begärs|^Vad/u) as HTMLInputElement;
const passes = (time = DELAY + 50): Promise<unknown> => vi.advanceTimersByTimeAsync(time);

beforeEach(() => {
  vi.useFakeTimers();
  language.set('sv');
  kept.clear();
  [isFull, isSlow] = [false, false];
  locked.mockClear();
  session.stay();
  session.opened();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a form', () => {
  it('keeps what is written, and shows it again after a lock', async () => {
    open();
    await passes();
    expect(kept.size).toBe(0);
    await fireEvent.input(what(), { target: { value: 'Intyg om skyddad adress' } });
    await passes();
    expect([...kept.keys()]).toEqual(['request of c']);
    session.locked();
    cleanup();
    session.opened();
    open();
    await passes();
    expect(what().value).toBe('Intyg om skyddad adress');
    expect(screen.getByText('Påbörjat tidigare, inte sparat än.')).toBeTruthy();
    await fireEvent.click(screen.getByText('Börja om'));
    expect(what().value).toBe('');
    expect(screen.queryByText('Börja om')).toBeNull();
  });

  it('is kept before the lock, however fresh the last letter is', async () => {
    open();
    await fireEvent.input(what(), { target: { value: 'Ny' } });
    await settleAndLock('idle');
    expect(kept.get('request of c')).toContain('"what":"Ny"');
    expect(locked).toHaveBeenCalled();
  });

  it('leaves nothing behind once it is saved, or given up', async () => {
    const onsave = open();
    await fireEvent.input(what(), { target: { value: 'Intyg' } });
    await passes();
    expect(kept.size).toBe(1);
    await fireEvent.click(screen.getByText('Spara'));
    await passes();
    expect(onsave).toHaveBeenCalled();
    expect(kept.size).toBe(0);
    open();
    await fireEvent.input(what(), { target: { value: 'Igen' } });
    await passes();
    await fireEvent.click(screen.getByText('Avbryt'));
    await passes();
    expect(kept.size).toBe(0);
  });

  it('forgets also what was on its way to be kept when it was saved', async () => {
    isSlow = true;
    open();
    await fireEvent.input(what(), { target: { value: 'Intyg' } });
    await vi.advanceTimersByTimeAsync(DELAY + 50);
    expect(kept.size).toBe(0);
    await fireEvent.click(screen.getByText('Avbryt'));
    await passes();
    expect(kept.size).toBe(0);
  });

  it('does not put an older text over what is being written', async () => {
    kept.set('request of c', JSON.stringify({ what: 'Från förra veckan' }));
    open();
    await fireEvent.input(what(), { target: { value: 'Nytt' } });
    await passes();
    expect(what().value).toBe('Nytt');
    expect(kept.get('request of c')).toContain('Nytt');
  });

  it('is empty as before when what was kept can’t be read', async () => {
    kept.set('request of c', '{"what":');
    open();
    await passes();
    expect(what().value).toBe('');
  });

  it('says that it can’t be kept, and holds up a window that closes', async () => {
    isFull = true;
    open();
    await fireEvent.input(what(), { target: { value: 'Intyg' } });
    await passes();
    expect(screen.getByText(/Det du skriver kan inte hållas kvar just nu/u)).toBeTruthy();
    await settleAndLock('close');
    expect(session.asked?.leaving).toBe('close');
    expect(locked).not.toHaveBeenCalled();
  });
});

describe('every form', () => {
  const common = { today: '2026-11-23', onsave: vi.fn(), onclose: vi.fn(), onparty: vi.fn() };
  const days = { mon: true, tue: true, wed: true, thu: true, fri: true, sat: false, sun: false };
  const forms: [string, Parameters<typeof render>[0], object][] = [
    ['case c', CaseForm, { person: { id: 'c', alias: 'Gran', phase: 'active', opened_on: '2026-01-01', protection: 'none' } }],
    ['request r1', RequestForm, { request, isNew: false, parties }],
    ['decision on r1', DecideForm, { request, wanted: 'accepted' }],
    ['goal g1', GoalForm, { goal: { id: 'g1', case: 'c', need: 'n1', title: 'Sova hemma', status: 'active' }, area: 'housing' }],
    [
      'measure m1',
      MeasureForm,
      { measure: { id: 'm1', case: 'c', goal: 'g1', description: 'Ringa', kind: 'practical', responsible: { who: 'person' }, status: 'planned' }, people: [], requests: [] },
    ],
    ['agreement of c', AgreementForm, { caseId: 'c', alias: 'Gran', agreements: [] }],
    ['routine s1', RoutineForm, { routine: { id: 's1', case: 'c', title: 'Frukost', days, from: '2026-11-01' }, isNew: false, templates: [], onend: vi.fn() }],
    ['new person', AddPerson, { open: true, onadded: vi.fn() }],
    ['end of goal g1', CloseGoal, { goal: 'g1', status: 'active', wanted: 'achieved', oncancel: vi.fn() }],
    ['booking with c', BookDialog, { open: true, people: [{ case: 'c', alias: 'Gran', phase: 'active' }], person: 'c', onbooked: vi.fn() }],
    [
      'measure from note n1',
      NextStep,
      { step: { kind: 'measure', text: '', goal: '', who: 'person', on: null, time: null, minutes: 60, place: '' }, note: 'n1', alias: 'Gran', goals: [] },
    ],
    ['outcome of a1', OutcomeDialog, { open: true, alias: 'Gran', target: { appointment: 'a1' }, kind: 'no_show' }],
    ['document d1', EditDialog, { row: { id: 'd1', name: 'Hyresavtal', description: '', dated_on: null } }],
  ];
  it.each(forms)('“%s” keeps nothing until something is written in it, and then that', async (name, form, given) => {
    render(form, { props: { ...common, ...given } } as never);
    await passes();
    expect([...kept]).toEqual([]);
    const field = screen.getAllByRole('textbox')[0] as HTMLInputElement;
    await fireEvent.input(field, { target: { value: 'Skrivet nyss' } });
    await passes();
    expect([...kept.keys()]).toEqual([name]);
    expect(kept.get(name)).toContain('Skrivet nyss');
  });
});

describe('a line that books', () => {
  it('is read again when it was begun earlier', async () => {
    kept.set('booking with c', JSON.stringify({ person: 'c', line: 'tandläkare tis 14' }));
    render(BookDialog, { open: true, people: [{ case: 'c', alias: 'Gran', phase: 'active' }] as never[], person: 'c', onbooked: vi.fn() });
    await passes();
    expect(screen.getByText('Påbörjat tidigare, inte sparat än.')).toBeTruthy();
    expect(screen.getByText('tandläkare tis 14')).toBeTruthy();
    await fireEvent.click(screen.getByText('Börja om'));
    await passes();
    expect(screen.queryByText('tandläkare tis 14')).toBeNull();
  });
});

describe('what is written in passing', () => {
  const need: Need = { id: 'n1', case: 'c', area: 'housing', status: 'identified', description: '', updates: [] } as unknown as Need;
  const panel = () => render(NeedPanel, { need, today: '2026-11-23', fixed: false, removable: false, onsave: vi.fn(), onassess: () => Promise.resolve(true), onremove: vi.fn() });
  const text = (): HTMLTextAreaElement => screen.getAllByRole('textbox')[0] as HTMLTextAreaElement;

  it('an assessment waits in its panel when a click beside it closes the panel', async () => {
    panel();
    await fireEvent.input(text(), { target: { value: 'Bor hos en vän' } });
    cleanup();
    await passes();
    panel();
    await passes();
    expect(text().value).toBe('Bor hos en vän');
    await fireEvent.click(screen.getByText('Spara bedömningen'));
    await passes();
    expect(text().value).toBe('');
    expect(screen.queryByText('Börja om')).toBeNull();
    cleanup();
    await passes();
    expect(kept.size).toBe(0);
  });

  it('the lock waits for what was asked just before it, but not for what takes long', async () => {
    const asked = (time: number) => call(new Promise<Answer<null>>((done) => setTimeout(() => done(ok(null)), time)));
    let isOver = false;
    void asked(100);
    void answered(300).then(() => (isOver = true));
    await passes(90);
    expect(isOver).toBe(false);
    await passes(20);
    expect(isOver).toBe(true);
    isOver = false;
    void asked(10_000);
    void answered(300).then(() => (isOver = true));
    await passes(290);
    expect(isOver).toBe(false);
    await passes(20);
    expect(isOver).toBe(true);
    await passes(10_000);
  });

  it('a line that is kept when one leaves it is kept by the lock', async () => {
    const onsave = vi.fn();
    render(InlineText, { value: 'Sova hemma', label: 'Mål', onsave });
    await fireEvent.click(screen.getByRole('button'));
    await passes(0);
    const field = screen.getByLabelText('Mål') as HTMLTextAreaElement;
    field.focus();
    await fireEvent.input(field, { target: { value: 'Sova hemma varje natt' } });
    await settleAndLock('idle');
    expect(onsave).toHaveBeenCalledWith('Sova hemma varje natt');
  });
});
