// Keys that write no letter, by the code points that WebDriver gives them (W3C WebDriver, 17.4.2).

const CODES = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
} as const;

type Letter = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k' | 'l' | 'm' | 'n' | 'o' | 'p' | 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x' | 'y' | 'z';
type Sign = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '?' | '/' | '.' | ',';

/** A key: its name, or the letter or sign that it writes. */
export type Key = keyof typeof CODES | Letter | Sign;

/** What WebDriver calls the key. */
export function code(key: Key): string {
  return key in CODES ? CODES[key as keyof typeof CODES] : key;
}
