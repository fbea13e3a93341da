// The few lines at hand about a person, while they are written.
import { commands } from '../../../lib/bindings';
import { call } from '../../../lib/call';
import { now } from '../../../lib/format';
import { Autosave } from '../../../lib/autosave.svelte';
import { forgetUndo } from '../change';
import type { Person } from '../person.svelte';

export class Summary extends Autosave<{ text: string }> {
  readonly content: { text: string };

  constructor(person: Person, text: string) {
    const content = $state({ text });
    super(
      () => content,
      async ({ text: summary }) => {
        // Tried again later, it must not take back what was changed in the case meanwhile.
        if (this.failure !== null || !person.view) await person.load();
        if (!person.view) throw person.failure;
        await call(commands.caseSave({ ...person.view.case, summary }));
        forgetUndo();
        await person.load();
        return now();
      },
    );
    this.content = content;
  }
}
