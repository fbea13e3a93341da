// Whatever tells that nobody is there any more locks the vault, keeps what was typed, and leaves nothing
// behind: the desktop's screen saver, the login manager's word of sleep or a locked session, its end. And while it is locked no command answers.

import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { LoginManager } from '../harness/login-manager.ts';
import { clearAway } from '../harness/places.ts';
import { addPerson, begin, lock, open, type Stage, unlock, visitPerson } from '../harness/ways.ts';

const folder = mkdtempSync(join(tmpdir(), 'farled-locking-'));
const vault = join(folder, 'vault');
let stage: Stage;
const buses: ChildProcess[] = [];
let manager: LoginManager;

/** Starts a message bus of this test's own, and says where it is. */
async function startBus(name: string): Promise<string> {
  const address = `unix:path=${join(folder, name)}`;
  // Both by the rules of a session bus: the system's would let only its own users speak.
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address', `--address=${address}`], { stdio: ['ignore', 'pipe', 'ignore'] });
  buses.push(bus);
  await new Promise((told) => bus.stdout?.once('data', told));
  return address;
}

before(async () => {
  // Buses of its own: their screen saver and login manager are this test.
  process.env['DBUS_SESSION_BUS_ADDRESS'] = await startBus('session');
  process.env['DBUS_SYSTEM_BUS_ADDRESS'] = await startBus('system');
  manager = await LoginManager.start(join(folder, 'system'));
  stage = await open({ name: 'locking', vault });
  await begin(stage);
  await addPerson(stage, 'Tall');
});
after(async () => {
  await stage?.app.end();
  manager?.stop();
  for (const bus of buses) bus.kill();
  await clearAway(folder);
});

/** Types a draft and does not wait for it to be kept. */
async function draft(text: string): Promise<void> {
  const { app, say } = stage;
  await visitPerson(stage, 'Tall', 'notes');
  if ((await app.count({ by: 'label', name: say('notes-body') })) === 0) await app.press('n');
  const body = await app.field(say('notes-body'));
  await body.fill('');
  await body.click();
  await app.type(text);
}

async function isKept(text: string): Promise<void> {
  await unlock(stage);
  await visitPerson(stage, 'Tall', 'notes');
  assert.equal(await (await stage.app.field(stage.say('notes-body'))).value(), text);
}

test('the screen saver locks in the middle of a word, and keeps it', async () => {
  const { app, say } = stage;
  await draft('Handlingarna lämnades till recep');
  execFileSync('dbus-send', ['--session', '--type=signal', '/org/gnome/ScreenSaver', 'org.gnome.ScreenSaver.ActiveChanged', 'boolean:true']);
  await app.field(say('vault-passphrase'));
  await isKept('Handlingarna lämnades till recep');
});

test('what is copied is marked as a secret, goes after its time and at lock, and what others copied stays', { timeout: 120_000 }, async () => {
  const { app, say } = stage;
  assert.equal((await app.ask('settings_save', { settings: { ...((await app.ask('settings_show')).data as object), clipboard_seconds: 5 } })).refused, undefined);
  const env = { ...process.env, DISPLAY: app.driver.display };
  const clipboard = (target: string): string => {
    try {
      return execFileSync('xclip', ['-selection', 'clipboard', '-o', '-t', target], { env, stdio: ['ignore', 'pipe', 'ignore'], timeout: 5000 }).toString();
    } catch {
      return '';
    }
  };
  const copy = async (): Promise<void> => {
    await (await app.field(say('notes-body'))).click();
    await app.press('Control', 'a');
    await app.press('Control', 'c');
    for (let tries = 0; tries < 50 && clipboard('UTF8_STRING') === ''; tries++) await pause(20);
  };
  await copy();
  assert.equal(clipboard('UTF8_STRING'), 'Handlingarna lämnades till recep');
  assert.equal(clipboard('x-kde-passwordManagerHint'), 'secret');
  await pause(6000);
  assert.equal(clipboard('UTF8_STRING'), '', 'its time is over');
  await copy();
  assert.notEqual(clipboard('UTF8_STRING'), '');
  await lock(stage);
  assert.equal(clipboard('UTF8_STRING'), '', 'the vault is locked');
  await unlock(stage);
  await visitPerson(stage, 'Tall', 'notes');
  await copy();
  const other = spawn('xclip', ['-selection', 'clipboard', '-quiet'], { env, stdio: ['pipe', 'ignore', 'ignore'] });
  other.stdin.end('other');
  for (let tries = 0; tries < 100 && clipboard('UTF8_STRING') !== 'other'; tries++) await pause(20);
  assert.equal(clipboard('UTF8_STRING'), 'other');
  await pause(6000);
  await lock(stage);
  const left = clipboard('UTF8_STRING');
  other.kill();
  assert.equal(left, 'other', 'what somebody copied elsewhere since is not ours to take');
  await unlock(stage);
});

for (const [name, words, tell] of [
  ['the computer’s sleep', 'Innan locket fälldes ihop hann', () => manager.prepareForSleep(1)],
  ['the locked session', 'Skärmen låstes mitt i en men', () => manager.lock()],
] as const) {
  test(`${name} locks in the middle of a word and keeps it`, async () => {
    const { app, say } = stage;
    await draft(words);
    tell();
    await app.field(say('vault-passphrase'));
    assert.equal((await app.ask('people_list')).refused, 'locked');
    manager.prepareForSleep(0);
    await isKept(words);
  });
}

test('the login manager is asked to wait until the vault is locked', () => {
  assert(manager.asked.includes('Inhibit'), manager.asked.join());
});

test('commands that wait for the vault, however many, hold up no lock', async () => {
  const { app } = stage;
  const wrong = { present: 'fel lösenfras', wanted: 'en annan fel lösenfras' };
  const alone = Date.now();
  assert.equal((await app.ask('passphrase_change', wrong)).refused, 'wrong-secret');
  const one = Date.now() - alone;
  // Each derives a key while it has the vault: one after the other.
  const many = 12;
  await app.run(
    (values: { wrong: object; many: number }) => {
      const { invoke } = (window as unknown as { __TAURI_INTERNALS__: { invoke: (name: string, values: object) => Promise<unknown> } }).__TAURI_INTERNALS__;
      for (let begun = 0; begun < values.many; begun++) invoke('passphrase_change', values.wrong).catch(() => undefined);
    },
    { wrong, many },
  );
  const pressed = Date.now();
  await lock(stage);
  const took = Date.now() - pressed;
  console.log(`the door came after ${took} ms; all ${many} commands take ${one * many} ms`);
  assert(took < (one * many) / 2, 'the lock is heard although they wait');
  // Whoever is quick with the passphrase waits for what still ends.
  await unlock(stage);
});

/** What answers without a vault, with its reasons, as the program has it. */
const bridge = readFileSync(new URL('../../../src-tauri/src/bridge.rs', import.meta.url), 'utf8');
const list = /const WITHOUT_A_VAULT[^=]*=\s*&\[([\s\S]*?)\n\];/u.exec(bridge)?.[1] ?? '';
const WITHOUT_A_VAULT = [...list.matchAll(/\("(\w+)",\s*"/gu)].map((match) => match[1] ?? '');

test('while the vault is locked every command of the bridge refuses, but those that are the door', async () => {
  const { app } = stage;
  await lock(stage);
  const bindings = readFileSync(new URL('../../../ui/src/lib/bindings.ts', import.meta.url), 'utf8');
  const commands = [...bindings.matchAll(/__TAURI_INVOKE(?:<[^(]*>)?\("(\w+)"/gu)].map((match) => match[1] ?? '');
  assert(commands.length > 80 && WITHOUT_A_VAULT.length > 8, `${commands.length} commands were found`);
  for (const name of WITHOUT_A_VAULT) assert(commands.includes(name), `${name} is no command any more`);
  const open: string[] = [];
  for (const name of commands.filter((each) => !WITHOUT_A_VAULT.includes(each))) {
    const { data, refused } = await app.ask(name);
    if (refused !== 'locked') open.push(`${name}: ${refused ?? JSON.stringify(data)}`);
  }
  console.log(`${commands.length - WITHOUT_A_VAULT.length} of ${commands.length} commands asked`);
  assert.deepEqual(open, []);
});

test('the session’s end saves, locks and ends the program', async () => {
  const { app } = stage;
  await unlock(stage);
  await draft('Sista orden före utloggning');
  const [main] = app.driver.children();
  assert(main);
  process.kill(main, 'SIGTERM');
  for (let tries = 0; tries < 200 && app.driver.children().includes(main); tries++) await pause(50);
  assert(!app.driver.children().includes(main), 'it has ended by itself');
  await app.close();
  await clearAway(app.home);
  stage = await open({ name: 'locking', vault });
  await isKept('Sista orden före utloggning');
});
