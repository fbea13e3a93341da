// A week on its way to paper.
import { commands, type CaseId, type IsoWeek, type Language, type PaperFormat, type WeekPlanChoice, type WeekPlanPreview } from '../../lib/bindings';
import { call } from '../../lib/call';
import { language } from '../../lib/language.svelte';
import { toggled } from './items';

/** Grounds on which something may be given away, the usual one for a paper first. */
export const GROUNDS = ['given_to_person', 'own_programme', 'consent', 'secrecy_rule'] as const;

const WAIT = 120;

export class Printing {
  case: CaseId = $state('');
  week: IsoWeek = $state('');
  language: Language = $state(language.current);
  paper: PaperFormat = $state('landscape');
  left: string[] = $state.raw([]);
  ground = $state<string>(GROUNDS[0]);
  preview: WeekPlanPreview | null = $state.raw(null);
  failure: unknown = $state.raw(null);
  /** What is shown is not yet what was asked for. */
  stale = $state(true);
  busy = $state<'print' | 'pdf' | null>(null);
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get choice(): WeekPlanChoice {
    return { case: this.case, week: this.week, language: this.language, paper: this.paper, left_out: [...this.left] };
  }

  /** Whether it may leave the program as it stands. */
  get isSafe(): boolean {
    return this.preview !== null && !this.stale && this.preview.leaks.length === 0;
  }

  /** Another person or week: what was left out there isn't left out here. */
  show(person: CaseId, week: IsoWeek): void {
    if (person !== this.case || week !== this.week) this.left = [];
    if (person !== this.case) this.preview = null;
    this.case = person;
    this.week = week;
    void this.load();
  }

  set(part: Partial<{ language: Language; paper: PaperFormat }>): void {
    Object.assign(this, part);
    void this.load();
  }

  toggle(key: string, chosen: boolean): void {
    this.left = toggled(this.left, key, chosen);
    this.stale = true;
    clearTimeout(this.#timer);
    // Several ticks after each other make one new page.
    this.#timer = setTimeout(() => void this.load(), WAIT);
  }

  load = async (): Promise<void> => {
    clearTimeout(this.#timer);
    const mine = ++this.#round;
    this.stale = true;
    if (!this.case) return;
    try {
      const preview = await call(commands.weekPlanPreview(this.choice));
      if (mine !== this.#round) return;
      this.preview = preview;
      this.failure = null;
      this.stale = false;
    } catch (thrown) {
      if (mine === this.#round) this.failure = thrown;
    }
  };

  /** Waits for the page that was asked for last. */
  async settled(): Promise<void> {
    while (this.stale && this.failure === null && this.case) await this.load();
  }

  /** Writes into the log that it is printed. */
  async logPrint(): Promise<void> {
    await call(commands.weekPlanPrinted(this.choice, this.ground));
  }

  /** Saves it as PDF; the file's name, or null when nowhere was chosen. */
  async savePdf(): Promise<string | null> {
    return call(commands.weekPlanSave(this.choice, this.ground));
  }
}
