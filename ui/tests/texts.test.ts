import { FluentResource } from '@fluent/bundle';
import { describe, expect, it, vi } from 'vitest';
import { Failure, failureText } from '../src/lib/failure';
import { attribute, t, term } from '../src/lib/i18n';
import { language } from '../src/lib/language.svelte';

const files = import.meta.glob<string>('../../assets/locales/ui/*.ftl', { query: '?raw', import: 'default', eager: true });

function variables(node: unknown, found = new Set<string>()): Set<string> {
  if (node && typeof node === 'object') {
    if ((node as { type?: string }).type === 'var') found.add((node as { name: string }).name);
    for (const value of Object.values(node)) variables(value, found);
  }
  return found;
}

function shape(lang: string): Map<string, string> {
  const out = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith(`.${lang}.ftl`)) continue;
    for (const message of new FluentResource(text).body) {
      if (out.has(message.id)) throw new Error(`${message.id} stands twice`);
      out.set(message.id, [...Object.keys(message.attributes), ...variables(message)].sort().join(' '));
    }
  }
  return out;
}

describe('the catalogues', () => {
  it('say the same things in both languages, with the same values', () => {
    expect(Object.fromEntries(shape('en'))).toEqual(Object.fromEntries(shape('sv')));
  });

  it('hold every text that the source asks for by name', () => {
    const known = shape('sv');
    const sources = import.meta.glob<string>(['../src/**/*.{ts,svelte}', '!../src/gallery/**', '!../src/**/*.test.ts'], {
      query: '?raw',
      import: 'default',
      eager: true,
    });
    const missing: string[] = [];
    for (const [path, source] of Object.entries(sources)) {
      const asked = source.matchAll(/(?<![.\w])(?:t|attribute|has)\(\s*'([a-z0-9-_]+)'/g);
      for (const [, id] of asked) if (id && !known.has(id)) missing.push(`${path}: ${id}`);
    }
    expect(missing).toEqual([]);
  });
});

describe('a text', () => {
  it('follows the language', () => {
    language.set('sv');
    expect(t('common-cancel')).toBe('Avbryt');
    language.set('en');
    expect(t('common-cancel')).toBe('Cancel');
    expect(document.documentElement.lang).toBe('en');
    language.set('sv');
  });

  it('carries its values without invisible marks', () => {
    expect(t('common-week', { week: '48' })).toBe('Vecka 48');
    expect(t('common-days', { count: 1 })).toBe('1 dag');
  });

  it('shows its id when it is missing, so that it is seen', () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(t('no-such-text')).toBe('no-such-text');
    expect(attribute('common-cancel', 'data')).toBeNull();
    log.mockRestore();
  });

  it('names the term of a list', () => {
    expect(term('need-area', 'housing_emergency')).not.toContain('need-area');
  });
});

describe('a failure', () => {
  it('says what happened, whether data is safe and what to do', () => {
    const text = failureText(new Failure('disk-full'));
    expect(text.what).toBe('Disken är full.');
    expect(text.data).toBeTruthy();
    expect(text.todo).toBeTruthy();
  });

  it('without words of its own still says all three, with its code', () => {
    const text = failureText(new Failure('brand-new'));
    expect(text.what).toContain('brand-new');
    expect(text.data && text.todo).toBeTruthy();
  });

  it('thrown by anything else is unexpected, and says nothing of its insides', () => {
    expect(failureText(new Error('secret words')).what).not.toContain('secret');
  });
});
