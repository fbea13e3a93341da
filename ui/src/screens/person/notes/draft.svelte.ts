// A draft while it is written.
import { commands, type CaseId, type DraftEdit, type NoteContent, type NoteDraft, type NoteId } from '../../../lib/bindings';
import { call } from '../../../lib/call';
import { momentToWall } from '../../../lib/format';
import { Autosave } from '../../../lib/autosave.svelte';

export class Draft extends Autosave<NoteContent> {
  readonly id: NoteId;
  readonly caseId: CaseId;
  readonly content: ReturnType<typeof complete>;
  /** Told what was kept, for as long as somebody shows it. */
  onkept: ((edit: DraftEdit) => void) | null = null;

  constructor(note: NoteDraft) {
    const content = $state(complete(note.content));
    super(
      () => content,
      async (value) => {
        const edit = { id: note.id, case: note.case, content: value };
        const at = await call(commands.draftSave(edit));
        this.onkept?.(edit);
        return momentToWall(at);
      },
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
