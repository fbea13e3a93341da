// Keyboard shortcuts: single keys, silent while one types, and combinations that always answer.

import { untrack } from 'svelte';

export interface Shortcut {
  /** "n", "1", "?", "space", "arrowdown", "ctrl+k", "ctrl+enter", "ctrl+shift+h". */
  keys: string;
  /** What it does, for the sheet of shortcuts; called when shown. Without it, it isn't listed. */
  label?: () => string;
  run: (event: KeyboardEvent) => void;
  /** Whether it answers now; asked without a key press when shortcuts are listed. */
  when?: (event?: KeyboardEvent) => boolean;
  /** Whether it also answers inside a dialog. */
  inDialog?: boolean;
}

let enabled = $state(true);
// What a component that goes reads of the state is what it was before the change that makes it go, so
// the truth is held beside it: otherwise its removal would take with it what has come in its place.
let all: readonly Shortcut[] = [];
let list = $state.raw<readonly Shortcut[]>([]);

const NAMES: Record<string, string> = {
  ctrl: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  enter: 'Enter',
  space: 'Space',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
};

/** The keys as shown: "Ctrl K". */
export function keyParts(combination: string): string[] {
  return combination.split('+').map((part) => NAMES[part] ?? part.toUpperCase());
}

/** The value of aria-keyshortcuts. */
export function ariaKeys(combination: string): string {
  return combination
    .split('+')
    .map((part) => (part === 'ctrl' ? 'Control' : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('+');
}

export function isSingle(combination: string): boolean {
  return !/^(ctrl|alt)\+/.test(combination);
}

function pressed(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const held: string[] = [];
  if (event.ctrlKey || event.metaKey) held.push('ctrl');
  if (event.altKey) held.push('alt');
  // A sign such as "?" already says that Shift was held.
  if (event.shiftKey && (held.length > 0 || key.length > 1 || /^\p{L}$/u.test(key))) held.push('shift');
  return [...held, key].join('+');
}

const TYPING =
  'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=spinbutton], [role=combobox], [role=listbox], [role=menu]';
const PRESSABLE = 'button, a[href], summary, input, [role=button], [role=tab], [role=checkbox], [role=radio]';

/** Whether single keys belong to the element that has focus. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

function dialogOpen(): boolean {
  return document.querySelector('[role=dialog]:not([data-state=closed]), [role=alertdialog]:not([data-state=closed])') !== null;
}

/** Answers a key press; true if a shortcut ran. Called by the shell. */
export function handleKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const combination = pressed(event);
  const single = isSingle(combination);
  if (single) {
    if (!enabled || isTyping(event.target)) return false;
    const own = combination === 'space' || combination === 'enter';
    if (own && event.target instanceof Element && event.target.closest(PRESSABLE)) return false;
  }
  const inDialog = dialogOpen();
  // The latest registered comes first: what is on top answers.
  for (const shortcut of [...list].reverse()) {
    if (shortcut.keys !== combination) continue;
    if (inDialog && !shortcut.inDialog) continue;
    if (shortcut.when && !shortcut.when(event)) continue;
    event.preventDefault();
    shortcut.run(event);
    return true;
  }
  return false;
}

export const keys = {
  /** Whether single keys answer; combinations with Ctrl always do. */
  get enabled(): boolean {
    return enabled;
  },
  set enabled(next: boolean) {
    enabled = next;
  },
  /** All that answer on the present screen, for the sheet of shortcuts. */
  get list(): readonly Shortcut[] {
    return list;
  },
  /** Adds shortcuts. Returns their removal. */
  add(...shortcuts: Shortcut[]): () => void {
    all = [...all, ...shortcuts];
    list = all;
    return () => {
      all = all.filter((shortcut) => !shortcuts.includes(shortcut));
      list = all;
    };
  },
};

/** Shortcuts of a component, for as long as it is there: call once while it is set up. */
export function useKeys(...shortcuts: Shortcut[]): void {
  // Adding reads the list of all; the effect must not depend on that.
  // Before drawing, so that a screen comes before what stands in it and the innermost answers first.
  $effect.pre(() => untrack(() => keys.add(...shortcuts)));
}
