// Backups in the settings: a folder that is chosen, and a backup that holds less than it should.
import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, type BackupView, type LastBackup } from '../src/lib/bindings';
import { language } from '../src/lib/language.svelte';
import BackupPart from '../src/screens/settings/BackupPart.svelte';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const LAST: LastBackup = { at: '2026-11-22T09:00:00Z', days: 1, name: 'a.farledbackup', has_changed: false, differs: false };

function view(last: LastBackup | null): BackupView {
  return { path: '/media/stick', folder: 'there', frequency: 'by_hand', keep: 7, last, trouble_since: null, trouble: null, generations: [] };
}

/** Shows the settings, with what is known of the last backup before and after a folder is chosen. */
function show(before: LastBackup | null, after = before) {
  let last = before;
  vi.spyOn(commands, 'backupShow').mockImplementation(() => ok({ view: view(last), percent: null }));
  vi.spyOn(commands, 'backupFolderChoose').mockImplementation(() => {
    last = after;
    return ok(true);
  });
  const make = vi.spyOn(commands, 'backupMake').mockImplementation(() => ok({ name: 'b', kilobytes: 1, records: 1, removed: 0 }));
  render(BackupPart);
  return make;
}

beforeEach(() => language.set('sv'));
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a folder that is chosen', () => {
  it('gets its backup at once when it has none, also in the place of another', async () => {
    const make = show(LAST, null);
    await fireEvent.click(await screen.findByRole('button', { name: 'Byt mapp' }));
    await vi.waitFor(() => expect(make).toHaveBeenCalledTimes(1));
  });

  it('and is the one that it was gets none', async () => {
    const make = show(LAST, LAST);
    await fireEvent.click(await screen.findByRole('button', { name: 'Byt mapp' }));
    await vi.waitFor(() => expect(commands.backupShow).toHaveBeenCalledTimes(2));
    expect(make).not.toHaveBeenCalled();
  });
});

it('a backup that holds less than it should is told of', async () => {
  show({ ...LAST, differs: true });
  expect(await screen.findByText(/^Valvet innehåller inte det som senast sparades/u)).toBeTruthy();
});
