// What is written is never more than a moment ahead of what is kept.

/** Milliseconds from the first key that isn't kept yet until it is; also while one goes on typing. */
export const DELAY = 600;

/** Milliseconds until what could not be kept is tried again by itself. */
export const AGAIN = 5_000;

export class Autosave<T> {
  /** When it was last kept, as wall-clock time; empty before the first time. */
  savedAt: string = $state('');
  /** Why it could not be kept; what is written stays on the screen and is tried again. */
  failure: unknown = $state.raw(null);
  /** Nothing has been written since it was begun. */
  untouched = $state(true);
  #read: () => T;
  #save: (value: T) => Promise<string>;
  #kept: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #ended = false;

  /** `save` keeps the value and tells when, as wall-clock time. */
  constructor(read: () => T, save: (value: T) => Promise<string>) {
    this.#read = read;
    this.#save = save;
    this.#kept = this.#text();
  }

  #text(): string {
    return JSON.stringify(this.#read());
  }

  get dirty(): boolean {
    return this.#text() !== this.#kept;
  }

  /** Something may have been written: keeps it within a moment. */
  notice(): void {
    if (this.#ended || this.#timer !== undefined || !this.dirty) return;
    this.untouched = false;
    this.#timer = setTimeout(() => void this.flush(), DELAY);
  }

  /** Keeps what is written, now. Whether it is kept. */
  async flush(): Promise<boolean> {
    this.#wait();
    if (this.#running) await this.#running;
    if (this.#ended || !this.dirty) {
      this.failure = null;
      return true;
    }
    this.untouched = false;
    this.#running = this.#keep();
    await this.#running;
    this.#running = null;
    // What was typed meanwhile.
    if (this.failure === null && this.dirty) return this.flush();
    return this.failure === null;
  }

  async #keep(): Promise<void> {
    const text = this.#text();
    try {
      this.savedAt = await this.#save(JSON.parse(text) as T);
      this.#kept = text;
      this.failure = null;
    } catch (thrown) {
      this.failure = thrown;
      clearTimeout(this.#again);
      if (!this.#ended) this.#again = setTimeout(() => void this.flush(), AGAIN);
    }
  }

  /** Keeps what is written, or throws why it could not be kept. */
  async secure(): Promise<void> {
    if (!(await this.flush())) throw this.failure;
  }

  /** Lets no clock run. */
  #wait(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#again);
    this.#timer = undefined;
  }

  /** Nothing more is kept: it is signed or thrown away. */
  end(): void {
    this.#ended = true;
    this.#wait();
  }
}
