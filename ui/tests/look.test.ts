// What can be shown of the look without looking: contrast, and that nothing breaks the page's policy.
import { describe, expect, it } from 'vitest';
import tokens from '../src/styles/tokens.css?raw';

type Rgb = [number, number, number];

/** oklch to linear-light sRGB (Björn Ottosson's matrices), clipped as a screen does. */
function linear(l: number, c: number, h: number): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const L = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const M = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const S = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (x: number) => Math.min(1, Math.max(0, x));
  return [
    clip(4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S),
    clip(-1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S),
    clip(-0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S),
  ];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function colour(name: string, theme: 0 | 1): number {
  const match = new RegExp(`--${name}: light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)`).exec(tokens);
  if (!match) throw new Error(`no colour ${name}`);
  const [l = 0, c = 0, h = 0] = (match[theme + 1] ?? '').split(/\s+/).map(Number);
  return luminance(linear(l, c, h));
}

function contrast(one: string, other: string, theme: 0 | 1): number {
  const [low = 0, high = 0] = [colour(one, theme), colour(other, theme)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['paper', 'sheet', 'sunk', 'hover'];
const texts: [string, string[]][] = [
  ['ink', [...surfaces, 'sea-soft', 'safety-soft', 'waiting-soft', 'done-soft']],
  ['ink-2', [...surfaces, 'sea-soft', 'safety-soft']],
  ['ink-3', ['paper', 'sheet', 'sunk', 'hover', 'sea-soft']],
  ['sea', ['paper', 'sheet', 'sunk']],
  ['sea-strong', ['sea-soft', 'paper']],
  ['on-sea', ['sea', 'sea-strong']],
  ['on-safety', ['safety']],
  ['done-text', ['paper', 'sheet', 'done-soft']],
  ['waiting-text', ['paper', 'sheet', 'waiting-soft']],
  ['safety-text', ['paper', 'sheet', 'safety-soft']],
];
const marks: [string, string[]][] = [
  ['edge', ['paper', 'sheet']],
  ['sea', surfaces],
  ['done', ['paper', 'sheet']],
  ['on-done', ['done']],
  ['waiting', ['paper', 'sheet']],
  ['safety', ['paper', 'sheet']],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s theme', (_, theme) => {
  it.each(texts.flatMap(([text, on]) => on.map((surface) => [text, surface])))('%s can be read on %s', (text, surface) => {
    expect(contrast(text ?? '', surface ?? '', theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks.flatMap(([mark, on]) => on.map((surface) => [mark, surface])))('%s can be seen on %s', (mark, surface) => {
    expect(contrast(mark ?? '', surface ?? '', theme)).toBeGreaterThanOrEqual(3);
  });
});

describe('the source', () => {
  const sources = Object.entries(
    import.meta.glob<string>(['../src/**/*.{svelte,ts,css}', '../index.html', '!../src/gallery/**'], {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  );

  it('has no style attribute, no raw HTML and no code made from text, which the policy would stop', () => {
    const found = sources.filter(([, text]) => /\sstyle="|\{@html|innerHTML|setAttribute\('style'|\beval\(|new Function/.test(text));
    expect(found.map(([path]) => path)).toEqual([]);
  });

  it('names no colour outside the tokens', () => {
    const found = sources.filter(
      ([path, text]) => !path.endsWith('tokens.css') && /\.(svelte|css)$/.test(path) && /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i.test(path.endsWith('.css') ? text : (/<style[\s\S]*$/.exec(text)?.[0] ?? '')),
    );
    expect(found.map(([path]) => path)).toEqual([]);
  });

  it('keeps nothing in the browser and reaches no network', () => {
    const found = sources.filter(([, text]) => /localStorage|sessionStorage|indexedDB|\bfetch\(|XMLHttpRequest|WebSocket|https?:\/\/(?!ipc)/.test(text));
    expect(found.map(([path]) => path)).toEqual([]);
  });
});
