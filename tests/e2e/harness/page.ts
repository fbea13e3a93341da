// Runs inside the app's page: finds what a person with a screen reader would find, by role and name.
// Put into the page by find.ts; nothing of it is part of the app.

import { computeAccessibleName, getRole, isInaccessible } from 'dom-accessibility-api';

/** A wanted text: the whole text, or a pattern somewhere in it. */
export type Wanted = { text: string } | { pattern: string; flags: string };

const flat = (text: string) => text.replace(/\s+/gu, ' ').trim();

function fits(found: string, wanted: Wanted | null): boolean {
  if (wanted === null) return true;
  if ('text' in wanted) return flat(found) === flat(wanted.text);
  return new RegExp(wanted.pattern, wanted.flags).test(flat(found));
}

/** Elements of a role that can be perceived, with a name. */
export function byRole(role: string, name: Wanted | null, within: Element | null): Element[] {
  const all = [...(within ?? document.body).querySelectorAll('*')];
  return all.filter(
    (element) => getRole(element) === role && !isInaccessible(element) && fits(computeAccessibleName(element), name),
  );
}

/** Fields and controls with a name, whatever their role. */
export function byLabel(name: Wanted, within: Element | null): Element[] {
  const controls = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"], [role="spinbutton"], [role="checkbox"], [role="switch"], [role="radio"], [role="slider"]';
  const all = [...(within ?? document.body).querySelectorAll(controls)];
  return all.filter((element) => !isInaccessible(element) && fits(computeAccessibleName(element), name));
}

/** The innermost elements whose text fits. */
export function byText(text: Wanted, within: Element | null): Element[] {
  const all = [...(within ?? document.body).querySelectorAll('*')];
  const fitting = all.filter((element) => fits(element.textContent ?? '', text) && !isInaccessible(element));
  return fitting.filter((element) => !fitting.some((other) => other !== element && element.contains(other)));
}

/** What can be perceived, for the message of a failed search. */
export function outline(): string {
  const roles = new Set(['heading', 'button', 'link', 'textbox', 'checkbox', 'radio', 'tab', 'alert', 'status', 'dialog', 'option', 'menuitem', 'combobox', 'switch', 'img']);
  const all = [...document.body.querySelectorAll('*')].filter((element) => !isInaccessible(element));
  const lines = all.flatMap((element) => {
    const role = getRole(element);
    return role && roles.has(role) ? [`${role} “${flat(computeAccessibleName(element))}”`] : [];
  });
  return lines.slice(0, 120).join('\n');
}
