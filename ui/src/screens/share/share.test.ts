import { beforeEach, describe, expect, it } from 'vitest';
import type { CardView, CaseChange } from '../../lib/bindings';
import { language } from '../../lib/language.svelte';
import { digitsOf, groupsToAsk, inOrder, useOf } from './cards';
import { changedText, newText, sectionsText, sizeText, USUAL } from './words';

const card = (more: Partial<CardView> = {}): CardView => ({
  key: 'k',
  name: 'Kim',
  role: '',
  organisation: '',
  digits: Array.from({ length: 12 }, (_, index) => String(10000 + index)),
  state: 'verified',
  created_on: '2026-01-01',
  expires_on: '2028-01-01',
  is_expired: false,
  ...more,
});

beforeEach(() => language.set('sv'));

describe('a card', () => {
  it('can be used only when it is compared and valid', () => {
    expect(useOf(card())).toBe('ready');
    expect(useOf(card({ state: 'unverified' }))).toBe('unverified');
    expect(useOf(card({ is_expired: true }))).toBe('expired');
  });

  it('whose key changed is that above all', () => {
    expect(useOf(card({ state: 'changed', is_expired: true }))).toBe('changed');
    const names = inOrder([card({ name: 'A' }), card({ name: 'B', state: 'changed' }), card({ name: 'C', state: 'unverified' })]);
    expect(names.map((each) => each.name)).toEqual(['B', 'C', 'A']);
  });
});

describe('the groups to ask for', () => {
  it('are different ones, in the order of the card', () => {
    expect(groupsToAsk(12, 2, () => 0)).toEqual([0, 1]);
    expect(groupsToAsk(12, 2, (below) => below - 1)).toEqual([10, 11]);
    for (let round = 0; round < 200; round++) {
      const [one = -1, other = -1] = groupsToAsk(12, 2);
      expect(one).toBeGreaterThanOrEqual(0);
      expect(other).toBeLessThan(12);
      expect(one).toBeLessThan(other);
    }
  });

  it('are read with or without spaces', () => {
    expect(digitsOf(' 12 345 ')).toBe('12345');
  });
});

describe('what a file does', () => {
  const change: CaseChange = {
    case: 'c',
    alias: 'Tall',
    alias_before: null,
    phase: null,
    is_new: true,
    is_alias_taken: false,
    counts: [
      { kind: 'note', new: 1, changed: 0 },
      { kind: 'appointment', new: 3, changed: 2 },
      { kind: 'case', new: 1, changed: 0 },
    ],
    conflicts: 0,
  };

  it('is said by kind, in an order that people speak in', () => {
    expect(newText(change)).toBe('3 möten, en anteckning');
    expect(changedText(change)).toBe('2 möten');
    expect(newText({ ...change, is_new: false })).toContain('grunduppgifter');
  });

  it('never holds the identity unless somebody asks for it', () => {
    expect(USUAL).not.toContain('identity');
    expect(sectionsText(['notes', 'plan'])).toBe('Plan, Anteckningar');
  });

  it('has a size that people read', () => {
    expect(sizeText(300)).toBe('1 kB');
    expect(sizeText(212_400)).toBe('212 kB');
    expect(sizeText(3_440_000)).toBe('3,4 MB');
  });
});
