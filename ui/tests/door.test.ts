import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import type { Session } from '../src/lib/bindings';
import { language } from '../src/lib/language.svelte';
import { rescue } from '../src/lib/rescue.svelte';
import { session } from '../src/lib/session.svelte';
import { toast } from '../src/lib/toast.svelte';
import '../src/screens';
import { NewPassphrase } from '../src/screens/unlock/passphrase.svelte';
import { pictureOf } from '../src/screens/unlock/sheet';
import { courtesy, VaultDoor } from '../src/screens/unlock/vault.svelte';

const answers: Record<string, (...given: never[]) => unknown> = {};
vi.mock('../src/lib/bindings', () => {
  const commands = new Proxy({}, { get: (_, name: string) => (...given: never[]) => Promise.resolve(answers[name]?.(...given)) });
  return { commands, events: {} };
});

const ok = <T>(data: T) => ({ status: 'ok' as const, data });
const refused = (code: string) => ({ status: 'error' as const, error: { code, params: {} } });
const at = (state: Session['state']): Session => ({
  state,
  is_sample: false,
  settings: state === 'unlocked' ? { language: 'sv' } : null,
  settings_damaged: false,
  language: 'en',
  last_change: null,
  older: null,
  rescue: null,
  is_header_mended: false,
  now: '2026-11-23T08:48:00',
});

beforeEach(() => {
  for (const name of Object.keys(answers)) delete answers[name];
  language.set('sv');
});

describe('the door', () => {
  it.each([
    ['none', 'first'],
    ['locked', 'locked'],
    ['newer', 'newer'],
    ['damaged', 'damaged'],
  ] as const)('shows for a vault that is %s the step %s, in the desktop’s language', async (state, stage) => {
    answers['session'] = () => ok(at(state));
    const door = new VaultDoor(() => {});
    await door.ask();
    expect(door.stage).toBe(stage);
    expect(language.current).toBe('en');
  });

  it('goes straight in when the vault is already open', async () => {
    answers['session'] = () => ok(at('unlocked'));
    const done = vi.fn();
    await new VaultDoor(done).ask();
    expect(done).toHaveBeenCalledOnce();
    expect(language.current).toBe('sv');
  });

  it('lets two slips pass and then waits longer and longer, half a minute at most', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 20].map(courtesy)).toEqual([0, 0, 0, 2, 4, 8, 16, 30, 30]);
  });

  it('holds the next try while it waits, and counts down', async () => {
    vi.useFakeTimers();
    const tried = vi.fn(() => refused('wrong-secret'));
    answers['vaultUnlock'] = tried;
    const door = new VaultDoor(() => {});
    for (let count = 0; count < 3; count++) expect(await door.unlock('fel')).toBe(false);
    expect(door.wrong?.code).toBe('wrong-secret');
    expect(door.wait).toBe(2);
    await door.unlock('rätt');
    expect(tried).toHaveBeenCalledTimes(3);
    vi.advanceTimersByTime(2_000);
    expect(door.wait).toBe(0);
    await door.unlock('fel');
    expect(tried).toHaveBeenCalledTimes(4);
    door.end();
    vi.useRealTimers();
  });

  it('does not wait for what isn’t a wrong guess', async () => {
    answers['vaultUnlock'] = () => refused('disk-full');
    const door = new VaultDoor(() => {});
    for (let count = 0; count < 5; count++) await door.unlock('x');
    expect(door.wait).toBe(0);
  });

  it('asks for a new passphrase after the key on paper, and sends the key with it', async () => {
    const replaced = vi.fn(() => ok(null));
    answers['vaultUnlockWithRecoveryKey'] = () => ok(null);
    answers['passphraseReplace'] = replaced as never;
    answers['session'] = () => ok(at('unlocked'));
    const done = vi.fn();
    const door = new VaultDoor(done);
    await door.unlockWithKey('ABCD');
    expect(door.stage).toBe('replace');
    expect(done).not.toHaveBeenCalled();
    await door.replace('sex ord', null);
    expect(replaced).toHaveBeenCalledWith('ABCD', null, 'sex ord');
    expect(done).toHaveBeenCalledOnce();
  });

  it('stops before a vault that is older than the one last opened here, until somebody says it is the right one', async () => {
    const change = (number: number) => ({ number, at: '2026-11-20T10:00:00Z', groups: ['3F2A'] });
    let older: Session['older'] = { seen: change(812), here: change(790) };
    answers['vaultUnlock'] = () => ok(null);
    answers['session'] = () => ok({ ...at('unlocked'), older });
    answers['vaultAcceptOlder'] = () => {
      older = null;
      return ok(null);
    };
    const done = vi.fn();
    const door = new VaultDoor(done);
    await door.unlock('sex ord');
    expect([door.stage, door.older?.seen?.number]).toEqual(['older', 812]);
    expect(done).not.toHaveBeenCalled();
    await door.accept();
    expect(done).toHaveBeenCalledOnce();
  });

  it('offers to open a damaged vault only to read it, and nothing else', async () => {
    answers['vaultUnlock'] = () => refused('vault-database-damaged');
    answers['vaultRescue'] = () => ok(null);
    answers['session'] = () => ok({ ...at('unlocked'), rescue: { found: 3, without_history: 0, lost: [{ kind: 'note', count: 2 }], lost_unknown: 1 } });
    const done = vi.fn();
    const door = new VaultDoor(done);
    await door.unlock('sex ord');
    expect(door.isDamaged).toBe(true);
    await door.rescue('sex ord');
    expect(done).toHaveBeenCalledOnce();
    expect([rescue.view?.found, rescue.lost]).toEqual([3, 3]);
    answers['vaultUnlock'] = () => refused('wrong-secret');
    await door.unlock('fel');
    expect(door.isDamaged).toBe(false);
  });

  it('shows the sheet once, then asks who works here, before going in', async () => {
    answers['vaultCreate'] = () => ok({ groups: ['A'], made_on: '2026-11-23', pages: [] });
    answers['session'] = () => ok(at('unlocked'));
    answers['recoverySheetDone'] = () => undefined;
    const done = vi.fn();
    const door = new VaultDoor(done);
    await door.create('sex ord');
    expect([door.stage, door.sheet?.groups]).toEqual(['sheet', ['A']]);
    await door.putAway();
    expect([door.stage, door.sheet]).toEqual(['who', null]);
    expect(done).not.toHaveBeenCalled();
    await door.enter();
    expect(done).toHaveBeenCalledOnce();
  });
});

describe('at the door', () => {
  beforeEach(() => {
    toast.clear();
    session.locked();
    session.lockWith(() => {
      answers['session'] = () => ok({ ...at('locked'), language: 'sv' });
    });
    answers['peopleList'] = () => ok([]);
  });

  it('one is told which change the vault ends with, and when it was made', async () => {
    const last_change = { number: 812, at: '2026-11-20T10:00:00Z', groups: ['3F2A'] };
    answers['session'] = () => ok({ ...at('unlocked'), last_change });
    render(App);
    await waitFor(() => expect(toast.list.map((each) => each.text)).toEqual(['Senast ändrat fre 20 nov 11:00, ändring nummer 812.']));
  });

  // By its text, which is found at once; a role is looked for in the whole page.
  const press = async (text: string | RegExp) => fireEvent.click(await screen.findByText(text, { ignore: 'h1, h2, p' }));

  describe.each([
    ['the sheet with the recovery key', 'sheet'],
    ['the question who works here', 'who'],
  ] as const)('%s', (_, stage) => {
    it.each(['the button', 'Ctrl+L'])('can be left by locking with %s', { timeout: 20_000 }, async (how) => {
      answers['session'] = () => ok({ ...at('none'), language: 'sv' });
      answers['vaultCreate'] = () => ok({ groups: ['A'], made_on: '2026-11-23', pages: [] });
      answers['recoverySheetDone'] = () => undefined;
      answers['passphraseSuggest'] = () => ok('lampa sjöbris tegel');
      answers['passphraseStrength'] = () => ({ score: 4, guesses_log10: 20 });
      render(App);
      await press('Skapa ett valv');
      expect(screen.queryByText('Lås'), 'nothing is open yet').toBeNull();
      await press('Föreslå en lösenfras');
      await screen.findByText('Dölj');
      answers['session'] = () => ok(at('unlocked'));
      await press('Skapa valvet');
      await screen.findByText('Spara som PDF');
      if (stage === 'who') {
        await fireEvent.click(screen.getByRole('checkbox'));
        await press('Nästa');
        await press('Senare');
        await screen.findByText('Vem arbetar här?');
      }
      if (how === 'Ctrl+L') await fireEvent.keyDown(document.body, { key: 'l', ctrlKey: true });
      else await press('Lås');
      await screen.findByText('Använd återställningsnyckeln');
      expect(document.body.textContent).not.toMatch(/Spara som PDF|Vem arbetar här/);
    });
  });
});

describe('a new passphrase', () => {
  beforeEach(() => {
    answers['passphraseStrength'] = ((text: string) => ({ score: text.length > 8 ? 4 : 1, guesses_log10: 1 })) as never;
    answers['passphraseSuggest'] = () => ok('lampa sjöbris tegel');
  });

  it('must be there, be hard to guess, and be the same twice', async () => {
    const wanted = new NewPassphrase();
    expect(wanted.fault).toBe('missing');
    wanted.value = 'kort';
    await wanted.settle();
    expect(wanted.fault).toBe('weak');
    wanted.value = 'en mycket längre';
    wanted.again = 'en mycket langre';
    await wanted.settle();
    expect(wanted.fault).toBe('differ');
    wanted.again = wanted.value;
    expect(wanted.fault).toBeNull();
  });

  it('that was suggested and seen isn’t typed again, until it is changed', async () => {
    const wanted = new NewPassphrase();
    await wanted.suggest();
    expect([wanted.shown, wanted.asksTwice, wanted.fault]).toEqual([true, false, null]);
    wanted.value += ' morot';
    expect([wanted.asksTwice, wanted.fault]).toEqual([true, 'differ']);
  });
});

describe('the recovery sheet', () => {
  it('becomes a picture whatever letters are on it', () => {
    const address = pictureOf('<svg>Återställning’</svg>');
    const bytes = Uint8Array.from(atob(address.split(',')[1] ?? ''), (sign) => sign.charCodeAt(0));
    expect(address.startsWith('data:image/svg+xml;base64,')).toBe(true);
    expect(new TextDecoder().decode(bytes)).toBe('<svg>Återställning’</svg>');
  });
});
