// Backups in the settings.
import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { commands, type BackupView, type LastBackup } from '../src/lib/bindings';
import { language } from '../src/lib/language.svelte';
import BackupPart from '../src/screens/settings/BackupPart.svelte';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });
const LAST: LastBackup = { at: '2026-11-22T09:00:00Z', days: 1, name: 'a.farledbackup', has_changed: false, differs: false };

function view(last: LastBackup | null): BackupView {
  return { path: '/media/stick', folder: 'there', frequency: 'by_hand', keep: 7, last, trouble_since: null, trouble: null, generations: [] };
}

function show(last: LastBackup) {
  vi.spyOn(commands, 'backupShow').mockImplementation(() => ok({ view: view(last), percent: null }));
  render(BackupPart);
}

beforeEach(() => language.set('sv'));
afterEach(() => {
  vi.restoreAllMocks();
});

it('a backup that holds less than it should is told of', async () => {
  show({ ...LAST, differs: true });
  expect(await screen.findByText(/^Valvet innehåller inte det som senast sparades/u)).toBeTruthy();
});
