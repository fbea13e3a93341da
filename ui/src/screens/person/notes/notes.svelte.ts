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
import type { Place } from '../../../lib/route.svelte';
import { settings } from '../../../lib/settings.svelte';
import { toast } from '../../../lib/toast.svelte';
import { unsaved } from '../../../lib/unsaved.svelte';
import { newId } from '../../../lib/uuid';
import { change, forgetUndo } from '../change';
import { Addition } from './addition.svelte';
import { Draft } from './draft.svelte';

/** Under which name a text is held that could not be kept. */
const draftName = (note: NoteId): string => `note ${note}`;
const additionName = (note: NoteId): string => `addition ${note}`;

function needsHolding({ dirty, failure }: Draft | Addition): boolean {
  return dirty || failure !== null;
}

export type Signing = 'done' | 'name-missing' | 'failed';

export class Notes {
  readonly caseId: CaseId;
  rows: NoteRow[] | null = $state.raw(null);
  view: NoteView | null = $state.raw(null);
  draft: Draft | null = $state.raw(null);
  /** What is being added to the signed note that is open; empty until something is. */
  addition: Addition | null = $state.raw(null);
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
    await this.leave();
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
    this.draft = null;
    this.addition = null;
    // What could not be kept and is held in memory says more than what is kept.
    if (view.state === 'draft') {
      this.draft = unsaved.take<Draft>(draftName(view.draft.id)) ?? new Draft(view.draft);
      this.draft.onkept = (edit) => this.#paint(edit);
    } else {
      this.addition = unsaved.take<Addition>(additionName(view.note.id)) ?? new Addition(view.note.id, view.addition);
    }
  }

  #place(note: NoteId): Place {
    return { screen: 'person', params: { case: this.caseId, tab: 'notes', note } };
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
      await this.leave();
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

  /** Puts the open note away: what is written is kept, or held in memory until it can be. */
  leave = async (): Promise<void> => {
    const { draft, addition } = this;
    if (draft && draft.untouched && draft.id === this.#begun && !draft.dirty) {
      draft.end();
      this.#begun = null;
      await call(commands.draftDiscard(draft.id)).then(forgetUndo, () => {});
    } else if (draft && needsHolding(draft)) {
      await unsaved.hold(draftName(draft.id), draft, this.#place(draft.id));
    } else if (addition && needsHolding(addition)) {
      await unsaved.hold(additionName(addition.note), addition, this.#place(addition.note));
    }
    this.draft = null;
    this.addition = null;
    this.view = null;
    if (!draft && (addition?.untouched ?? true)) return;
    await this.load();
    this.#tell();
  };

  /** Keeps what is open, or throws why it could not be kept. */
  secure = async (): Promise<void> => {
    await this.draft?.secure();
    await this.addition?.secure();
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
      this.#show({ state: 'signed', note, amendments: [], addition: null, came: [] });
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

  /** Signs what is being added to the note that is open. */
  amend = async (): Promise<Signing> => {
    const { addition } = this;
    if (!addition) return 'failed';
    if (!(await addition.flush())) {
      toast.error(addition.failure);
      return 'failed';
    }
    try {
      await call(commands.additionSign(addition.note));
      addition.end();
      this.#show(await call(commands.noteShow(addition.note)));
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

  /** Throws away what is being added to the note that is open. */
  discardAddition = async (): Promise<void> => {
    const { addition } = this;
    if (!addition) return;
    // What was typed last is in what an Undo brings back.
    await addition.flush();
    addition.end();
    this.addition = new Addition(addition.note, null);
    if (!addition.savedAt || addition.isEmpty) return;
    await change({
      run: () => call(commands.additionDiscard(addition.note)),
      text: t('notes-addition-discarded'),
      reload: async () => {
        if (this.openId === addition.note) this.#show(await call(commands.noteShow(addition.note)));
        await this.load();
        this.#tell();
      },
    });
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
