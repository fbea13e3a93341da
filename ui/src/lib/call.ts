// One door for every command: gives the data or throws a Failure.
import { Failure } from './failure';
import { session } from './session.svelte';

export type Answer<T> =
  | { status: 'ok'; data: T }
  | { status: 'error'; error: { code: string; params?: Record<string, string> | Partial<Record<string, string>> } };

const underWay = new Set<Promise<unknown>>();

/** Waits for the answers to what was asked so far, but not longer than so many milliseconds. */
export async function answered(patience: number): Promise<void> {
  if (underWay.size === 0) return;
  await Promise.race([Promise.allSettled([...underWay]), new Promise((late) => setTimeout(late, patience))]);
}

export async function call<T>(promise: Promise<Answer<T>>): Promise<T> {
  underWay.add(promise);
  let answer: Answer<T>;
  try {
    answer = await promise;
  } catch (thrown) {
    // The bridge itself failed: an unknown command or unreadable arguments, never an answer of ours.
    if (import.meta.env.DEV) console.error(thrown);
    throw new Failure('unexpected');
  } finally {
    underWay.delete(promise);
  }
  if (answer.status === 'ok') return answer.data;
  const { code, params } = answer.error;
  if (code === 'locked') session.locked();
  throw new Failure(code, (params ?? {}) as Record<string, string>);
}
