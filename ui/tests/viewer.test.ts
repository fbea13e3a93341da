// Documents: a page that can't be shown stands in the way of no other, and what was refused is told until it is read.
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AddReport, AttachmentRow } from '../src/lib/bindings';
import { language } from '../src/lib/language.svelte';
import { toast } from '../src/lib/toast.svelte';
import Documents from '../src/screens/person/documents/Documents.svelte';
import Viewer from '../src/screens/person/documents/Viewer.svelte';

const answers: Record<string, (...given: never[]) => unknown> = {};
vi.mock('../src/lib/bindings', () => {
  const commands = new Proxy({}, { get: (_, name: string) => (...given: never[]) => Promise.resolve(answers[name]?.(...given)) });
  return { commands, events: { dropping: { listen: () => Promise.resolve(() => {}) } } };
});

const ok = <T>(data: T) => ({ status: 'ok' as const, data });
const refused = (code: string) => ({ status: 'error' as const, error: { code, params: {} } });
const row = { id: 'd', case: 'c', name: 'Beslut.pdf', description: '', media: 'pdf', size: 3000, dated_on: null } as unknown as AttachmentRow;

beforeEach(() => {
  for (const name of Object.keys(answers)) delete answers[name];
  language.set('sv');
  toast.clear();
});

describe('a page that can’t be shown', () => {
  const image = () => document.querySelector('img');
  async function opened(): Promise<void> {
    answers['attachmentPages'] = () => ok(3);
    const nothing = () => {};
    render(Viewer, { row, open: true, hasBefore: false, hasAfter: false, onstep: nothing, oncopy: nothing, onremove: nothing, onclose: nothing });
    await waitFor(() => expect(image()?.src).toContain('/d/1/'));
  }

  it('hides neither the one after it nor itself when one comes back', async () => {
    await opened();
    await fireEvent.error(image() as HTMLImageElement);
    await screen.findByText('Dokumentet kan inte visas här.');
    expect(image()).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Nästa' }));
    await waitFor(() => expect(image()?.src).toContain('/d/2/'));
    expect(screen.queryByRole('alert')).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Föregående' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Försök igen' }));
    await waitFor(() => expect(image()?.src).toContain('/d/1/'));
  });

  it('is called damaged only when it is the picture', async () => {
    await opened();
    answers['attachmentPages'] = () => refused('record-missing');
    await fireEvent.error(image() as HTMLImageElement);
    const told = await screen.findByRole('alert');
    expect(told.textContent).not.toContain('Dokumentet kan inte visas här.');
  });
});

it('files that were refused are all told, with their reasons, until one has read it', async () => {
  const names = Array.from({ length: 10 }, (_, at) => `IMG_${at}.heic`);
  const report: AddReport = { added: [], refused: names.map((name) => ({ name, failure: { code: 'attachment-heic', params: {} } })), left: 0 };
  answers['attachmentList'] = () => ok([]);
  answers['attachmentAdd'] = () => ok(report);
  render(Documents, { caseId: 'c', open: true });
  await fireEvent.click(await screen.findByRole('button', { name: /Lägg till dokument/ }));
  await screen.findByText('10 filer kunde inte läggas till');
  expect(screen.getByRole('listitem').textContent).toMatch(new RegExp(`^${names.join(', ')}: Fotot är sparat som HEIC`));
  expect(toast.list).toEqual([]);
  await fireEvent.click(screen.getByRole('button', { name: 'Stäng' }));
  expect(screen.queryByText(/heic/)).toBeNull();
});
