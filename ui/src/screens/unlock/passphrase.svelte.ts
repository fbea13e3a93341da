// A new passphrase: how strong it is, a suggestion, and whether it was typed the same twice.
import { commands } from '../../lib/bindings';
import { call } from '../../lib/call';
import { language } from '../../lib/language.svelte';

/** The least score that a vault takes, of 4. */
export const LEAST_SCORE = 3;
const WAIT = 120;

export type Fault = 'missing' | 'weak' | 'differ';

export class NewPassphrase {
  value = $state('');
  again = $state('');
  /** 0 to 4; null while there is nothing to judge. */
  score: number | null = $state(null);
  suggested = $state('');
  /** Whether the suggestion stands in the clear. */
  shown = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  /** One has it before one's eyes, word by word: no need to type it twice. */
  get isSuggestion(): boolean {
    return this.suggested !== '' && this.value === this.suggested;
  }

  get asksTwice(): boolean {
    return this.value !== '' && !this.isSuggestion;
  }

  /** What stands in the way of taking it. */
  get fault(): Fault | null {
    if (this.value === '') return 'missing';
    if (this.score !== null && this.score < LEAST_SCORE) return 'weak';
    if (this.asksTwice && this.value !== this.again) return 'differ';
    return null;
  }

  /** Judges what is typed, a moment after the last key. */
  judge = (): void => {
    clearTimeout(this.#timer);
    const mine = ++this.#round;
    if (this.value === '') {
      this.score = null;
      return;
    }
    this.#timer = setTimeout(() => void this.#judge(mine), WAIT);
  };

  async #judge(mine: number): Promise<void> {
    const { score } = await commands.passphraseStrength(this.value);
    if (mine === this.#round) this.score = score;
  }

  /** Judges at once; before it is taken. */
  settle = async (): Promise<void> => {
    clearTimeout(this.#timer);
    const mine = ++this.#round;
    if (this.value) await this.#judge(mine);
  };

  suggest = async (): Promise<void> => {
    const words = await call(commands.passphraseSuggest(language.current));
    this.suggested = words;
    this.value = words;
    this.again = '';
    this.shown = true;
    await this.settle();
  };

  clear(): void {
    clearTimeout(this.#timer);
    this.#round++;
    this.value = '';
    this.again = '';
    this.suggested = '';
    this.shown = false;
    this.score = null;
  }
}
