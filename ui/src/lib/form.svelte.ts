// What stands in a form and is not saved yet: kept in the vault while it is written, and there again when the
// form is next opened. A lock, a crash or a power cut takes no more of it than the last moment.
import { onDestroy, untrack } from 'svelte';
import { Autosave } from './autosave.svelte';
import { commands } from './bindings';
import { call } from './call';
import { session } from './session.svelte';

type Fields = Record<string, unknown>;

export class KeptForm {
  /** What was being written when the vault last locked stands in it again. */
  resumed = $state(false);
  #name: string;
  #fields: Fields;
  #first: string;
  #kept: Autosave<Fields>;

  constructor(name: string, fields: object) {
    this.#name = name;
    this.#fields = fields as Fields;
    this.#first = JSON.stringify(fields);
    this.#kept = new Autosave(
      () => this.#fields,
      (now) => call(commands.formKeep(name, JSON.stringify(now))),
    );
  }

  /** Why what is written could not be kept. */
  get failure(): unknown {
    return this.#kept.failure;
  }

  /** Something may have been written. */
  notice(): void {
    void JSON.stringify(this.#fields);
    untrack(() => this.#kept.notice());
  }

  /** Keeps it now, or throws why it could not be kept. */
  secure(): Promise<void> {
    return this.#kept.secure();
  }

  /** Puts in what was being written, unless somebody has begun anew before it was there. */
  async resume(): Promise<void> {
    const kept = await call(commands.formShow(this.#name));
    if (!kept || kept === this.#first || this.#kept.dirty) return;
    this.#take(kept);
    this.resumed = true;
  }

  /** Back to how the form was before anything was written. */
  startOver = (): void => {
    this.#take(this.#first);
    this.resumed = false;
  };

  #take(text: string): void {
    const fields = JSON.parse(text) as Fields;
    for (const name of Object.keys(this.#fields)) {
      if (name in fields) this.#fields[name] = fields[name];
    }
  }

  /** Nobody looks at it any more: what is written waits, if anything is. */
  leave(): Promise<void> {
    return JSON.stringify(this.#fields) === this.#first ? this.end() : this.secure();
  }

  /** It was saved or given up: nothing waits any more. */
  async end(): Promise<void> {
    this.#kept.end();
    if (this.#kept.untouched && !this.resumed) return;
    // What is on its way would come after.
    await this.#kept.flush();
    await call(commands.formForget(this.#name));
  }
}

/** Keeps what is written in a form of this name until its component goes, which it does once the form is
 * saved or given up; or `beyond` that, when the component may go of itself. `fields` is what is bound to its
 * fields; only what JSON can write. */
export function keepForm(name: string, fields: object, beyond = false): KeptForm {
  const form = new KeptForm(name, fields);
  $effect(() => form.notice());
  const stay = session.beforeLock(() => form.secure());
  onDestroy(() => {
    stay();
    // What could not be forgotten stands there again, and can be given up then. A lock keeps it.
    if (session.isOpen) (beyond ? form.leave() : form.end()).catch(() => {});
  });
  // What can't be read is as if nothing had been written.
  form.resume().catch(() => {});
  return form;
}
