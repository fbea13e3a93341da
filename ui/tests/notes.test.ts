// Notes and what is added to them: kept while they are written, and never lost to a screen that goes.
import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AmendmentDraft, Note, NoteDraft, NoteView, PlanView } from '../src/lib/bindings';
import { language } from '../src/lib/language.svelte';
import { route } from '../src/lib/route.svelte';
import { session } from '../src/lib/session.svelte';
import { toast } from '../src/lib/toast.svelte';
import { unsaved } from '../src/lib/unsaved.svelte';
import { settleAndLock } from '../src/lib/wire';
import { AGAIN, DELAY } from '../src/lib/autosave.svelte';
import { appointmentFrom, measureFrom, writeStep } from '../src/screens/person/notes/step';
import { Notes } from '../src/screens/person/notes/notes.svelte';
import SignedNote from '../src/screens/person/notes/SignedNote.svelte';
import Summary from '../src/screens/person/overview/Summary.svelte';
import { Person } from '../src/screens/person/person.svelte';
import UnsavedBanner from '../src/shell/UnsavedBanner.svelte';

const answers: Record<string, (...given: never[]) => unknown> = {};
vi.mock('../src/lib/bindings', () => {
  const commands = new Proxy({}, { get: (_, name: string) => (...given: never[]) => Promise.resolve(answers[name]?.(...given)) });
  return { commands, events: {} };
});

const ok = <T>(data: T) => ({ status: 'ok' as const, data });
const full = { status: 'error' as const, error: { code: 'disk-full', params: {} } };
const AT = '2026-11-23T08:48:00Z';
const content = { note_type: 'counselling', occurred_at: '2026-11-23T09:00:00', body: '' } as const;
const draft: NoteDraft = { id: 'n1', case: 'c', created_at: AT, changed_at: AT, content };
const note: Note = { id: 'n2', case: 'c', created_at: AT, signed_at: AT, author: 'Kim', content: { ...content, body: 'Vi talades vid.' } };

/** What the vault holds, and whether it takes anything more. */
let body = '';
let addition: AmendmentDraft | null = null;
let summary = '';
let isFull = false;
const signed = vi.fn();
const discarded = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  for (const name of Object.keys(answers)) delete answers[name];
  language.set('sv');
  toast.clear();
  session.stay();
  session.opened();
  unsaved.clear();
  signed.mockClear();
  discarded.mockClear();
  [body, addition, summary, isFull] = ['', null, '', false];
  const shown = (id: string): NoteView =>
    id === 'n1'
      ? { state: 'draft', draft: { ...draft, content: { ...content, body } } }
      : { state: 'signed', note, amendments: [], addition, came: [] };
  Object.assign(answers, {
    noteList: () => ok([]),
    noteShow: (id: string) => ok(shown(id)),
    changesLatest: () => ok([1]),
    draftSave: (edit: { content: { body: string } }) => {
      if (isFull) return full;
      body = edit.content.body;
      return ok(AT);
    },
    additionSave: ({ text }: { text: string }) => {
      if (isFull) return full;
      addition = text.trim() ? { note: 'n2', case: 'c', becomes: 'a', created_at: AT, changed_at: AT, text } : null;
      return ok(AT);
    },
    additionSign: (id: string) => (signed(id, addition?.text), (addition = null), ok(null)),
    additionDiscard: (id: string) => (discarded(id), (addition = null), ok(null)),
    caseShow: () => ok({ case: { id: 'c', alias: 'Tall', phase: 'active', summary } }),
    caseSave: (person: { summary: string }) => (isFull ? full : ((summary = person.summary), ok(null))),
  });
});
afterEach(() => {
  unsaved.clear();
  vi.useRealTimers();
});

async function opened(id: string): Promise<Notes> {
  const notes = new Notes('c', () => {});
  await notes.open(id);
  return notes;
}

describe('a draft that could not be saved', () => {
  /** Written, and left for another tab while the disk was full. */
  async function left(): Promise<void> {
    const notes = await opened('n1');
    isFull = true;
    if (notes.draft) notes.draft.content.body = 'Viktigt';
    await notes.leave();
    expect(notes.draft, 'the note is put away').toBeNull();
  }

  it('outlives its screen, and is what one goes on with', async () => {
    await left();
    expect(unsaved.list.map(({ place }) => place.params)).toEqual([{ case: 'c', tab: 'notes', note: 'n1' }]);
    const notes = await opened('n1');
    expect(notes.draft?.content.body).toBe('Viktigt');
    expect([body, unsaved.list.length]).toEqual(['', 0]);
    isFull = false;
    expect(await notes.draft?.flush()).toBe(true);
    expect(body).toBe('Viktigt');
  });

  it('is tried again by itself, and then no longer held', async () => {
    await left();
    await vi.advanceTimersByTimeAsync(AGAIN);
    expect([body, unsaved.list.length]).toEqual(['', 1]);
    isFull = false;
    await vi.advanceTimersByTimeAsync(AGAIN);
    expect([body, unsaved.list.length]).toEqual(['Viktigt', 0]);
    body = 'Ändrat sedan';
    expect((await opened('n1')).draft?.content.body).toBe('Ändrat sedan');
  });

  it('is said not to be saved on every screen until it is, and is one click away', async () => {
    await left();
    render(UnsavedBanner);
    expect(screen.getByRole('alert').textContent).toMatch(/Det du skrev är inte sparat än\s*Disken är full\./);
    await fireEvent.click(screen.getByRole('button', { name: 'Visa texten' }));
    expect(route.current).toEqual({ screen: 'person', params: { case: 'c', tab: 'notes', note: 'n1' } });
    isFull = false;
    await fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    await vi.advanceTimersByTimeAsync(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('holds up the lock that somebody asks for, and goes with the one that comes', async () => {
    const stay = session.beforeLock(unsaved.secure);
    await left();
    await session.lock();
    expect(session.asked).toMatchObject({ leaving: 'lock', failure: { code: 'disk-full' } });
    await session.leaveAnyway();
    expect(unsaved.list).toEqual([]);
    stay();
  });
});

it('a summary that could not be saved outlives its screen too, and takes back nothing of the case', async () => {
  const person = new Person('c');
  await person.load();
  const { unmount } = render(Summary, { person, text: '', fixed: false });
  isFull = true;
  await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Bor kvar' } });
  unmount();
  await vi.advanceTimersByTimeAsync(1);
  expect(unsaved.list.map(({ place }) => place.params['tab'])).toEqual(['overview']);
  render(Summary, { person, text: '', fixed: false });
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Bor kvar');
  isFull = false;
  const saved = vi.fn((one: { summary: string }) => ((summary = one.summary), ok(null)));
  answers['caseSave'] = saved as never;
  answers['caseShow'] = () => ok({ case: { id: 'c', alias: 'Gran', phase: 'active', summary: '' } });
  await vi.advanceTimersByTimeAsync(AGAIN);
  expect(saved).toHaveBeenCalledWith(expect.objectContaining({ alias: 'Gran', summary: 'Bor kvar' }));
});

describe('the program’s word that it locks', () => {
  let stay = (): void => {};
  const locked = vi.fn();
  const putOff = vi.fn();
  beforeEach(async () => {
    for (const each of [locked, putOff]) each.mockClear();
    answers['vaultLock'] = locked;
    answers['closingPutOff'] = putOff;
    stay = session.beforeLock(unsaved.secure);
    const notes = await opened('n1');
    if (notes.draft) notes.draft.content.body = 'Viktigt';
    isFull = true;
    await notes.leave();
  });
  afterEach(() => stay());

  it.each(['idle', 'sleep', 'session', 'screensaver', 'end'] as const)('%s waits for nobody', async (reason) => {
    await settleAndLock(reason);
    expect([locked.mock.calls.length, putOff.mock.calls.length, session.asked]).toEqual([1, 0, null]);
  });

  it('close is put off when something can’t be saved, and one is asked', async () => {
    await settleAndLock('close');
    expect([locked.mock.calls.length, putOff.mock.calls.length, session.asked?.leaving]).toEqual([0, 1, 'close']);
  });

  it('close closes when everything is saved', async () => {
    isFull = false;
    await settleAndLock('close');
    expect([locked.mock.calls.length, putOff.mock.calls.length, session.asked]).toEqual([1, 0, null]);
  });

  it('close closes when one has said that it may be lost', async () => {
    const closed = vi.fn(() => settleAndLock('close'));
    session.closeWith(closed);
    await settleAndLock('close');
    await session.leaveAnyway();
    expect([closed.mock.calls.length, locked.mock.calls.length, putOff.mock.calls.length]).toEqual([1, 1, 1]);
  });
});

describe('an addition to a signed note', () => {
  const shown = (notes: Notes) => {
    if (!notes.addition) throw new Error('a signed note');
    const at = {
      note,
      amendments: [],
      addition: notes.addition,
      came: [],
      goalTitle: () => null,
      partyName: () => null,
      fixed: false,
      busy: false,
      onamend: () => void notes.amend(),
      ondiscard: () => void notes.discardAddition(),
    };
    return render(SignedNote, at);
  };
  const field = () => screen.getByLabelText<HTMLTextAreaElement>(/Rättelse eller tillägg/);

  it('is kept within a second while it is written, and signed from what is kept', async () => {
    const notes = await opened('n2');
    shown(notes);
    await fireEvent.click(screen.getByRole('button', { name: 'Lägg till' }));
    await fireEvent.input(field(), { target: { value: 'Mötet var på tisdagen.' } });
    await vi.advanceTimersByTimeAsync(DELAY);
    expect(addition?.text).toBe('Mötet var på tisdagen.');
    await tick();
    expect(screen.getByRole('status').textContent).toContain('Sparad 09:48');
    await fireEvent.input(field(), { target: { value: 'Mötet var på onsdagen.' } });
    await fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
    expect(await notes.amend()).toBe('done');
    expect(signed).toHaveBeenCalledWith('n2', 'Mötet var på onsdagen.');
    expect(notes.addition?.isEmpty, 'the next begins with nothing').toBe(true);
  });

  it('that was left shows when the note is opened again, without taking the caret', async () => {
    addition = { note: 'n2', case: 'c', becomes: 'a', created_at: AT, changed_at: AT, text: 'Kvar sedan igår' };
    shown(await opened('n2'));
    expect(field().value).toBe('Kvar sedan igår');
    expect(document.activeElement).toBe(document.body);
  });

  it('is saved before the lock', async () => {
    const notes = await opened('n2');
    const stay = session.beforeLock(notes.secure);
    if (notes.addition) notes.addition.content.text = 'Mitt i en men';
    await session.settle();
    stay();
    expect(addition?.text).toBe('Mitt i en men');
  });

  it('that could not be saved is held, and taken up again', async () => {
    const notes = await opened('n2');
    isFull = true;
    if (notes.addition) notes.addition.content.text = 'Viktigt';
    await notes.leave();
    expect(unsaved.list).toHaveLength(1);
    expect((await opened('n2')).addition?.content.text).toBe('Viktigt');
  });

  it('is thrown away with an Undo when something was kept, and without a word when nothing was', async () => {
    const notes = await opened('n2');
    await notes.discardAddition();
    expect([discarded.mock.calls.length, toast.list.length]).toEqual([0, 0]);
    if (notes.addition) notes.addition.content.text = 'Att ångra';
    await notes.discardAddition();
    expect(discarded).toHaveBeenCalledWith('n2');
    expect(toast.list.map((each) => [each.text, each.undo !== null])).toEqual([['Tillägget är slängt.', true]]);
  });
});

describe('a next step', () => {
  const plan = { needs: [{ need: { area: 'livelihood' }, goals: [{ goal: { id: 'g', status: 'active' } }] }] } as unknown as PlanView;

  it('is written as a measure under its goal, of the kind that the need asks for', async () => {
    const added = vi.fn((_: object) => ok(null));
    answers['measureAdd'] = added as never;
    await writeStep('c', plan, { ...measureFrom('Ringa banken', 'g'), who: 'contact_person', on: '2026-12-01' });
    expect(added).toHaveBeenCalledWith(
      expect.objectContaining({ goal: 'g', description: 'Ringa banken', kind: 'financial_support', responsible: { who: 'contact_person' }, due_on: '2026-12-01' }),
    );
  });

  it('is written as an appointment on the day and at the time that its words name', async () => {
    const added = vi.fn((_: object) => ok(null));
    answers['appointmentAdd'] = added as never;
    answers['quickLine'] = () => ok({ title: 'Besök på boxningsklubben', on: '2026-12-15', time: '14:00:00', minutes: 0, place: 'Klubben' });
    await writeStep('c', plan, await appointmentFrom('tis 15 14 besök på boxningsklubben'));
    expect(added).toHaveBeenCalledWith(
      expect.objectContaining({
        case: 'c',
        starts_at: '2026-12-15T14:00:00',
        minutes: 60,
        all_day: false,
        content: { title: 'Besök på boxningsklubben', place: 'Klubben', on_paper: true },
      }),
    );
    await writeStep('c', plan, { ...(await appointmentFrom('x')), time: null });
    expect(added).toHaveBeenLastCalledWith(expect.objectContaining({ starts_at: '2026-12-15T00:00:00', minutes: 0, all_day: true }));
  });

  it('that can’t be written throws why', async () => {
    answers['measureAdd'] = () => full;
    await expect(writeStep('c', plan, measureFrom('Ringa', 'g'))).rejects.toMatchObject({ code: 'disk-full' });
  });
});
