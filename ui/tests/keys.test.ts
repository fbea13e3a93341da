import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ariaKeys, handleKey, keyParts, keys } from '../src/lib/keys.svelte';

const removals: (() => void)[] = [];
beforeEach(() => {
  keys.enabled = true;
  window.addEventListener('keydown', handleKey);
});
afterEach(() => {
  for (const remove of removals.splice(0)) remove();
  window.removeEventListener('keydown', handleKey);
  document.body.innerHTML = '';
});

function on(combination: string, more = {}): ReturnType<typeof vi.fn> {
  const run = vi.fn();
  removals.push(keys.add({ keys: combination, run, ...more }));
  return run;
}

function press(key: string, init: KeyboardEventInit = {}, target: Element = document.body): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
}

function place(html: string): Element {
  document.body.innerHTML = html;
  return document.body.querySelector('[data-here]') ?? document.body;
}

describe('a single key', () => {
  it('answers, also with Caps Lock on', () => {
    const run = on('n');
    press('n');
    press('N');
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('is silent while one types', () => {
    const run = on('n');
    for (const html of ['<input data-here>', '<textarea data-here></textarea>', '<div contenteditable="true"><b data-here></b></div>', '<span role="spinbutton" data-here></span>'])
      press('n', {}, place(html));
    expect(run).not.toHaveBeenCalled();
    press('n', {}, place('<input type="checkbox" data-here>'));
    expect(run).toHaveBeenCalledOnce();
  });

  it('is silent when single keys are off, while Ctrl still answers', () => {
    const single = on('n');
    const combined = on('ctrl+k');
    keys.enabled = false;
    press('n');
    press('k', { ctrlKey: true });
    expect(single).not.toHaveBeenCalled();
    expect(combined).toHaveBeenCalledOnce();
  });

  it('leaves Enter and Space to the button that has focus', () => {
    const run = on('space');
    press(' ', {}, place('<button data-here></button>'));
    expect(run).not.toHaveBeenCalled();
    press(' ');
    expect(run).toHaveBeenCalledOnce();
  });

  it('is silent behind an open dialog unless it is the dialog’s own', () => {
    const behind = on('n');
    const own = on('m', { inDialog: true });
    place('<div role="dialog" data-state="open"></div>');
    press('n');
    press('m');
    expect(behind).not.toHaveBeenCalled();
    expect(own).toHaveBeenCalledOnce();
  });
});

describe('keys', () => {
  it('go to the latest that wants them', () => {
    const first = on('n');
    const second = on('n');
    const absent = on('n', { when: () => false });
    press('n');
    expect([first, second, absent].map((run) => run.mock.calls.length)).toEqual([0, 1, 0]);
  });

  it('tell Ctrl+H from Ctrl+Shift+H, and a sign needs no Shift', () => {
    const plain = on('ctrl+h');
    const shifted = on('ctrl+shift+h');
    const help = on('?');
    press('H', { ctrlKey: true, shiftKey: true });
    press('?', { shiftKey: true });
    expect([plain, shifted, help].map((run) => run.mock.calls.length)).toEqual([0, 1, 1]);
  });

  it('answer in a text field when they are combined with Ctrl', () => {
    const run = on('ctrl+enter');
    press('Enter', { ctrlKey: true }, place('<textarea data-here></textarea>'));
    expect(run).toHaveBeenCalledOnce();
  });

  it('are written as people know them', () => {
    expect(keyParts('ctrl+shift+h').join(' ')).toBe('Ctrl Shift H');
    expect(ariaKeys('ctrl+enter')).toBe('Control+Enter');
  });
});
