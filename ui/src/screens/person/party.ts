// A new party by its name alone; more about it is written where parties are kept.
import { commands, type Party, type PartyKind } from '../../lib/bindings';
import { call } from '../../lib/call';
import { term } from '../../lib/i18n';
import { toast } from '../../lib/toast.svelte';
import { newId } from '../../lib/uuid';
import { forgetUndo } from './change';

export const PARTY_KINDS: readonly PartyKind[] = [
  'social_services',
  'police',
  'probation',
  'health_care',
  'employment_service',
  'social_insurance',
  'enforcement',
  'housing',
  'school',
  'association',
  'employer',
  'other',
];

/** The kind that a name speaks of: "Socialtjänsten Norr" is the social services. */
export function kindOfParty(name: string): PartyKind {
  const words = name.toLocaleLowerCase();
  const found = PARTY_KINDS.find((kind) => kind !== 'other' && words.includes(term('party-kind', kind).toLocaleLowerCase()));
  return found ?? 'other';
}

/** Keeps a party and gives its id; null, with a message, when it could not be kept. */
export async function createParty(name: string): Promise<string | null> {
  const party: Party = { id: newId(), name, kind: kindOfParty(name), phone: '', people: [] };
  try {
    await call(commands.partySave(party));
    forgetUndo();
    return party.id;
  } catch (thrown) {
    toast.error(thrown);
    return null;
  }
}
