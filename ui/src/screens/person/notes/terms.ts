// The closed lists of notes, in the order in which they are offered.
import type { NoteType, Scales, Theme } from '../../../lib/bindings';

export const NOTE_TYPES: readonly NoteType[] = [
  'counselling',
  'phone_call',
  'message',
  'practical_support',
  'authority_contact',
  'observation',
  'incident',
];

export const THEMES: readonly Theme[] = [
  'solitude',
  'identity',
  'family',
  'motivation',
  'relapse',
  'threat',
  'work',
  'network',
  'grief',
  'faith',
  'money',
  'other',
];

export const SCALES: readonly (keyof Scales)[] = ['motivation', 'safety', 'loneliness', 'sleep'];
