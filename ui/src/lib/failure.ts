// What went wrong, as a stable code with values; the catalogue turns it into sentences.
import { attribute, has, t } from './i18n';

export class Failure extends Error {
  readonly code: string;
  readonly params: Record<string, string>;

  constructor(code: string, params: Record<string, string> = {}) {
    super(code);
    this.name = 'Failure';
    this.code = code;
    this.params = params;
  }
}

export interface FailureText {
  /** What happened. */
  what: string;
  /** Whether the data is safe. */
  data: string | null;
  /** What to do now. */
  todo: string | null;
}

/** Anything thrown, as a Failure: one of ours as it is, everything else as "unexpected". */
export function asFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : new Failure('unexpected');
}

/** The three sentences of a failure, in the present language. */
export function failureText(thrown: unknown): FailureText {
  const { code, params } = asFailure(thrown);
  const id = has(`error-${code}`) ? `error-${code}` : 'common-error-unknown';
  const vars = { ...params, code };
  return { what: t(id, vars), data: attribute(id, 'data', vars), todo: attribute(id, 'todo', vars) };
}
