// Colleagues' cards, and what was sent and received.
import { commands, type BundlePreview, type CardView, type DigitGroup, type ExchangeEntry, type PersonRow, type SealChoice, type SealedFile, type Settings } from '../../lib/bindings';
import { call } from '../../lib/call';
import { Failure } from '../../lib/failure';
import { t } from '../../lib/i18n';
import { longWork } from '../../lib/long-work.svelte';
import { settings } from '../../lib/settings.svelte';

export class Exchange {
  /** None as long as nobody has said who works here. */
  mine: CardView | null = $state.raw(null);
  who: Settings | null = $state.raw(null);
  cards: CardView[] = $state.raw([]);
  journal: ExchangeEntry[] = $state.raw([]);
  people: PersonRow[] = $state.raw([]);
  ready = $state(false);
  failure: unknown = $state.raw(null);
  /** The opened bundle, and what it did once it was taken in. */
  opened: BundlePreview | null = $state.raw(null);
  merged: BundlePreview | null = $state.raw(null);
  sealed: SealedFile | null = $state.raw(null);
  readonly #leaving = new Set<string>();

  get lacksName(): boolean {
    return this.ready && this.mine === null;
  }

  load = async (): Promise<void> => {
    try {
      [this.who, this.cards, this.journal, this.people, this.mine] = await Promise.all([
        call(commands.settingsShow()),
        call(commands.cardList()),
        call(commands.exchangeJournal()),
        call(commands.peopleList()),
        this.#own(),
      ]);
      this.failure = null;
      this.ready = true;
    } catch (thrown) {
      this.failure = thrown;
    }
  };

  async #own(): Promise<CardView | null> {
    try {
      return await call(commands.cardMine());
    } catch (thrown) {
      if (thrown instanceof Failure && thrown.code === 'name-missing') return null;
      throw thrown;
    }
  }

  async sayWho(part: { name: string; role: string; organisation: string }): Promise<void> {
    await settings.save(part);
    await this.load();
  }

  saveCard(): Promise<string | null> {
    return call(commands.cardSave());
  }

  async importCard(): Promise<CardView | null> {
    const card = await call(commands.cardImport());
    // Taken in again: it stays.
    if (card) await this.keepAfterAll(card.key);
    return card;
  }

  async verify(key: string, groups: DigitGroup[]): Promise<CardView> {
    const card = await call(commands.cardVerify(key, groups));
    await this.#readCards();
    return card;
  }

  /** Takes a card out of sight; it is forgotten a little later, so that a slip can be put right. */
  remove(card: CardView): void {
    this.#leaving.add(card.key);
    this.cards = this.cards.filter((each) => each.key !== card.key);
  }

  async keepAfterAll(key: string): Promise<void> {
    this.#leaving.delete(key);
    await this.#readCards();
  }

  /** Forgets what was taken out of sight: when the offer to undo is gone, on leaving, before a lock. */
  forget = async (key?: string): Promise<void> => {
    for (const each of key ? [key] : [...this.#leaving]) {
      if (this.#leaving.delete(each)) await call(commands.cardRemove(each));
    }
  };

  async #readCards(): Promise<void> {
    this.cards = (await call(commands.cardList())).filter((card) => !this.#leaving.has(card.key));
  }

  async seal(choice: SealChoice): Promise<SealedFile | null> {
    const file = (await longWork.run(t('share-sealing'), () => call(commands.bundleSeal(choice)))) ?? null;
    if (file) {
      this.sealed = file;
      this.journal = await call(commands.exchangeJournal());
    }
    return file;
  }

  async open(): Promise<void> {
    const preview = await longWork.run(t('share-opening'), () => call(commands.bundleOpen()));
    if (!preview) return;
    this.opened = preview;
    this.merged = null;
  }

  /** Takes in what was opened. False when it was called off: then it still waits. */
  async merge(): Promise<boolean> {
    const merged = await longWork.run(t('share-merging'), () => call(commands.bundleMerge()));
    if (!merged) return false;
    this.merged = merged;
    this.opened = null;
    [this.journal, this.people] = await Promise.all([call(commands.exchangeJournal()), call(commands.peopleList())]);
    return true;
  }

  async putAside(): Promise<void> {
    if (!this.opened) return;
    this.opened = null;
    await commands.bundlePutAside();
  }

  saveIdentityKey(ground: string): Promise<string | null> {
    return call(commands.identityKeySave(ground));
  }
}
