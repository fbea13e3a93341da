// Copying goes through the program: it marks the text as a secret for what keeps clipboards, and takes it
// away again after a while and at lock. Only words are copied, never their looks.
import { commands } from './bindings';
import { call } from './call';
import { toast } from './toast.svelte';

/** What is marked now: in a field, or on the page. Never a passphrase: such a field gives nothing away. */
export function marked(): string {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
    if (field.type === 'password') return '';
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  }
  return document.getSelection()?.toString() ?? '';
}

/** Copies a text for a while. */
export async function copy(text: string): Promise<void> {
  await call(commands.clipboardCopy(text));
}

/** Takes over every copying and cutting in the page. */
export function watchCopying(): void {
  for (const kind of ['copy', 'cut'] as const) {
    document.addEventListener(kind, (event) => {
      const text = marked();
      event.preventDefault();
      if (text === '') return;
      copy(text).then(
        () => {
          // The field's own way, so that it can be undone and is told like typing.
          if (kind === 'cut' && marked() === text) document.execCommand('delete');
        },
        (thrown: unknown) => toast.error(thrown),
      );
    });
  }
}
