// What is about to be sent.
import type { CaseId, SealChoice, Section } from '../../lib/bindings';
import { USUAL } from './words';

export class Sending {
  cases: CaseId[] = $state([]);
  sections: string[] = $state([...USUAL]);
  recipients: string[] = $state([]);
  ground = $state('');
  tried = $state(false);
  busy = $state(false);

  /** What is missing, by part: ids of texts. */
  get faults(): { cases?: string; sections?: string; recipients?: string; ground?: string } {
    return {
      ...(this.cases.length > 0 ? {} : { cases: 'share-persons-missing' }),
      ...(this.sections.length > 0 ? {} : { sections: 'share-sections-missing' }),
      ...(this.recipients.length > 0 ? {} : { recipients: 'share-recipients-missing' }),
      ...(this.ground ? {} : { ground: 'share-ground-missing' }),
    };
  }

  get isComplete(): boolean {
    return Object.keys(this.faults).length === 0;
  }

  toggle(key: string, on: boolean): void {
    const rest = this.recipients.filter((each) => each !== key);
    this.recipients = on ? [...rest, key] : rest;
  }

  choice(): SealChoice {
    return { cases: [...this.cases], recipients: [...this.recipients], sections: [...this.sections] as Section[], ground: this.ground };
  }

  /** A new file begins with nobody chosen, and without the identity. */
  clear(): void {
    this.cases = [];
    this.sections = [...USUAL];
    this.recipients = [];
    this.ground = '';
    this.tried = false;
  }
}
