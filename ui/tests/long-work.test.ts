// Long work: shown once it takes long, called off without a trace, and quiet about what came too late.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const workCancel = vi.fn(async () => {});
vi.mock('../src/lib/bindings', () => ({ commands: { workCancel } }));

const { Failure } = await import('../src/lib/failure');
const { longWork } = await import('../src/lib/long-work.svelte');
const { toast } = await import('../src/lib/toast.svelte');

beforeEach(() => {
  vi.useFakeTimers();
  workCancel.mockClear();
  toast.clear();
});
afterEach(() => vi.useRealTimers());

/** Work that ends when the test says so. */
function held<T>(): { work: () => Promise<T>; end: (value: T) => void; fail: (thrown: unknown) => void } {
  let end!: (value: T) => void;
  let fail!: (thrown: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { work: () => promise, end, fail };
}

test('work is shown once it has taken a while, and goes when it is done', async () => {
  const { work, end } = held<number>();
  const done = longWork.run('Sealing', work);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(longWork.shown, 'a file is still being chosen').toBe(false);
  longWork.take({ done: 0, total: 0 });
  expect(longWork.shown).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  longWork.take({ done: 30, total: 100 });
  expect([longWork.shown, longWork.label, longWork.reached]).toEqual([true, 'Sealing', { done: 30, total: 100 }]);
  end(7);
  expect(await done).toBe(7);
  longWork.take({ done: 100, total: 100 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect([longWork.shown, longWork.reached]).toEqual([false, null]);
});

test('what is called off ends with a message and nothing thrown', async () => {
  const { work, fail } = held<number>();
  const done = longWork.run('Merging', work);
  longWork.take({ done: 1, total: 9 });
  await longWork.cancel();
  await longWork.cancel();
  expect(workCancel).toHaveBeenCalledTimes(1);
  expect(longWork.stopping).toBe(true);
  fail(new Failure('cancelled'));
  expect(await done).toBeUndefined();
  expect([longWork.stopping, toast.list.length]).toEqual([false, 1]);
  await longWork.cancel();
  expect(workCancel).toHaveBeenCalledTimes(1);
});

test('what goes wrong is thrown', async () => {
  const { work, fail } = held<number>();
  const done = longWork.run('Merging', work);
  fail(new Failure('disk-full'));
  await expect(done).rejects.toThrow();
  expect(toast.list).toEqual([]);
});

test('what is begun meanwhile waits for its turn, and is called off with what runs', async () => {
  const [first, second] = [held<number>(), held<number>()];
  const begun = vi.fn(second.work);
  const one = longWork.run('Adding', first.work);
  const two = longWork.run('Adding more', begun);
  await vi.advanceTimersByTimeAsync(1_000);
  expect([longWork.label, begun.mock.calls.length]).toEqual(['Adding', 0]);
  first.fail(new Failure('disk-full'));
  await expect(one).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(0);
  expect([longWork.label, begun.mock.calls.length]).toEqual(['Adding more', 1]);
  await longWork.cancel();
  expect(longWork.stopping, 'it is the second that runs').toBe(true);
  second.end(2);
  expect(await two).toBe(2);
  expect(longWork.label).toBe('');
});
