import { describe, expect, it } from 'vitest';
import type { PrintItem } from '../../lib/bindings';
import { around, chosenOf, groupsOf, toggled } from './items';

const item = (key: string, kind: PrintItem['kind'], on: string | null = null): PrintItem => ({ key, kind, label: key, on, is_chosen: true });
const items = [
  item('call:0', 'call'),
  item('a1', 'appointment', '2026-11-23'),
  item('a2', 'appointment', '2026-11-25'),
  item('a3', 'appointment', '2026-11-23'),
  item('r1', 'routine'),
  item('remember', 'remember'),
];

describe('the checklist', () => {
  it('has the appointments by day, then the rest in the order of the paper', () => {
    expect(groupsOf(items).map((group) => [group.name, group.items.map((each) => each.key)])).toEqual([
      ['2026-11-23', ['a1', 'a3']],
      ['2026-11-25', ['a2']],
      ['routine', ['r1']],
      ['remember', ['remember']],
      ['call', ['call:0']],
    ]);
  });

  it('is empty when nothing can stand on the week', () => {
    expect(groupsOf([])).toEqual([]);
  });

  it('leaves out and takes in again, each once', () => {
    expect(toggled([], 'a1', false)).toEqual(['a1']);
    expect(toggled(['a1'], 'a1', false)).toEqual(['a1']);
    expect(toggled(['a1', 'r1'], 'a1', true)).toEqual(['r1']);
  });

  it('knows whether a group is whole', () => {
    const group = items.slice(1, 3);
    expect(chosenOf(group, [])).toBe('all');
    expect(chosenOf(group, ['a1'])).toBe('some');
    expect(chosenOf(group, ['a1', 'a2'])).toBe('none');
  });
});

describe('a leak', () => {
  it('is shown in its place, whatever its letters', () => {
    expect(around('Möte med fryshuset på måndag', 'Fryshuset', 5)).toEqual({ before: '… med ', word: 'fryshuset', after: ' på m…' });
  });

  it('is not shown where it is not', () => {
    expect(around('Möte', 'annat')).toBeNull();
  });
});
