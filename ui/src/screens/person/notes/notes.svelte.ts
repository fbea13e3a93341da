// A person's notes: the list, the one that is open, and what is done with it.
import {
  commands,
  type CaseId,
  type DraftEdit,
  type NoteId,
  type NoteRow,
  type NoteView,
  type OccurrenceTarget,
  type SearchHit,
} from '../../../lib/bindings';
import { call } from '../../../lib/call';
import { asFailure } from '../../../lib/failure';
import { t } from '../../../lib/i18n';
import { settings } from '../../../lib/settings.svelte';
import { toast } from '../../../lib/toast.svelte';
import { newId } from '../../../lib/uuid';
import { change, forgetUndo } from '../change';
import { Draft } from './draft.svelte';

export type Signing = 'done' | 'name-missing' | 'failed';

export class Notes {
  readonly caseId: CaseId;
  rows: NoteRow[] | null = $state.raw(null);
  view: NoteView | null = $state.raw(null);
  draft: Draft | null = $state.raw(null);
  failure: unknown = $state.raw(null);
  /** A draft begun here and left without a word isn't kept. */
  #begun: NoteId | null = null;
  #starting = false;
  #tell: () => unknown;

  constructor(caseId: CaseId, tell: () => unknown) {
    this.caseId = caseId;
    this.#tell = tell;
  }

  get openId(): NoteId | null {
    if (this.draft) return this.draft.id;
    return this.view?.state === 'signed' ? this.view.note.id : null;
  }

  load = async (): Promise<void> => {
    try {
      this.rows = await call(commands.noteList(this.caseId));
    } catch (thrown) {
      this.failure = thrown;
    }
  };

  /** Opens a note; a draft that is open is kept first. */
  open = async (id: NoteId): Promise<void> => {
    if (this.openId === id) return;
    if (!(await this.leave())) return;
    try {
      this.#show(await call(commands.noteShow(id)));
    } catch (thrown) {
      this.view = null;
      this.failure = thrown;
    }
  };

  #show(view: NoteView): void {
    this.failure = null;
    this.view = view;
    this.draft =
      view.state === 'draft'
        ? new Draft(view.draft, async (edit) => {
            const at = await call(commands.draftSave(edit));
            this.#paint(edit);
            return at;
          })
        : null;
  }

  /** The list tells what the draft says, without reading all of it anew. */
  #paint({ id, content }: DraftEdit): void {
    const words = (content.body ?? '').split(/\s+/).filter(Boolean);
    const excerpt = words.slice(0, 40).join(' ');
    const { note_type, occurred_at, themes = [] } = content;
    this.rows = (this.rows ?? []).map((row) =>
      row.id === id ? { ...row, note_type, occurred_at, themes, excerpt, words: words.length } : row,
    );
  }

  /** Begins a note, about an appointment or not. Gives its id, or null when it could not be begun. */
  start = async (about: OccurrenceTarget | null): Promise<NoteId | null> => {
    if (this.#starting) return null;
    if (!about && this.draft?.untouched && this.draft.id === this.#begun) return this.draft.id;
    this.#starting = true;
    try {
      if (!(await this.leave())) return null;
      const id = newId();
      const draft = await call(commands.noteStart({ id, case: this.caseId, about }));
      this.#begun = draft.id === id ? id : null;
      this.#show({ state: 'draft', draft });
      await this.load();
      return draft.id;
    } catch (thrown) {
      toast.error(thrown);
      return null;
    } finally {
      this.#starting = false;
    }
  };

  /** Puts the open note away: what is written is kept. False: it could not be, and stays open. */
  leave = async (): Promise<boolean> => {
    const draft = this.draft;
    if (!draft) {
      this.view = null;
      return true;
    }
    if (draft.untouched && draft.id === this.#begun && !draft.dirty) {
      draft.end();
      this.#begun = null;
      await call(commands.draftDiscard(draft.id)).then(forgetUndo, () => {});
    } else if (!(await draft.flush())) {
      // What can't be saved stays open: putting it away would lose it.
      toast.error(draft.failure);
      return false;
    }
    this.draft = null;
    this.view = null;
    await this.load();
    this.#tell();
    return true;
  };

  sign = async (): Promise<Signing> => {
    const draft = this.draft;
    if (!draft) return 'failed';
    if (!(await draft.flush())) {
      toast.error(draft.failure);
      return 'failed';
    }
    try {
      const note = await call(commands.noteSign(draft.id));
      draft.end();
      this.#begun = null;
      this.draft = null;
      this.view = { state: 'signed', note, amendments: [], came: [] };
      toast.show(t('notes-signed'));
    } catch (thrown) {
      if (asFailure(thrown).code === 'name-missing') return 'name-missing';
      toast.error(thrown);
      return 'failed';
    }
    await this.load();
    this.#tell();
    return 'done';
  };

  /** The name that signs, kept in the settings. */
  keepName = async (name: string): Promise<boolean> => {
    try {
      await settings.save({ name });
      return true;
    } catch (thrown) {
      toast.error(thrown);
      return false;
    }
  };

  discard = async (): Promise<boolean> => {
    const draft = this.draft;
    if (!draft) return false;
    // What was typed last is in what an Undo brings back.
    await draft.flush();
    draft.end();
    this.draft = null;
    this.view = null;
    return change({
      run: () => call(commands.draftDiscard(draft.id)),
      text: t('notes-discarded'),
      reload: async () => {
        await this.load();
        this.#tell();
      },
    });
  };

  /** Adds to the signed note that is open. */
  amend = async (id: string, text: string): Promise<Signing> => {
    if (this.view?.state !== 'signed') return 'failed';
    const note = this.view.note.id;
    try {
      await call(commands.noteAmend({ id, note, text }));
      this.view = await call(commands.noteShow(note));
      toast.show(t('notes-amended'));
    } catch (thrown) {
      if (asFailure(thrown).code === 'name-missing') return 'name-missing';
      toast.error(thrown);
      return 'failed';
    }
    await this.load();
    this.#tell();
    return 'done';
  };

  /** Notes whose words fit, each under the id of its note. */
  search = async (query: string): Promise<SearchHit[]> => {
    const hits = await call(commands.search(query, this.caseId));
    const found: SearchHit[] = [];
    for (const hit of hits) {
      const { note } = hit;
      // A note and what was added to it may both fit: the note stands once.
      if (note && !found.some((each) => each.id === note)) found.push({ ...hit, id: note });
    }
    return found;
  };
}
