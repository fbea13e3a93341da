// What is being added to a signed note, while it is written.
import { commands, type AmendmentDraft, type NoteId } from '../../../lib/bindings';
import { call } from '../../../lib/call';
import { momentToWall } from '../../../lib/format';
import { Autosave } from '../../../lib/autosave.svelte';

export class Addition extends Autosave<{ text: string }> {
  readonly note: NoteId;
  readonly content: { text: string };

  /** Goes on with what was left, or begins with nothing. */
  constructor(note: NoteId, left: AmendmentDraft | null) {
    const content = $state({ text: left?.text ?? '' });
    super(
      () => content,
      async ({ text }) => momentToWall(await call(commands.additionSave({ note, text }))),
    );
    this.note = note;
    this.content = content;
    if (left) this.savedAt = momentToWall(left.changed_at);
  }

  get isEmpty(): boolean {
    return this.content.text.trim() === '';
  }
}
