import { describe, expect, it } from 'vitest';
import { firstStop, inGrid, inList, type Column } from './walk';

const days: Column[] = [
  { day: 'mon', stops: [{ name: 'a', minute: 540 }, { name: 'b', minute: 840 }] },
  { day: 'tue', stops: [] },
  { day: 'wed', stops: [{ name: 'c', minute: 600 }, { name: 'd', minute: 900 }] },
];

describe('the arrows in the grid', () => {
  it('go from a day down through its appointments and stay at the last', () => {
    expect(inGrid(days, 'mon', 'ArrowDown')).toEqual({ stop: 'a' });
    expect(inGrid(days, 'a', 'ArrowDown')).toEqual({ stop: 'b' });
    expect(inGrid(days, 'b', 'ArrowDown')).toBeNull();
    expect(inGrid(days, 'a', 'ArrowUp')).toEqual({ stop: 'mon' });
    expect(inGrid(days, 'mon', 'ArrowUp')).toBeNull();
  });

  it('go sideways to what is nearest in time, or to the day when it is empty', () => {
    expect(inGrid(days, 'b', 'ArrowRight')).toEqual({ stop: 'tue' });
    expect(inGrid(days, 'tue', 'ArrowRight')).toEqual({ stop: 'wed' });
    const near: Column[] = [days[0]!, days[2]!];
    expect(inGrid(near, 'b', 'ArrowRight')).toEqual({ stop: 'd' });
    expect(inGrid(near, 'c', 'ArrowLeft')).toEqual({ stop: 'a' });
  });

  it('lead out of the week at its edges', () => {
    expect(inGrid(days, 'mon', 'ArrowLeft')).toEqual({ out: -1 });
    expect(inGrid(days, 'd', 'ArrowRight')).toEqual({ out: 1 });
  });
});

describe('the arrows in the list', () => {
  it('go through every appointment of the week', () => {
    expect(inList(days, 'b', 'ArrowDown')).toEqual({ stop: 'c' });
    expect(inList(days, 'c', 'ArrowUp')).toEqual({ stop: 'b' });
    expect(inList(days, 'd', 'ArrowDown')).toBeNull();
    expect(inList(days, 'a', 'ArrowRight')).toEqual({ out: 1 });
  });
});

describe('the stop for Tab', () => {
  it('stays where one was, else is what comes next today', () => {
    expect(firstStop(days, 'd', 'mon', 700)).toBe('d');
    expect(firstStop(days, 'gone', 'mon', 700)).toBe('b');
    expect(firstStop(days, null, 'mon', 1300)).toBe('b');
    expect(firstStop(days, null, 'tue', 700)).toBe('tue');
    expect(firstStop(days, null, 'another week', 700)).toBe('a');
  });
});
