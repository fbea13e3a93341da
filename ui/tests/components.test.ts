import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tick } from 'svelte';
import ErrorNote from '../src/components/ErrorNote.svelte';
import Loading from '../src/components/Loading.svelte';
import Toasts from '../src/components/Toasts.svelte';
import { Failure } from '../src/lib/failure';
import { keys } from '../src/lib/keys.svelte';
import { language } from '../src/lib/language.svelte';
import { toast } from '../src/lib/toast.svelte';
import Fields from './Fields.svelte';
import Frames from './Frames.svelte';

beforeEach(() => {
  language.set('sv');
  keys.enabled = true;
  toast.clear();
});

function fields(oncreate = vi.fn()) {
  const values: Record<string, unknown> = {};
  render(Fields, { values, oncreate });
  return { values, oncreate };
}

describe('a field', () => {
  it('is named by its label and described by its hint, and by its error when there is one', async () => {
    fields();
    const alias = screen.getByLabelText('Alias');
    expect(document.getElementById(alias.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Inte namnet');
    await fireEvent.input(alias, { target: { value: 'x' } });
    expect(alias.getAttribute('aria-invalid')).toBe('true');
    const [first] = (alias.getAttribute('aria-describedby') ?? '').split(' ');
    expect(document.getElementById(first ?? '')?.textContent).toContain('För kort');
  });

  it('for a passphrase can be looked at and warns of Caps Lock', async () => {
    fields();
    const field = screen.getByLabelText<HTMLInputElement>('Lösenfras');
    expect(field.type).toBe('password');
    await fireEvent.click(screen.getByRole('button', { name: 'Visa lösenfrasen' }));
    expect(field.type).toBe('text');
    await fireEvent.keyDown(field, { key: 'A', modifierCapsLock: true });
    expect(screen.getByText('Caps Lock är på')).toBeTruthy();
  });

  it('for a time takes what is typed at its end, and says when it is no time', async () => {
    const { values } = fields();
    const field = screen.getByLabelText<HTMLInputElement>('Från');
    await fireEvent.input(field, { target: { value: '930' } });
    await fireEvent.blur(field);
    expect(values['time']).toBe('09:30');
    expect(field.value).toBe('09:30');
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(values['time']).toBe('09:45');
    await fireEvent.input(field, { target: { value: '25' } });
    await fireEvent.blur(field);
    expect(screen.getByText(/Skriv en tid/)).toBeTruthy();
    expect(values['time'], 'a wrong time must not take the place of the right one').toBe('09:45');
    await fireEvent.input(field, { target: { value: '' } });
    await fireEvent.blur(field);
    expect(values['time']).toBeNull();
  });

  it('for a date reads year, month, day in Swedish with Swedish names', async () => {
    const { values } = fields();
    const parts = within(screen.getByRole('group', { name: 'Dag' })).getAllByRole('spinbutton');
    expect(parts.map((part) => part.getAttribute('aria-label'))).toEqual(['år', 'månad', 'dag']);
    expect(parts.map((part) => part.textContent)).toEqual(['2026', '11', '23']);
    parts[2]?.focus();
    await fireEvent.keyDown(parts[2] as HTMLElement, { key: 'ArrowUp' });
    await waitFor(() => expect(values['day']).toBe('2026-11-24'));
  });

  it('for a date opens a month that begins on Monday, and takes the day chosen', async () => {
    const { values } = fields();
    await fireEvent.click(screen.getByRole('button', { name: 'Öppna kalendern för Dag' }));
    const heads = await waitFor(() => {
      const found = [...document.querySelectorAll('.date-head')].map((head) => head.textContent?.trim());
      expect(found).toHaveLength(7);
      return found;
    });
    expect(heads[0]).toBe('mån');
    expect(screen.getByRole('button', { name: 'Nästa månad' })).toBeTruthy();
    await fireEvent.click(screen.getByLabelText('torsdag 26 november 2026'));
    await waitFor(() => expect(values['day']).toBe('2026-11-26'));
  });

  it('with words to choose from keeps their order, and one of a single group stays', async () => {
    const { values } = fields();
    const themes = within(screen.getByRole('group', { name: 'Teman' }));
    await fireEvent.click(themes.getByRole('button', { name: 'Familj' }));
    await fireEvent.click(themes.getByRole('button', { name: 'Skydd' }));
    expect(values['themes']).toEqual(['skydd', 'familj']);
    await fireEvent.click(themes.getByRole('button', { name: 'Familj' }));
    expect(values['themes']).toEqual(['skydd']);
    const tongue = within(screen.getByRole('group', { name: 'Språk' }));
    await fireEvent.click(tongue.getByRole('button', { name: 'Skydd' }));
    expect(values['tongue']).toEqual(['skydd']);
    await fireEvent.click(tongue.getByRole('button', { name: 'Boende' }));
    expect(values['tongue']).toEqual(['boende']);
    expect(tongue.getByRole('button', { name: 'Boende' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('for a scale takes 0 as an answer and can be without one', async () => {
    const { values } = fields();
    await fireEvent.click(screen.getByRole('radio', { name: '0' }));
    expect(values['mood']).toBe(0);
    await fireEvent.click(screen.getByRole('button', { name: 'Rensa Motivation' }));
    expect(values['mood']).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '0' }).checked).toBe(false);
  });

  it('that is searched shows what matches and takes a new text', async () => {
    const { values, oncreate } = fields();
    const field = screen.getByRole('combobox', { name: 'Person' });
    await fireEvent.input(field, { target: { value: 'bo' } });
    await waitFor(() => expect(screen.getAllByRole('option').map((option) => option.textContent?.trim())).toEqual(['Boende', 'Lägg till ”bo”']));
    await fireEvent.pointerUp(screen.getByRole('option', { name: 'Boende' }));
    await waitFor(() => expect(values['person']).toBe('boende'));
    await fireEvent.input(field, { target: { value: 'Ny granne' } });
    await fireEvent.pointerUp(await screen.findByRole('option', { name: 'Lägg till ”Ny granne”' }));
    await waitFor(() => expect(oncreate).toHaveBeenCalledWith('Ny granne'));
    expect(values['person'], 'a new text is the caller’s to keep').toBe('boende');
  });

  it('passes the accessibility checks, all of them at once', async () => {
    fields();
    await tick();
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(found.violations.map((each) => `${each.id} ${each.nodes[0]?.html}`)).toEqual([]);
  });
});

describe('a dialog', () => {
  it('is named, begins where one writes, and closes with Escape', async () => {
    const onrun = vi.fn();
    render(Frames, { onrun });
    await fireEvent.click(screen.getByRole('button', { name: 'Ny' }));
    await screen.findByRole('dialog', { name: 'Nytt möte' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Vad')));
    await fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(onrun).toHaveBeenCalledWith('closed');
  });
});

describe('tabs', () => {
  it('change with their numbers and hold only the open one', async () => {
    render(Frames);
    expect(screen.getByText('Innehåll a')).toBeTruthy();
    await fireEvent.keyDown(document.body, { key: '2' });
    expect(screen.getByText('Innehåll b')).toBeTruthy();
    expect(screen.queryByText('Innehåll a')).toBeNull();
    await fireEvent.keyDown(document.body, { key: '3' });
    expect(screen.getByRole('tab', { name: 'Plan' }).getAttribute('aria-selected')).toBe('true');
  });
});

describe('a button', () => {
  it('says its key to those who listen, unless single keys are off', async () => {
    render(Frames);
    const button = screen.getByRole('button', { name: 'Ny' });
    expect(button.getAttribute('aria-keyshortcuts')).toBe('N');
    expect(button.textContent).toContain('N');
    keys.enabled = false;
    await tick();
    expect(button.hasAttribute('aria-keyshortcuts')).toBe(false);
    expect(button.querySelector('kbd')).toBeNull();
  });

  it('that is busy does nothing again', async () => {
    const onrun = vi.fn();
    render(Frames, { onrun });
    await fireEvent.click(screen.getByRole('button', { name: 'Arbetar' }));
    expect(onrun).not.toHaveBeenCalled();
  });
});

describe('a row', () => {
  it('answers through its title, and a tick takes one click', async () => {
    const onrun = vi.fn();
    render(Frames, { onrun });
    await fireEvent.click(screen.getByRole('button', { name: 'Björk' }));
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Ring' }));
    expect(onrun.mock.calls.flat()).toEqual(['björk', 'ring true']);
  });
});

it('keeps what is hidden out of the page until one asks', async () => {
  render(Frames);
  expect(document.body.innerHTML).not.toContain('Mycket hemligt');
  await fireEvent.click(screen.getByRole('button', { name: 'Visa risken' }));
  expect(screen.getByText('Mycket hemligt')).toBeTruthy();
});

it('says a failure in three sentences and offers to try again', async () => {
  const onretry = vi.fn();
  render(ErrorNote, { failure: new Failure('disk-full'), onretry });
  expect(screen.getByRole('alert').querySelectorAll('p')).toHaveLength(3);
  await fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
  expect(onretry).toHaveBeenCalledOnce();
});

it('shows no loading for what comes at once', async () => {
  vi.useFakeTimers();
  render(Loading);
  expect(screen.queryByRole('status')).toBeNull();
  await vi.advanceTimersByTimeAsync(250);
  expect(screen.getByRole('status').textContent).toContain('Hämtar');
  vi.useRealTimers();
});

it('undoes from the message, and reads failures aloud at once', async () => {
  const undo = vi.fn();
  render(Toasts);
  toast.show('Mötet flyttat.', { undo });
  toast.error(new Failure('disk-full'));
  await tick();
  expect(screen.getByText('Mötet flyttat.').closest('[aria-live]')?.getAttribute('aria-live')).toBe('polite');
  expect(screen.getByText('Disken är full.').closest('[aria-live]')?.getAttribute('aria-live')).toBe('assertive');
  await fireEvent.click(screen.getByRole('button', { name: 'Ångra' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByText('Mötet flyttat.')).toBeNull();
});
