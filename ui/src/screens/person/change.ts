// Changes that can be taken back. An "Undo" takes back its own change and no other. One is offered at a
// time: an older offer goes as soon as something newer has been written.
import { commands } from '../../lib/bindings';
import { announce } from '../../lib/announce.svelte';
import { call } from '../../lib/call';
import { sentence } from '../../lib/format';
import { toast } from '../../lib/toast.svelte';

/** Takes away every "Undo" on the screen: something newer has been written. */
export function forgetUndo(): void {
  for (const each of toast.list) if (each.undo) toast.close(each.id);
}

export interface Change {
  /** Writes. */
  run: () => Promise<unknown>;
  /** What has happened, for the message with its Undo; without it the change is only read aloud. */
  text?: string;
  /** Read aloud when there is no message. */
  aloud?: string;
  /** Reads anew what is shown. */
  reload: () => Promise<unknown>;
  /** How many writes it takes back. */
  writes?: number;
}

/** The numbers of the changes just made; without them the change stands, and no Undo is offered. */
async function latest(count: number): Promise<number[]> {
  try {
    return await call(commands.changesLatest(count));
  } catch {
    return [];
  }
}

/** Does a change and offers to take it back. False, with a message, when it could not be done. */
export async function change({ run, text, aloud, reload, writes = 1 }: Change): Promise<boolean> {
  try {
    await run();
  } catch (thrown) {
    toast.error(thrown);
    return false;
  }
  forgetUndo();
  const changes = text ? await latest(writes) : [];
  if (text) {
    const undo = async (): Promise<void> => {
      await call(commands.undo(changes));
      await reload();
    };
    // What begins with a title begins with a capital all the same.
    toast.show(sentence(text), changes.length > 0 ? { undo } : {});
  } else if (aloud) {
    announce(aloud);
  }
  await reload();
  return true;
}
