// The photos and PDFs of one person.
import { commands, type AddReport, type AttachmentId, type AttachmentRow, type CaseId, type Refused, type Wording } from '../../../lib/bindings';
import { call } from '../../../lib/call';
import { Failure, failureText } from '../../../lib/failure';
import { t } from '../../../lib/i18n';
import { longWork } from '../../../lib/long-work.svelte';
import { toast } from '../../../lib/toast.svelte';
import { change } from '../change';

/** Where the window gets to see a document: from memory, while the vault is open. */
export function small(row: AttachmentRow): string {
  return `attachment://localhost/${row.id}/small`;
}

/** A photo as it is, or a page of a PDF drawn so large. */
export function whole(row: AttachmentRow, page: number, side: number): string {
  return row.media === 'pdf' ? `attachment://localhost/${row.id}/${page}/${side}` : `attachment://localhost/${row.id}`;
}

/** What stood in the way of which files and what to do, each reason once. */
export function reasons(refused: readonly Refused[]): string[] {
  const found = new Map<string, { names: string[]; what: string; todo: string }>();
  for (const { name, failure } of refused) {
    const { what, todo } = failureText(new Failure(failure.code, failure.params));
    const names = found.get(what)?.names ?? [];
    found.set(what, { names: [...names, name], what, todo: todo ?? '' });
  }
  return [...found.values()].map(({ names, what, todo }) => t('documents-refused', { name: names.join(', '), what, todo }));
}

export class Documents {
  readonly caseId: CaseId;
  rows: AttachmentRow[] | null = $state.raw(null);
  failure: unknown = $state.raw(null);
  /** What was added, until one has said what becomes of the files. */
  added: AttachmentId[] = $state.raw([]);
  /** What was not added and why, until one has read it. */
  refused: Refused[] = $state.raw([]);

  constructor(caseId: CaseId) {
    this.caseId = caseId;
  }

  load = async (): Promise<void> => {
    try {
      this.rows = await call(commands.attachmentList(this.caseId));
      this.failure = null;
    } catch (thrown) {
      this.failure = thrown;
    }
  };

  add = (): Promise<void> => this.#add(() => call(commands.attachmentAdd(this.caseId)));

  addDropped = (): Promise<void> => this.#add(() => call(commands.attachmentAddDropped(this.caseId)));

  async #add(work: () => Promise<AddReport | null>): Promise<void> {
    try {
      const report = await longWork.run(t('documents-adding'), work);
      if (!report) return;
      await this.load();
      // What is still asked about the files before stays asked.
      this.added = [...this.added, ...report.added.map((each) => each.id)];
      if (report.added.length > 0) toast.show(t('documents-added', { count: report.added.length }));
      if (report.left > 0) toast.show(t('documents-left', { count: report.left }));
      this.refused = [...this.refused, ...report.refused];
    } catch (thrown) {
      toast.error(thrown);
    }
  }

  /** Removes the files that were added from where they lay. Those that could not be removed stay asked about. */
  removeOriginals = async (): Promise<void> => {
    const asked = this.added;
    try {
      const { removed, refused, left } = await call(commands.attachmentOriginalsRemove(asked));
      this.added = this.added.filter((id) => left.includes(id) || !asked.includes(id));
      if (removed > 0) toast.show(t('documents-originals-removed', { count: removed }));
      for (const { name, failure } of refused) {
        const { what, todo } = failureText(new Failure(failure.code, failure.params));
        toast.show(t('documents-refused', { name, what, todo: todo ?? '' }));
      }
    } catch (thrown) {
      toast.error(thrown);
    }
  };

  edit = (row: AttachmentRow, wording: Wording): Promise<boolean> =>
    change({ run: () => call(commands.attachmentEdit(row.id, wording)), text: t('documents-saved'), reload: this.load });

  remove = (row: AttachmentRow): Promise<boolean> =>
    change({ run: () => call(commands.attachmentRemove(row.id)), text: t('documents-removed', { name: row.name }), reload: this.load });

  /** Saves a copy outside the vault; true once one has chosen where or nowhere. */
  save = async (row: AttachmentRow, ground: string): Promise<boolean> => {
    try {
      const name = await call(commands.attachmentSave(row.id, ground));
      if (name) toast.show(t('documents-copied', { name }));
      return true;
    } catch (thrown) {
      toast.error(thrown);
      return false;
    }
  };
}
