// A draft while it is written.
import type { CaseId, DraftEdit, NoteContent, NoteDraft, NoteId } from '../../../lib/bindings';
import { momentToWall } from '../../../lib/format';
import { Autosave } from '../autosave.svelte';

export class Draft extends Autosave<NoteContent> {
  readonly id: NoteId;
  readonly caseId: CaseId;
  readonly content: ReturnType<typeof complete>;

  constructor(note: NoteDraft, save: (edit: DraftEdit) => Promise<string>) {
    const content = $state(complete(note.content));
    super(
      () => content,
      async (value) => momentToWall(await save({ id: note.id, case: note.case, content: value })),
    );
    this.id = note.id;
    this.caseId = note.case;
    this.content = content;
    this.savedAt = momentToWall(note.changed_at);
  }
}

/** Every field there, so that what is added later counts as a change and nothing else does. */
function complete(content: NoteContent) {
  return {
    ...content,
    minutes: content.minutes ?? null,
    appointment: content.appointment ?? null,
    party: content.party ?? null,
    body: content.body ?? '',
    themes: content.themes ?? [],
    scales: { motivation: null, safety: null, loneliness: null, sleep: null, ...content.scales },
    goals: content.goals ?? [],
    next_step: content.next_step ?? '',
  };
}
