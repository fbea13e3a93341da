// The real app in a real window, driven as its user would: found by role and name, clicked, typed into.
//
// Every app has a home of its own, a clock that stands still, and a language. Actions are counted, since
// the number of actions a job takes is one of the things the journeys measure.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { remote, type Browser } from 'webdriverio';

import { violations } from './accessibility.ts';
import { startDisplay } from './display.ts';
import { startDriver, type Driver } from './driver.ts';
import { Element } from './element.ts';
import { findAll, inWords, outline, PATIENCE, type Query, type Reference, type Text } from './find.ts';
import { code, type Key } from './keys.ts';
import { binary, clearAway, pictures, scratch } from './places.ts';

export interface Launch {
  /** Names the folder of the pictures. */
  name: string;
  /** The language of the desktop, which the app follows until it is told otherwise. */
  language?: 'sv' | 'en';
  /** The theme of the desktop. */
  theme?: 'light' | 'dark';
  /** Wall-clock time in Europe/Stockholm, at which the clock stands still. */
  now?: string;
  /** The vault's folder; one inside the app's own home, not yet made, unless told otherwise. */
  vault?: string;
  /** The folder that stands in for the desktop's file dialogs; two apps that share it hand files over. */
  files?: string;
  /** Width and height of the window. */
  size?: [number, number];
  /** Another program to drive in the app's place, to try the harness itself. */
  program?: { binary: string; args: string[] };
}

/** Monday of week 48, a little before nine: the day that the sample people live around. */
export const MONDAY = '2026-11-23T08:48:00';

type Point = { x: number; y: number };
type Target = Element | Point;

/** Starts the app and waits until its page is there. */
export async function launch(options: Launch): Promise<App> {
  const home = scratch(options.name);
  const vault = options.vault ?? join(home, 'vault');
  const files = options.files ?? join(home, 'files');
  mkdirSync(files, { recursive: true });
  const display = await startDisplay();
  const driver = await startDriver({ ...environment(options, home, vault, files), DISPLAY: display.name }, display.stop);
  try {
    const browser = await remote({
      hostname: '127.0.0.1',
      port: driver.port,
      logLevel: 'silent',
      connectionRetryCount: 0,
      connectionRetryTimeout: 60_000,
      capabilities: {
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': options.program ?? { binary: binary(), args: [] },
      } as WebdriverIO.Capabilities,
    });
    const app = new App(browser, driver, options.name, home, vault, files);
    const [width, height] = options.size ?? [1280, 800];
    await browser.setWindowSize(width, height);
    return app;
  } catch (error) {
    await driver.stop();
    await clearAway(home);
    throw new Error(`the app did not start: ${error}\n${driver.said()}`);
  }
}

function environment(options: Launch, home: string, vault: string, files: string): NodeJS.ProcessEnv {
  const folder = (name: string) => {
    const path = join(home, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  return {
    ...process.env,
    HOME: folder('home'),
    XDG_CACHE_HOME: folder('cache'),
    XDG_CONFIG_HOME: folder('config'),
    XDG_DATA_HOME: folder('data'),
    XDG_RUNTIME_DIR: folder('runtime'),
    XDG_STATE_HOME: folder('state'),
    LANG: options.language === 'en' ? 'en_GB.UTF-8' : 'sv_SE.UTF-8',
    LANGUAGE: options.language === 'en' ? 'en_GB' : 'sv_SE',
    LC_ALL: 'C.UTF-8',
    GTK_THEME: options.theme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
    TZ: 'Europe/Stockholm',
    FARLED_NOW: options.now ?? MONDAY,
    FARLED_VAULT: vault,
    FARLED_FILES: files,
    NO_AT_BRIDGE: '1',
    MESA_SHADER_CACHE_DISABLE: 'true',
    TAURI_WEBVIEW_AUTOMATION: 'true',
    // Under WebDriver the other renderer never answers a request for a picture.
    WEBKIT_DISABLE_DMABUF_RENDERER: '0',
  };
}

/** The running app. */
export class App {
  /** Clicks, fills, drags and key strokes (a shortcut is one, a typed text is one) so far. */
  actions = 0;
  /** How long a search waits, in milliseconds. */
  patience = PATIENCE;

  constructor(
    readonly browser: Browser,
    readonly driver: Driver,
    readonly name: string,
    readonly home: string,
    readonly vault: string,
    /** Where the app saves files to, and where it finds the newest one to open. */
    readonly files: string,
  ) {}

  /** The one element that fits; waits for it. Two that fit are as wrong as none. */
  async find(query: Query, within?: Element): Promise<Element> {
    const [reference] = await this.wait(query, (found) => found.length === 1, 'exactly one', within);
    assert(reference);
    return new Element(this, reference, inWords(query));
  }

  /** All that fit, at least one; waits for the first. */
  async all(query: Query, within?: Element): Promise<Element[]> {
    const found = await this.wait(query, (some) => some.length > 0, 'at least one', within);
    return found.map((reference) => new Element(this, reference, inWords(query)));
  }

  /** Waits until nothing fits any more. */
  async gone(query: Query, within?: Element): Promise<void> {
    await this.wait(query, (found) => found.length === 0, 'none', within);
  }

  /** How many fit now, without waiting. */
  async count(query: Query, within?: Element): Promise<number> {
    return (await findAll(this.browser, query, within?.reference ?? null)).length;
  }

  role(role: string, name?: Text): Promise<Element> {
    return this.find({ by: 'role', role, ...(name === undefined ? {} : { name }) });
  }

  button(name: Text): Promise<Element> {
    return this.role('button', name);
  }

  link(name: Text): Promise<Element> {
    return this.role('link', name);
  }

  heading(name: Text): Promise<Element> {
    return this.role('heading', name);
  }

  field(name: Text): Promise<Element> {
    return this.find({ by: 'label', name });
  }

  text(name: Text): Promise<Element> {
    return this.find({ by: 'text', name });
  }

  /** Presses keys together, the last one while the ones before it are held: `press('Control', 'k')`. */
  async press(...keys: Key[]): Promise<void> {
    this.actions++;
    const down = keys.map((key) => ({ type: 'keyDown', value: code(key) }));
    const up = keys.toReversed().map((key) => ({ type: 'keyUp', value: code(key) }));
    await this.browser.performActions([{ type: 'key', id: 'keys', actions: [...down, ...up] }]);
    await this.browser.releaseActions();
  }

  /** Types into whatever has the focus. */
  async type(text: string): Promise<void> {
    this.actions++;
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.browser.performActions([{ type: 'key', id: 'keys', actions }]);
    await this.browser.releaseActions();
  }

  /** Presses the mouse at one place, moves in steps as a hand does, and lets go at the other. */
  async drag(from: Target, to: Target): Promise<void> {
    this.actions++;
    const [start, end] = [await place(from), await place(to)];
    const steps = [0.1, 0.4, 0.7, 1].map((part) => ({
      type: 'pointerMove',
      duration: 40,
      origin: 'viewport',
      x: Math.round(start.x + (end.x - start.x) * part),
      y: Math.round(start.y + (end.y - start.y) * part),
    }));
    await this.browser.performActions([
      {
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', duration: 0, origin: 'viewport', x: Math.round(start.x), y: Math.round(start.y) },
          { type: 'pointerDown', button: 0 },
          ...steps,
          { type: 'pointerUp', button: 0 },
        ],
      },
    ]);
    await this.browser.releaseActions();
  }

  /** Work that may take longer than a step of the interface, such as opening a vault. */
  async patiently<T>(work: () => Promise<T>): Promise<T> {
    this.patience = 8 * PATIENCE;
    try {
      return await work();
    } finally {
      this.patience = PATIENCE;
    }
  }

  /** Calls a command as the page does: what the page would get, or the code with which it is refused. */
  async ask(command: string, values: object = {}): Promise<{ data?: unknown; refused?: string }> {
    return (await this.browser.executeAsyncScript(
      `const [command, values, done] = arguments;
       window.__TAURI_INTERNALS__.invoke(command, values)
         .then((data) => done({ data }), (thrown) => done({ refused: thrown?.code ?? String(thrown) }));`,
      [command, values],
    )) as { data?: unknown; refused?: string };
  }

  /** From now on these commands are refused, as on a full disk; without any, all are done again. It ends
   * with the page. */
  async refuse(...commands: string[]): Promise<void> {
    await this.browser.executeScript(
      `const [commands] = arguments;
       window.farledFetch ??= window.fetch;
       const refused = () => new Response('{"code":"disk-full","params":{}}', { status: 200, headers: { 'Content-Type': 'application/json', 'Tauri-Response': 'error' } });
       window.fetch = (address, options) =>
         commands.some((command) => String(address).endsWith('/' + command)) ? Promise.resolve(refused()) : window.farledFetch(address, options);`,
      [commands],
    );
  }

  /** Runs a function inside the page. */
  async run<R, A extends object[]>(work: (...given: A) => R, ...given: A): Promise<R> {
    // The test runner's compiler wraps nested functions in a helper that the page doesn't have.
    const script = `const __name = (named) => named; return (${work.toString()})(...arguments)`;
    return (await this.browser.executeScript(script, given)) as R;
  }

  /** A picture of the window, as bytes of a PNG, once nothing moves any more. */
  async picture(): Promise<Buffer> {
    await this.settled();
    return Buffer.from(await this.browser.takeScreenshot(), 'base64');
  }

  /** Keeps a picture for a person to look at: `target/e2e/<journey>/<name>.png`. */
  async screenshot(name: string): Promise<string> {
    const path = join(pictures(this.name), `${name}.png`);
    writeFileSync(path, await this.picture());
    return path;
  }

  /** Waits until fonts are there and no animation that ends is running; at most two seconds. */
  async settled(): Promise<void> {
    await this.browser.executeAsyncScript(
      `const done = arguments[arguments.length - 1];
       const ends = (animation) => animation.effect?.getComputedTiming().iterations !== Infinity;
       const still = Promise.all([document.fonts.ready, ...document.getAnimations().filter(ends).map((one) => one.finished.catch(() => 0))])
         .then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
       Promise.race([still, new Promise((late) => setTimeout(late, 2000))]).then(() => done(0));`,
      [],
    );
  }

  /** Nothing on this screen may keep anybody out. */
  async accessible(screen: string): Promise<void> {
    await this.settled();
    const found = await violations(this.browser);
    assert.deepEqual(found, [], `axe finds something on “${screen}”:\n${found.join('\n')}`);
  }

  /** Ends the app without warning, as a power cut would. */
  async crash(): Promise<void> {
    for (const pid of this.driver.children()) process.kill(pid, 'SIGKILL');
    await this.driver.stop();
  }

  /** Closes the window; the app's home stays for the caller to look at. */
  async close(): Promise<void> {
    await this.browser.deleteSession().catch(() => undefined);
    await this.driver.stop();
  }

  /** Closes the window and removes the app's home. */
  async end(): Promise<void> {
    await this.close();
    await clearAway(this.home);
  }

  private async wait(query: Query, enough: (found: Reference[]) => boolean, wanted: string, within?: Element): Promise<Reference[]> {
    const until = Date.now() + this.patience;
    let found: Reference[] = [];
    let trouble: unknown;
    do {
      try {
        found = await findAll(this.browser, query, within?.reference ?? null);
        trouble = undefined;
        if (enough(found)) return found;
      } catch (error) {
        // The page is being replaced, as after a lock.
        trouble = error;
      }
      await pause(50);
    } while (Date.now() < until);
    const seen = await outline(this.browser).catch(String);
    const picture = await this.screenshot(`failed-${Date.now()}`).catch(String);
    throw new Error(
      `wanted ${wanted} of ${inWords(query)}, found ${found.length}${trouble ? ` (${trouble})` : ''}. On the screen (${picture}):\n${seen}\n${this.driver.said().slice(-2000)}`,
    );
  }
}

async function place(target: Target): Promise<Point> {
  if (!(target instanceof Element)) return target;
  const box = await target.box();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
