// Documents: what is asked about the files that they were added from.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../src/lib/bindings';
import { language } from '../src/lib/language.svelte';
import { toast } from '../src/lib/toast.svelte';
import { Documents } from '../src/screens/person/documents/documents.svelte';

const ok = <T>(data: T) => Promise.resolve({ status: 'ok' as const, data });

beforeEach(() => {
  language.set('sv');
  toast.clear();
  vi.spyOn(commands, 'attachmentList').mockImplementation(() => ok([]));
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the files that documents were added from', () => {
  const added = (...ids: string[]) => ok({ added: ids.map((id) => ({ id, name: `${id}.pdf`, size: 1 })), refused: [], left: 0 });

  async function two(): Promise<Documents> {
    const documents = new Documents('a case');
    vi.spyOn(commands, 'attachmentAdd').mockImplementationOnce(() => added('1', '2')).mockImplementationOnce(() => added('3'));
    await documents.add();
    await documents.add();
    return documents;
  }

  it('are asked about until one has said what becomes of them, however many are added meanwhile', async () => {
    const documents = await two();
    expect(documents.added).toEqual(['1', '2', '3']);
    expect(toast.list.map((each) => each.text)).toEqual(['2 dokument är tillagda.', 'Dokumentet är tillagt.']);
  });

  it('that could not be removed stay asked about, and are told with the reason', async () => {
    const documents = await two();
    toast.clear();
    const refused = ['file-not-removed', 'original-replaced'].map((code, at) => ({ name: `${at + 1}.pdf`, failure: { code, params: {} } }));
    const remove = vi.spyOn(commands, 'attachmentOriginalsRemove').mockImplementation(() => ok({ removed: 1, refused, left: ['1'] }));
    await documents.removeOriginals();
    expect(remove).toHaveBeenCalledWith(['1', '2', '3']);
    expect(documents.added).toEqual(['1']);
    const said = toast.list.map((each) => each.text);
    expect(said[0]).toBe('Originalet är borttaget.');
    expect(said[1]).toMatch(/^1\.pdf: Filen kunde inte tas bort\./u);
    expect(said[2]).toMatch(/^2\.pdf: Det ligger en annan fil där nu/u);
  });
});
