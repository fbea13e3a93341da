// The plan's goals: what is noted about one is written in its form and shown beneath its words.
import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Goal } from '../src/lib/bindings';
import { language } from '../src/lib/language.svelte';
import GoalBlock from '../src/screens/person/plan/GoalBlock.svelte';
import GoalForm from '../src/screens/person/plan/GoalForm.svelte';

const goal: Goal = { id: 'g', case: 'c', need: 'n', title: 'Jag ska ha en egen dörr', status: 'active' };

beforeEach(() => language.set('sv'));

it('what is noted about a goal is kept with it', async () => {
  const saved = vi.fn(async (_: Goal) => true);
  render(GoalForm, { goal: { ...goal, notes: 'Vill bo nära' }, area: 'housing_long_term', today: '2026-11-23', onsave: saved, onclose: () => {} });
  const field = await screen.findByLabelText<HTMLTextAreaElement>(/Anteckningar om målet/);
  expect(field.value).toBe('Vill bo nära');
  await fireEvent.input(field, { target: { value: 'Vill bo nära brodern' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Spara' }));
  expect(saved).toHaveBeenCalledWith(expect.objectContaining({ id: 'g', title: goal.title, notes: 'Vill bo nära brodern' }));
});

it('shows in the plan', () => {
  const nothing = () => {};
  const done = async () => true;
  render(GoalBlock, {
    view: { goal: { ...goal, notes: 'Vill bo nära brodern' }, measures: [] },
    alias: 'Tall',
    people: [],
    today: '2026-11-23',
    fixed: false,
    ongoal: nothing,
    onstatus: done,
    onedit: nothing,
    onmeasure: nothing,
    onmeasurestatus: nothing,
    onmeasureadd: done,
    onmeasureedit: nothing,
    onremind: nothing,
    onparty: async () => null,
  });
  expect(screen.getByText('Vill bo nära brodern')).toBeTruthy();
});
