// One door for every command: gives the data or throws a Failure.
import { Failure } from './failure';
import { session } from './session.svelte';

export type Answer<T> =
  | { status: 'ok'; data: T }
  | { status: 'error'; error: { code: string; params?: Record<string, string> | Partial<Record<string, string>> } };

export async function call<T>(promise: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await promise;
  } catch (thrown) {
    // The bridge itself failed: an unknown command or unreadable arguments, never an answer of ours.
    if (import.meta.env.DEV) console.error(thrown);
    throw new Failure('unexpected');
  }
  if (answer.status === 'ok') return answer.data;
  const { code, params } = answer.error;
  if (code === 'locked') session.locked();
  throw new Failure(code, (params ?? {}) as Record<string, string>);
}
