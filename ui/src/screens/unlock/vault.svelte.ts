// The vault from outside: whether there is one, unlocking it and making it.
import { commands, type OlderView, type RecoveryView, type Session } from '../../lib/bindings';
import { call } from '../../lib/call';
import { asFailure, type Failure } from '../../lib/failure';
import { language } from '../../lib/language.svelte';
import { preferences } from '../../lib/preferences.svelte';
import { follow } from '../../lib/wire';

export type Stage =
  /** Not yet known. */
  | 'asking'
  /** It could not be found out. */
  | 'failed'
  /** There is no vault: make one, or look at sample people. */
  | 'first'
  /** Choosing the passphrase of a new vault. */
  | 'create'
  /** The sheet with the recovery key. */
  | 'sheet'
  /** Who works here. */
  | 'who'
  | 'locked'
  /** Unlocking with the key on paper. */
  | 'recovery'
  /** Unlocked with the key on paper: a passphrase in place of the forgotten one. */
  | 'replace'
  /** Restoring a backup. */
  | 'restore'
  /** Unlocked, and older than the vault that was last opened here. */
  | 'older'
  | 'newer'
  | 'damaged'
  | 'database_missing';

/** Tries that cost nothing; after them each one waits twice as long. */
const FREE_TRIES = 2;
const LONGEST_WAIT = 30;

/** Seconds to wait after so many wrong tries: time to think, and a slower guesser. */
export function courtesy(wrong: number): number {
  if (wrong <= FREE_TRIES) return 0;
  return Math.min(2 ** (wrong - FREE_TRIES), LONGEST_WAIT);
}

export class VaultDoor {
  stage: Stage = $state('asking');
  /** Where one was before restoring was chosen. */
  before: Stage = 'locked';
  failure: unknown = $state.raw(null);
  busy = $state(false);
  /** What was wrong with the last try. */
  wrong: Failure | null = $state.raw(null);
  /** Seconds until another try. */
  wait = $state(0);
  sheet: RecoveryView | null = $state.raw(null);
  /** What was seen here and is missing. */
  older: OlderView | null = $state.raw(null);
  #tries = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #key = '';
  #done: (now: Session) => void;

  /** `done` is told once the vault is open and nothing more is to be asked. */
  constructor(done: (now: Session) => void) {
    this.#done = done;
  }

  /** Asks where the program stands. */
  ask = async (): Promise<void> => {
    try {
      const now = await call(commands.session());
      follow(now);
      if (!now.settings) preferences.restore({ language: now.language });
      this.failure = null;
      if (now.state === 'unlocked') this.#arrive(now);
      else this.stage = now.state === 'none' ? 'first' : now.state;
    } catch (thrown) {
      this.failure = thrown;
      this.stage = 'failed';
    }
  };

  go(stage: Stage): void {
    this.wrong = null;
    if (stage === 'restore') this.before = this.stage;
    this.stage = stage;
  }

  unlock = (passphrase: string): Promise<boolean> => this.#try(() => call(commands.vaultUnlock(passphrase)), this.#enter);

  /** Whether what was wrong is damage that leaves something to read. */
  get isDamaged(): boolean {
    return ['vault-database-damaged', 'record-damaged', 'read-only-folder', 'vault-not-backed-up'].includes(this.wrong?.code ?? '');
  }

  /** Opens a damaged vault only to read it. */
  rescue = (passphrase: string): Promise<boolean> => this.#try(() => call(commands.vaultRescue(passphrase)), this.#enter);

  rescueWithKey = (key: string): Promise<boolean> =>
    this.#try(() => call(commands.vaultRescueWithRecoveryKey(key)), this.#enter);

  /** Takes the older vault for the right one. */
  accept = (): Promise<boolean> => this.#try(() => call(commands.vaultAcceptOlder()), this.#enter);

  unlockWithKey = (key: string): Promise<boolean> =>
    this.#try(
      () => call(commands.vaultUnlockWithRecoveryKey(key)),
      async () => {
        this.#key = key;
        follow(await call(commands.session()));
        this.stage = 'replace';
      },
    );

  /** A passphrase in place of the forgotten one. */
  replace = (passphrase: string, whose: string | null): Promise<boolean> =>
    this.#try(() => call(commands.passphraseReplace(this.#key, whose, passphrase)), this.#enter);

  create = (passphrase: string): Promise<boolean> =>
    this.#try(
      async () => {
        this.sheet = await call(commands.vaultCreate(passphrase, language.current));
      },
      async () => {
        follow(await call(commands.session()));
        this.stage = 'sheet';
      },
    );

  /** The sheet is put away: the program forgets the key. */
  putAway = async (): Promise<void> => {
    await commands.recoverySheetDone();
    this.sheet = null;
    this.go('who');
  };

  openSample = (): Promise<boolean> => this.#try(() => call(commands.sampleOpen(language.current)), this.#enter);

  /** Goes in: everything that was to be asked has been asked. */
  enter = (): Promise<boolean> => this.#try(async () => {}, this.#enter);

  #enter = async (): Promise<void> => {
    this.#key = '';
    const now = await call(commands.session());
    follow(now);
    this.#arrive(now);
  };

  #arrive(now: Session): void {
    this.older = now.older;
    if (now.older) this.stage = 'older';
    else this.#done(now);
  }

  async #try(work: () => Promise<unknown>, then: () => Promise<void>): Promise<boolean> {
    if (this.busy || this.wait > 0) return false;
    this.busy = true;
    this.wrong = null;
    try {
      await work();
      this.#tries = 0;
      await then();
      return true;
    } catch (thrown) {
      this.wrong = asFailure(thrown);
      if (this.wrong.code === 'wrong-secret') this.#hold(courtesy(++this.#tries));
      return false;
    } finally {
      this.busy = false;
    }
  }

  #hold(seconds: number): void {
    clearInterval(this.#timer);
    this.wait = seconds;
    if (seconds === 0) return;
    this.#timer = setInterval(() => {
      this.wait -= 1;
      if (this.wait <= 0) clearInterval(this.#timer);
    }, 1_000);
  }

  /** The door is gone: no clock runs on. */
  end(): void {
    clearInterval(this.#timer);
    this.#key = '';
  }
}
