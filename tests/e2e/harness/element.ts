// An element of the app's page, found: clicked, filled in, read.
import { setTimeout as pause } from 'node:timers/promises';

import type { App } from './app.ts';
import type { Query, Reference } from './find.ts';

/** An element, found. */
export class Element {
  constructor(
    readonly app: App,
    readonly reference: Reference,
    readonly words: string,
  ) {}

  get id(): string {
    return this.reference['element-6066-11e4-a52e-4f735466cecf'];
  }

  /** Waits until it stands still: what closes or comes in moves what is under it. */
  async still(): Promise<this> {
    const place = async () => JSON.stringify(await this.box());
    let last = await place();
    for (let same = 0; same < 5; ) {
      await pause(40);
      const next = await place();
      same = next === last ? same + 1 : 0;
      last = next;
    }
    return this;
  }

  async click(): Promise<void> {
    this.app.actions++;
    // What has just opened may still be finding its place: one clicks when it stands still.
    for (let tries = 0; ; tries++) {
      try {
        return await this.app.browser.elementClick(this.id);
      } catch (error) {
        if (tries === 20 || !/intercepted|not interactable/u.test(String(error))) throw error;
        // What the click has opened may itself be what stands in the way.
        if ((await this.attribute('aria-expanded')) === 'true') return;
        // Nor does one click through a message at the edge: one scrolls.
        await this.app.run((element) => (element as unknown as HTMLElement).scrollIntoView({ block: 'center' }), this.reference);
        await pause(50);
      }
    }
  }

  /** Replaces what stands in a field. */
  async fill(text: string): Promise<void> {
    this.app.actions++;
    await this.app.browser.elementClear(this.id);
    if (text !== '') await this.app.browser.elementSendKeys(this.id, text);
  }

  /** Chooses an option of a native list by what it says. */
  async choose(option: string): Promise<void> {
    await this.in({ by: 'role', role: 'option', name: option }).then((found) => found.click());
  }

  /** What it says. What is still fading in says nothing to the driver, so this waits until it has come. */
  async text(): Promise<string> {
    await this.app.settled();
    return this.app.browser.getElementText(this.id);
  }

  attribute(name: string): Promise<string | null> {
    return this.app.browser.getElementAttribute(this.id, name);
  }

  async value(): Promise<string> {
    return String(await this.app.browser.getElementProperty(this.id, 'value'));
  }

  /** What it is called. */
  name(): Promise<string> {
    return this.app.browser.getElementComputedLabel(this.id);
  }

  /** Whether a box is ticked. */
  isChecked(): Promise<boolean> {
    return this.app.run((element) => {
      const box = element as unknown as HTMLInputElement;
      return box.checked || box.getAttribute('aria-checked') === 'true';
    }, this.reference);
  }

  isFocused(): Promise<boolean> {
    return this.app.run((element) => document.activeElement === (element as object), this.reference);
  }

  /** The rectangle on the page, in CSS pixels. */
  async box(): Promise<{ x: number; y: number; width: number; height: number }> {
    return this.app.run((element) => {
      const box = (element as unknown as HTMLElement).getBoundingClientRect();
      return { x: box.x, y: box.y, width: box.width, height: box.height };
    }, this.reference);
  }

  /** What fits the query inside this element. */
  in(query: Query): Promise<Element> {
    return this.app.find(query, this);
  }
}
