import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import Sun from '@lucide/svelte/icons/sun';
import axe from 'axe-core';
import { tick } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import { Failure } from '../src/lib/failure';
import { language } from '../src/lib/language.svelte';
import { palette } from '../src/lib/palette.svelte';
import { privacy } from '../src/lib/privacy.svelte';
import { route } from '../src/lib/route.svelte';
import { session } from '../src/lib/session.svelte';
import { toast } from '../src/lib/toast.svelte';
import { register } from '../src/shell/registry';
import Fields from './Fields.svelte';
import Frames from './Frames.svelte';
import Locked from './Locked.svelte';

const icon = Sun as never;

beforeEach(() => {
  language.set('sv');
  register({ name: 'today', title: 'shell-today', component: Frames as never, nav: { icon, place: 'main', order: 1, count: () => 4 } });
  register({ name: 'people', title: 'shell-people', component: Fields as never, nav: { icon, place: 'main', order: 2, holds: ['person'] } });
  register({ name: 'person', title: 'shell-people', component: Frames as never, staysInPrivate: true });
  register({ name: 'unlock', title: 'shell-lock', component: Locked, bare: true });
  privacy.set(false);
  palette.open = false;
  session.lockWith(() => {});
  session.opened();
});

describe('the shell', () => {
  it('shows only screens that there are', async () => {
    render(App);
    expect(screen.getByRole('navigation').textContent).toContain('Personer');
    expect(screen.getByRole('navigation').textContent).not.toContain('Kalender');
    expect(screen.getByRole('button', { name: /Idag/ }).getAttribute('aria-current')).toBe('page');
    route.go('person');
    await tick();
    expect(screen.getByRole('button', { name: /Personer/ }).getAttribute('aria-current')).toBe('page');
  });

  it('moves the place of reading to the new screen’s title', async () => {
    render(App);
    route.go('person');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  });

  it('passes the accessibility checks', async () => {
    render(App);
    await tick();
    const found = await axe.run(document.documentElement, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((each) => `${each.id} ${each.nodes[0]?.html}`)).toEqual([]);
  });
});

describe('the lock', () => {
  it('answers Ctrl+L also while one writes in a dialog, and nothing stays on screen', async () => {
    render(App);
    await fireEvent.click(screen.getByRole('button', { name: 'Ny' }));
    const field = await screen.findByLabelText('Vad');
    await fireEvent.keyDown(field, { key: 'l', ctrlKey: true });
    await waitFor(() => expect(screen.getByText('Låst')).toBeTruthy());
    await waitFor(() => expect(document.body.textContent).not.toContain('Tall'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks before it loses what can’t be saved', async () => {
    const locked = vi.fn();
    session.lockWith(locked);
    const stay = session.beforeLock(() => Promise.reject(new Failure('disk-full')));
    render(App);
    await fireEvent.keyDown(document.body, { key: 'l', ctrlKey: true });
    const dialog = await screen.findByRole('dialog', { name: 'Det du skrev är inte sparat' });
    expect(dialog.textContent).toContain('Disken är full.');
    await fireEvent.click(screen.getByRole('button', { name: 'Stanna kvar' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await fireEvent.click(screen.getByRole('button', { name: /^Lås/ }));
    await screen.findByRole('dialog', { name: 'Det du skrev är inte sparat' });
    expect(locked).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('button', { name: 'Lås ändå' }));
    stay();
    await waitFor(() => expect(screen.getByText('Låst')).toBeTruthy());
    expect(locked).toHaveBeenCalledOnce();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('keeps the shell away until the vault is open', () => {
    session.locked();
    route.go('people');
    render(App);
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.queryByLabelText('Alias')).toBeNull();
  });
});

describe('Ctrl+K', () => {
  it('finds places and records, and goes there with Enter', async () => {
    const run = vi.fn();
    const stop = palette.provide((query) => (query ? [{ id: 'x', title: `Anteckning om ${query}`, run }] : []));
    render(App);
    await fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    const field = await screen.findByRole('combobox', { name: /Sök person/ });
    await waitFor(() => expect(screen.getAllByRole('option').map((each) => each.textContent?.trim().split(/\s+/)[0])).toEqual(['Idag', 'Personer']));
    await fireEvent.input(field, { target: { value: 'pers' } });
    await screen.findByText('Anteckning om pers');
    expect(document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('Anteckning om pers');
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(route.current.screen).toBe('people');
    expect(run).not.toHaveBeenCalled();
    stop();
  });

  it('lets a slow answer to an older question go', async () => {
    let late: (items: []) => void = () => {};
    const stop = palette.provide((query) =>
      query === 'a' ? new Promise((resolve) => (late = resolve)) : [{ id: query, title: `om ${query}`, run: () => {} }],
    );
    render(App);
    palette.open = true;
    const field = await screen.findByRole('combobox', { name: /Sök person/ });
    await fireEvent.input(field, { target: { value: 'a' } });
    await new Promise((resolve) => setTimeout(resolve, 120));
    await fireEvent.input(field, { target: { value: 'zz' } });
    await screen.findByText('om zz');
    late([]);
    await tick();
    expect(screen.getByText('om zz')).toBeTruthy();
    stop();
  });
});

describe('private mode', () => {
  it('hides every screen but the one about a person, and every way to the others', async () => {
    render(App);
    route.go('people');
    expect(await screen.findByLabelText('Alias')).toBeTruthy();
    await fireEvent.keyDown(document.body, { key: 'H', ctrlKey: true, shiftKey: true });
    expect(screen.queryByLabelText('Alias')).toBeNull();
    expect(screen.getByText(/visar fler än en person/)).toBeTruthy();
    expect(screen.getByRole('navigation').textContent).not.toContain('Personer');
    await fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    expect(palette.open).toBe(false);
    route.go('person');
    await tick();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tall');
  });
});

it('lists the keys of the screen with "?", and turns single keys off there', async () => {
  render(App);
  await fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
  const sheet = await screen.findByRole('dialog', { name: 'Kortkommandon' });
  expect(sheet.textContent).toContain('Plan');
  await fireEvent.click(screen.getByRole('checkbox', { name: 'Kortkommandon med en tangent' }));
  await fireEvent.keyDown(sheet, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await fireEvent.keyDown(document.body, { key: '2' });
  expect(screen.getByText('Innehåll a')).toBeTruthy();
});

it('undoes the latest with Ctrl+Z, but leaves it to a field while one types', async () => {
  render(App);
  const undo = vi.fn();
  toast.show('Flyttat', { undo });
  route.go('people');
  await tick();
  await fireEvent.keyDown(screen.getByLabelText('Alias'), { key: 'z', ctrlKey: true });
  expect(undo).not.toHaveBeenCalled();
  await fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  await waitFor(() => expect(undo).toHaveBeenCalledOnce());
});
