import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tick } from 'svelte';
import { language } from '../src/lib/language.svelte';
import { SHOWN, TYPED } from '../src/lib/linger.svelte';
import { copy, marked, watchCopying } from '../src/lib/copy';
import { VaultDoor } from '../src/screens/unlock/vault.svelte';
import RecoveryProof from '../src/screens/unlock/RecoveryProof.svelte';
import RestoreForm from '../src/screens/unlock/RestoreForm.svelte';
import UnlockForm from '../src/screens/unlock/UnlockForm.svelte';

const answers: Record<string, (...given: never[]) => unknown> = {};
vi.mock('../src/lib/bindings', () => {
  const commands = new Proxy({}, { get: (_, name: string) => (...given: never[]) => Promise.resolve(answers[name]?.(...given)) });
  return { commands, events: {} };
});

const WORDS = 'fyren lyser över tallarna';
const ok = <T>(data: T) => ({ status: 'ok' as const, data });
const refused = (code: string) => ({ status: 'error' as const, error: { code, params: {} } });

beforeEach(() => {
  for (const name of Object.keys(answers)) delete answers[name];
  language.set('sv');
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function type(): Promise<HTMLInputElement> {
  render(UnlockForm, { door: new VaultDoor(() => {}) });
  const field = screen.getByLabelText<HTMLInputElement>('Lösenfras');
  await fireEvent.input(field, { target: { value: WORDS } });
  return field;
}

describe('a passphrase', () => {
  it('is no part of the page, and nothing completes, checks or keeps it', async () => {
    const field = await type();
    expect(document.documentElement.outerHTML).not.toContain('fyren');
    expect([field.type, field.autocomplete, field.getAttribute('spellcheck'), field.getAttribute('autocapitalize')]).toEqual(['password', 'off', 'false', 'off']);
    expect(field.name).toBe('');
  });

  it('goes when nobody goes on typing it', async () => {
    const field = await type();
    vi.advanceTimersByTime(TYPED - 1);
    await tick();
    expect(field.value).toBe(WORDS);
    await fireEvent.input(field, { target: { value: `${WORDS} vid` } });
    vi.advanceTimersByTime(TYPED - 1);
    await tick();
    expect(field.value).toBe(`${WORDS} vid`);
    vi.advanceTimersByTime(1);
    await tick();
    expect(field.value).toBe('');
  });

  it('that is shown hides itself again, and at once when it is sent', async () => {
    const field = await type();
    const look = screen.getByRole('button', { name: 'Visa lösenfrasen' });
    await fireEvent.click(look);
    expect(field.type).toBe('text');
    vi.advanceTimersByTime(SHOWN);
    await tick();
    expect(field.type).toBe('password');
    await fireEvent.click(look);
    answers['vaultUnlock'] = () => refused('wrong-secret');
    await fireEvent.submit(field.form as HTMLFormElement);
    expect(field.type).toBe('password');
  });

  it('is sent once and leaves its field when it was right', async () => {
    const sent = vi.fn(() => ok(null));
    answers['vaultUnlock'] = sent;
    answers['session'] = () => ok({ state: 'unlocked', is_sample: false, settings: null, settings_damaged: false, language: 'sv', last_change: null, now: '2026-11-23T08:48:00' });
    const field = await type();
    await fireEvent.submit(field.form as HTMLFormElement);
    await fireEvent.submit(field.form as HTMLFormElement);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toHaveBeenCalledOnce();
    expect(field.value).toBe('');
  });
});

describe('a recovery key', () => {
  it('that is typed back goes when nobody goes on', async () => {
    render(RecoveryProof, { onproven: () => {}, onlater: () => {} });
    const field = screen.getByRole<HTMLTextAreaElement>('textbox');
    await fireEvent.input(field, { target: { value: 'ABCD EFGH' } });
    vi.advanceTimersByTime(3 * TYPED - 1);
    await tick();
    expect(field.value).toBe('ABCD EFGH');
    vi.advanceTimersByTime(1);
    await tick();
    expect(field.value).toBe('');
  });
});

describe('the secret of a backup', () => {
  const file = { name: 'farled.farledbackup', kilobytes: 900, created_at: '2026-11-22T09:00:00Z', records: null, later_changes: null };
  const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

  beforeEach(() => {
    answers['restoreChoose'] = () => ok(file);
    answers['restoreLook'] = () => ok({ ...file, records: 40, later_changes: 0 });
    answers['restoreVault'] = () => new Promise(() => {});
    answers['backupProgress'] = () => null;
  });

  async function chosen(): Promise<void> {
    render(RestoreForm, { door: new VaultDoor(() => {}) });
    await click('Välj fil');
    await vi.advanceTimersByTimeAsync(1);
  }

  it('goes with what it opened when nobody goes on: one click would restore', async () => {
    await chosen();
    await fireEvent.input(screen.getByLabelText('Lösenfras'), { target: { value: WORDS } });
    await click('Öppna säkerhetskopian');
    await vi.advanceTimersByTimeAsync(1);
    expect(screen.getByRole('button', { name: 'Återställ' })).toBeTruthy();
    await vi.advanceTimersByTimeAsync(TYPED - 2);
    expect(screen.getByRole('button', { name: 'Återställ' })).toBeTruthy();
    await vi.advanceTimersByTimeAsync(2);
    expect(screen.queryByRole('button', { name: 'Återställ' })).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Lösenfras').value).toBe('');
  });

  it('from paper stays three times as long, and not while it restores', async () => {
    await chosen();
    await click('Använd återställningsnyckeln');
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'ABCD' } });
    await vi.advanceTimersByTimeAsync(3 * TYPED - 1);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('ABCD');
    await vi.advanceTimersByTimeAsync(1);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('');
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'ABCD' } });
    await click('Öppna säkerhetskopian');
    await vi.advanceTimersByTimeAsync(1);
    await click('Återställ');
    await vi.advanceTimersByTimeAsync(4 * TYPED);
    expect(screen.getByText(/^Återställer/)).toBeTruthy();
  });
});

describe('copying', () => {
  it('goes through the program, for fields and for the page, and never takes a passphrase', async () => {
    const copied: string[] = [];
    answers['clipboardCopy'] = (text: string) => (copied.push(text), ok(null));
    watchCopying();
    document.body.innerHTML = '<textarea>Möte med Lind</textarea><input type="password" value="hemligt" /><p>Ring Sundet</p>';
    const [area, secret] = [document.querySelector('textarea'), document.querySelector('input')];
    const take = () => document.dispatchEvent(new Event('copy', { bubbles: true, cancelable: true }));
    area?.focus();
    area?.setSelectionRange(0, 4);
    expect(take()).toBe(false);
    secret?.focus();
    secret?.select();
    expect(marked()).toBe('');
    take();
    secret?.blur();
    document.getSelection()?.selectAllChildren(document.querySelector('p') as Node);
    take();
    await copy('en gång till');
    expect(copied).toEqual(['Möte', 'Ring Sundet', 'en gång till']);
  });
});
