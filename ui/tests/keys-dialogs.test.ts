// What makes a new recovery key can't be left while it is made: its sheet is shown once.
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { language } from '../src/lib/language.svelte';
import NewSheetDialog from '../src/screens/settings/NewSheetDialog.svelte';

const answers: Record<string, (...given: never[]) => unknown> = {};
vi.mock('../src/lib/bindings', () => {
  const commands = new Proxy({}, { get: (_, name: string) => (...given: never[]) => Promise.resolve(answers[name]?.(...given)) });
  return { commands, events: {} };
});

beforeEach(() => language.set('sv'));

it('a new recovery key is seen, however much one would like to leave while it is made', async () => {
  let made: (sheet: { groups: string[]; made_on: string; pages: string[] }) => void = () => {};
  const make = () => new Promise<{ groups: string[]; made_on: string; pages: string[] }>((resolve) => (made = resolve));
  render(NewSheetDialog, { open: true, title: 'Ny nyckel', description: 'Vad det betyder', action: 'Gör en ny', told: 'Klart', make });
  await fireEvent.input(await screen.findByLabelText('Din egen lösenfras'), { target: { value: 'sex ord' } });
  await fireEvent.submit(document.querySelector('form') as HTMLFormElement);
  const cancel = screen.getByRole<HTMLButtonElement>('button', { name: 'Avbryt' });
  expect(cancel.disabled).toBe(true);
  await fireEvent.click(screen.getByRole('button', { name: 'Stäng' }));
  await fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  // Time for it to go, if it goes.
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.getByRole('dialog', { name: 'Ny nyckel' }).dataset['state']).toBe('open');
  made({ groups: ['ABCD'], made_on: '2026-11-23', pages: [] });
  await waitFor(() => expect(screen.getByText(/ABCD/)).toBeTruthy());
});

it('before it is begun, one leaves as one likes', async () => {
  render(NewSheetDialog, { open: true, title: 'Ny nyckel', description: 'Vad det betyder', action: 'Gör en ny', told: 'Klart', make: async () => null });
  await fireEvent.click(await screen.findByRole('button', { name: 'Avbryt' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
