// Changes that can be taken back. What is undone is always the latest change, so an older "Undo" goes
// as soon as something newer has been written.
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

/** Does a change and offers to take it back. False, with a message, when it could not be done. */
export async function change({ run, text, aloud, reload, writes = 1 }: Change): Promise<boolean> {
  try {
    await run();
  } catch (thrown) {
    toast.error(thrown);
    return false;
  }
  forgetUndo();
  if (text) {
    // What begins with a title begins with a capital all the same.
    toast.show(sentence(text), {
      undo: async () => {
        for (let count = 0; count < writes; count++) await call(commands.undo());
        await reload();
      },
    });
  } else if (aloud) {
    announce(aloud);
  }
  await reload();
  return true;
}
