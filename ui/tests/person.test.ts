// The person screens' own reckoning: what is saved when, how a measure is told, how the grid is walked.
import { fireEvent, render } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, type CaseView, type MeasureView, type RoutineRow } from '../src/lib/bindings';
import { Failure } from '../src/lib/failure';
import { language } from '../src/lib/language.svelte';
import { toast } from '../src/lib/toast.svelte';
import { AGAIN, Autosave } from '../src/lib/autosave.svelte';
import { change } from '../src/screens/person/change';
import { mondayOfWeek, subtitle, weekName } from '../src/screens/person/header';
import { blocks } from '../src/screens/person/notes/body';
import { disclosedWhat } from '../src/screens/person/overview/disclosed';
import { kindOfParty } from '../src/screens/person/party';
import { dotOf, kindFor, nextStatus, whenOf, whoFrom, whoValue } from '../src/screens/person/plan/measure';
import KeySwap from './KeySwap.svelte';
import { firstPlace, move, nextTick } from '../src/screens/person/routines/grid';

const TODAY = '2026-11-23';

beforeEach(() => language.set('sv'));

describe('what is written', () => {
  let written = '';
  let kept: string[] = [];
  let fail = false;
  const autosave = () =>
    new Autosave(
      () => written,
      async (text) => {
        await new Promise((done) => setTimeout(done, 50));
        if (fail) throw new Failure('disk-full');
        kept.push(text);
        return '2026-11-23T14:32:00';
      },
    );

  beforeEach(() => {
    vi.useFakeTimers();
    written = '';
    kept = [];
    fail = false;
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is never more than a second old in the vault, also while one types on and on', async () => {
    const draft = autosave();
    for (let key = 1; key <= 40; key++) {
      written += 'a';
      draft.notice();
      await vi.advanceTimersByTimeAsync(100);
      const age = key - (kept.at(-1)?.length ?? 0);
      expect(age * 100).toBeLessThan(1000);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept.at(-1)).toBe(written);
    expect(draft.savedAt).toBe('2026-11-23T14:32:00');
  });

  it('is kept at once when asked, with what is typed while it is being kept', async () => {
    const draft = autosave();
    written = 'Vi träffades';
    const done = draft.flush();
    await vi.advanceTimersByTimeAsync(10);
    written = 'Vi träffades på kontoret';
    await vi.advanceTimersByTimeAsync(200);
    expect(await done).toBe(true);
    expect(kept.at(-1)).toBe('Vi träffades på kontoret');
  });

  it('stays to be tried again when it could not be kept', async () => {
    const draft = autosave();
    fail = true;
    written = 'Viktigt';
    const first = draft.flush();
    await vi.advanceTimersByTimeAsync(100);
    expect(await first).toBe(false);
    expect(draft.failure).toBeInstanceOf(Failure);
    fail = false;
    const second = draft.flush();
    await vi.advanceTimersByTimeAsync(100);
    expect(await second).toBe(true);
    expect(draft.failure).toBeNull();
    expect(kept).toEqual(['Viktigt']);
  });

  it('is tried again by itself, and says why it could not be kept for as long as that holds', async () => {
    const draft = autosave();
    fail = true;
    written = 'Viktigt';
    draft.notice();
    await vi.advanceTimersByTimeAsync(1000);
    await expect(Promise.all([draft.secure(), vi.advanceTimersByTimeAsync(100)])).rejects.toMatchObject({ code: 'disk-full' });
    fail = false;
    await vi.advanceTimersByTimeAsync(AGAIN + 100);
    expect([kept, draft.failure, draft.dirty]).toEqual([['Viktigt'], null, false]);
  });

  it('that is taken back to what is kept has nothing left to say', async () => {
    const draft = autosave();
    fail = true;
    written = 'Viktigt';
    draft.notice();
    await vi.advanceTimersByTimeAsync(1000);
    expect(draft.failure).not.toBeNull();
    written = '';
    expect(await draft.flush()).toBe(true);
    expect(draft.failure).toBeNull();
  });

  it('is not kept when nothing was written, nor after its end', async () => {
    const draft = autosave();
    draft.notice();
    await vi.advanceTimersByTimeAsync(1000);
    expect(draft.untouched).toBe(true);
    written = 'För sent';
    draft.end();
    draft.notice();
    await draft.flush();
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept).toEqual([]);
  });
});

describe('a change', () => {
  beforeEach(() => {
    let made = 0;
    vi.spyOn(commands, 'changesLatest').mockImplementation(async () => ({ status: 'ok', data: [++made] }));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    toast.clear();
  });

  it('undoes its own change, whatever was written since', async () => {
    const undo = vi.spyOn(commands, 'undo').mockResolvedValue({ status: 'ok', data: null });
    await change({ run: async () => {}, text: 'frukost är flyttad', reload: async () => {} });
    expect(toast.list.map((each) => each.text)).toEqual(['Frukost är flyttad']);
    await toast.list[0]?.undo?.();
    expect(undo).toHaveBeenCalledWith([1]);
  });

  it('takes away the Undo of the one before: one is offered at a time', async () => {
    const reload = async () => {};
    await change({ run: async () => {}, text: 'Första', reload });
    await change({ run: async () => {}, text: 'Andra', reload });
    expect(toast.list.map((each) => each.text)).toEqual(['Andra']);
  });

  it('that fails says so and leaves the earlier Undo alone', async () => {
    const reload = vi.fn(async () => {});
    await change({ run: async () => {}, text: 'Första', reload });
    const kept = await change({
      run: async () => {
        throw new Failure('case-closed');
      },
      text: 'Andra',
      reload,
    });
    expect(kept).toBe(false);
    expect(reload).toHaveBeenCalledTimes(1);
    expect(toast.list.map((each) => each.failure?.code ?? each.text)).toEqual(['Första', 'case-closed']);
  });
});

function measure(part: Partial<MeasureView['measure']>, days: number | null = null): MeasureView {
  return {
    measure: {
      id: 'm',
      case: 'c',
      goal: 'g',
      description: 'Skuldöversikt',
      kind: 'debt_relief',
      responsible: { who: 'person' },
      status: 'in_progress',
      ...part,
    },
    party_name: null,
    request: null,
    days_waited: days,
  };
}

describe('a measure', () => {
  it('goes round with clicks: not started, in progress, completed and back', () => {
    expect(nextStatus('not_started')).toBe('in_progress');
    expect(nextStatus('in_progress')).toBe('completed');
    expect(nextStatus('completed')).toBe('not_started');
    expect(nextStatus('cannot_yet')).toBe('in_progress');
  });

  it('says when in words', () => {
    expect(whenOf(measure({ due_on: '2026-12-15' }), TODAY).text).toBe('före 15 dec');
    expect(whenOf(measure({ status: 'completed', completed_on: '2026-03-09' }), TODAY).text).toBe('klart 9 mars');
    expect(whenOf(measure({ waits_for: 'efter översikten' }), TODAY).text).toBe('efter översikten');
    expect(whenOf(measure({ due_on: '2026-11-20' }), TODAY)).toEqual({ text: '3 dagar försenad', tone: 'waiting' });
    expect(whenOf(measure({ due_on: '2026-12-01' }, 34), TODAY)).toEqual({ text: 'väntat 34 dagar', tone: 'waiting' });
  });

  it('is amber while it waits, and no longer once it is done', () => {
    expect(dotOf(measure({}, 34))).toBe('waiting');
    expect(dotOf(measure({ status: 'cannot_yet' }))).toBe('waiting');
    expect(dotOf(measure({ status: 'completed' }, 34))).toBe('full');
    expect(dotOf(measure({ status: 'not_needed' }))).toBe('off');
  });

  it('keeps who does it through the list of choices', () => {
    for (const who of [{ who: 'person' }, { who: 'contact_person' }, { who: 'party', party: 'p1' }] as const) {
      expect(whoFrom(whoValue(who))).toEqual(who);
    }
    expect(kindFor('livelihood')).toBe('financial_support');
  });
});

describe('the head of a person', () => {
  const view = {
    case: { id: 'c', alias: 'Tall', phase: 'active', opened_on: '2026-03-03', protection: 'protected_registration' },
    next_appointment: { starts_at: '2026-11-23T10:00:00', all_day: false, title: 'Möte' },
  } as CaseView;

  it('says since when, what is next and how the identity is protected', () => {
    expect(subtitle(view, TODAY)).toBe('Aktiv sedan 3 mars · nästa möte idag 10:00 · skyddad folkbokföring');
  });

  it('says nothing of appointments once the case is closed', () => {
    const closed = { ...view, case: { ...view.case, phase: 'closed', protection: 'none' }, next_appointment: null } as CaseView;
    expect(subtitle(closed, TODAY)).toBe('Avslutad · öppnat 3 mars');
  });

  it('names weeks as the program does, also round the new year', () => {
    for (const day of ['2026-11-23', '2026-12-28', '2027-01-04', '2024-12-30', '2021-01-04']) {
      expect(mondayOfWeek(weekName(day))).toBe(day);
    }
    expect(weekName('2027-01-01')).toBe('2026-W53');
    expect(mondayOfWeek('inte en vecka')).toBeNull();
  });
});

describe('a note as it is read', () => {
  it('keeps paragraphs, lines and bullets apart', () => {
    expect(blocks('Vi sågs.\nHan kom i tid.\n\nVeckan:\n- boxning\n- skola\n\n- ny lista')).toEqual([
      { kind: 'text', lines: ['Vi sågs.', 'Han kom i tid.'] },
      { kind: 'text', lines: ['Veckan:'] },
      { kind: 'list', items: ['boxning', 'skola'] },
      { kind: 'list', items: ['ny lista'] },
    ]);
    expect(blocks(' \n\n')).toEqual([]);
  });
});

describe('the grid of routines', () => {
  const row = (days: string): RoutineRow =>
    ({
      routine: { id: days },
      boxes: [...days].map((day, index) => ({ on: `2026-11-${23 + index}`, applies: day === 'x', tick: null, why_not: '' })),
    }) as unknown as RoutineRow;
  const rows = [row('.xx.xxx'), row('xxxxx..'), row('xxxxxxx')];

  it('begins at the first box there is', () => {
    expect(firstPlace(rows)).toEqual({ row: 0, day: 1 });
    expect(firstPlace([])).toBeNull();
  });

  it('is walked with arrows over days without a box', () => {
    expect(move(rows, { row: 0, day: 2 }, 'ArrowRight')).toEqual({ row: 0, day: 4 });
    expect(move(rows, { row: 0, day: 6 }, 'ArrowDown')).toEqual({ row: 2, day: 6 });
    expect(move(rows, { row: 1, day: 4 }, 'ArrowRight')).toEqual({ row: 1, day: 4 });
    expect(move(rows, { row: 1, day: 2 }, 'End')).toEqual({ row: 1, day: 4 });
    expect(move(rows, { row: 0, day: 4 }, 'Home')).toEqual({ row: 0, day: 1 });
  });

  it('ticks and empties with one click, and with Shift says that it was not done', () => {
    expect(nextTick(null, false)).toBe('done');
    expect(nextTick('done', false)).toBeNull();
    expect(nextTick('done', true)).toBe('missed');
    expect(nextTick('missed', true)).toBeNull();
    expect(nextTick('missed', false)).toBe('done');
  });
});

describe('words made of terms', () => {
  it('tell what was disclosed', () => {
    const entry = { id: 'd', at: '2026-11-16T08:05:00Z', kind: 'share', ground: 'x' } as const;
    expect(disclosedWhat({ ...entry, what: '2026-W07' })).toBe('Vecka 7');
    expect(disclosedWhat({ ...entry, what: 'plan notes' })).toBe('Plan, Anteckningar');
    expect(disclosedWhat({ ...entry, what: 'caseload' })).toBe('Alla ärenden');
  });

  it('tell the kind of a party by its name', () => {
    expect(kindOfParty('Socialtjänsten Norr')).toBe('social_services');
    expect(kindOfParty('Boxningsklubben')).toBe('other');
  });
});

describe('a key', () => {
  it('belongs to what has come in the place of its former owner', async () => {
    const ran: string[] = [];
    const onrun = (who: string) => ran.push(who);
    const { rerender } = render(KeySwap, { second: false, onrun });
    await fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
    await rerender({ second: true, onrun });
    await fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
    expect(ran).toEqual(['first', 'second']);
  });
});
