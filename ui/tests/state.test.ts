import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../src/lib/call';
import { Failure } from '../src/lib/failure';
import { preferences } from '../src/lib/preferences.svelte';
import { route } from '../src/lib/route.svelte';
import { session } from '../src/lib/session.svelte';
import { toast } from '../src/lib/toast.svelte';
import { newId } from '../src/lib/uuid';

beforeEach(() => {
  toast.clear();
  session.opened();
});

describe('a call', () => {
  it('gives the data', async () => {
    expect(await call(Promise.resolve({ status: 'ok' as const, data: 7 }))).toBe(7);
  });

  it('throws the failure with its code and values', async () => {
    const answer = call(Promise.resolve({ status: 'error' as const, error: { code: 'disk-full', params: { free: '0' } } }));
    await expect(answer).rejects.toMatchObject({ code: 'disk-full', params: { free: '0' } });
    expect(session.isOpen).toBe(true);
  });

  it('goes to the unlock screen when the vault has closed', async () => {
    await expect(call(Promise.resolve({ status: 'error' as const, error: { code: 'locked' } }))).rejects.toBeInstanceOf(Failure);
    expect(session.isOpen).toBe(false);
    expect(route.current.screen).toBe('unlock');
  });

  it('tells nothing of a broken bridge but that it was unexpected', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    await expect(call(Promise.reject(new Error('invalid args: text of a note')))).rejects.toMatchObject({ code: 'unexpected' });
    log.mockRestore();
  });
});

describe('the lock', () => {
  it('saves drafts before it closes the vault, and leaves nothing on screen', async () => {
    const order: string[] = [];
    const remove = session.beforeLock(async () => {
      await Promise.resolve();
      order.push('saved');
    });
    const gone = session.beforeLock(() => void order.push('gone'));
    gone();
    session.lockWith(() => void order.push('closed'));
    toast.show('Tall är flyttad.');
    route.go('person', { id: '1' });
    await session.lock();
    remove();
    expect(order).toEqual(['saved', 'closed']);
    expect(session.isOpen).toBe(false);
    expect(toast.list).toEqual([]);
    expect(route.canGoBack).toBe(false);
    expect(JSON.stringify(route.current)).not.toContain('1');
  });

  describe('that somebody asks for while something can’t be saved', () => {
    const closed = vi.fn();
    let full = true;
    let remove = (): void => {};
    beforeEach(async () => {
      closed.mockClear();
      full = true;
      remove = session.beforeLock(async () => {
        if (full) throw new Failure('disk-full');
      });
      session.lockWith(closed);
      await session.lock();
    });
    afterEach(() => remove());

    it('waits and asks, and goes on where one was when one stays', () => {
      expect(closed).not.toHaveBeenCalled();
      expect(session.asked).toMatchObject({ leaving: 'lock', failure: { code: 'disk-full' } });
      session.stay();
      expect([session.isOpen, session.asked]).toEqual([true, null]);
    });

    it('asks again as long as it can’t be saved, and locks once it is', async () => {
      await session.leave();
      expect([closed.mock.calls.length, session.asked?.leaving]).toEqual([0, 'lock']);
      full = false;
      await session.leave();
      expect([closed.mock.calls.length, session.isOpen, session.asked]).toEqual([1, false, null]);
    });

    it('locks when one says so', async () => {
      await session.leaveAnyway();
      expect([closed.mock.calls.length, session.isOpen]).toEqual([1, false]);
    });
  });

  it('closes a vault that is open at the door, before its screens show', async () => {
    session.locked();
    const closed = vi.fn();
    session.lockWith(closed);
    session.atDoor(true);
    await session.lock();
    expect([closed.mock.calls.length, session.state]).toEqual([1, 'locked']);
    await session.lock();
    expect(closed).toHaveBeenCalledOnce();
  });
});

describe('the way through the screens', () => {
  it('goes back one place at a time, and a changed tab is no place', () => {
    route.reset('today');
    route.go('person', { id: '1' });
    route.replace({ tab: 'plan' });
    route.go('share');
    route.back();
    expect(route.current).toEqual({ screen: 'person', params: { id: '1', tab: 'plan' } });
    route.back();
    expect(route.current.screen).toBe('today');
    route.back();
    expect(route.current.screen).toBe('today');
  });
});

describe('a message', () => {
  it('goes by itself, later if it can be undone', () => {
    vi.useFakeTimers();
    toast.show('Sparat');
    toast.show('Flyttat', { undo: () => {} });
    vi.advanceTimersByTime(7_000);
    expect(toast.list.map((each) => each.text)).toEqual(['Flyttat']);
    vi.advanceTimersByTime(6_000);
    expect(toast.list).toEqual([]);
    vi.useRealTimers();
  });

  it('stays while it is pointed at, and a failure stays until closed', () => {
    vi.useFakeTimers();
    const id = toast.show('Sparat');
    toast.error(new Failure('disk-full'));
    toast.hold(id);
    vi.advanceTimersByTime(60_000);
    expect(toast.list).toHaveLength(2);
    toast.release(id);
    vi.advanceTimersByTime(7_000);
    expect(toast.list).toHaveLength(1);
    vi.useRealTimers();
  });

  it('turns into a failure when the undo fails', async () => {
    const id = toast.show('Flyttat', { undo: () => Promise.reject(new Failure('disk-full')) });
    await toast.act(id);
    expect(toast.list.map((each) => each.failure?.code)).toEqual(['disk-full']);
  });
});

describe('preferences', () => {
  it('show at once and are told to whoever keeps them', () => {
    const kept = vi.fn();
    const stop = preferences.onChange(kept);
    preferences.restore({ theme: 'light' });
    expect(kept).not.toHaveBeenCalled();
    preferences.set({ theme: 'dark', text_size: 125 });
    stop();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(document.documentElement.dataset['textSize']).toBe('125');
    expect(kept).toHaveBeenCalledWith(expect.objectContaining({ theme: 'dark', text_size: 125 }));
  });
});

it('makes ids that sort by time', () => {
  const ids = Array.from({ length: 50 }, newId);
  expect([...ids].sort()).toEqual(ids);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});
