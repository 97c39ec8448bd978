/** What went wrong, in a form that may travel to the page or to standard output: no stack, no path of ours, no secret. */
export interface Problem {
  /** Stable, in kebab case: what tests and the catalogue of messages know it by. */
  code: string;
  /** What happened and what is safe, as one or two sentences. */
  message: string;
  /** The path of the input field that is wrong, as in `orders.0.date`. */
  field?: string;
  /** What to do now. */
  hint?: string;
}

/** The one error that is meant to be read by the user. Anything else that is thrown is reported as `internal`. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** A problem to throw: `throw problem('wrong-passphrase', 'This passphrase does not open the vault.')`. */
export function problem(code: string, message: string, more: Omit<Problem, 'code' | 'message'> = {}, cause?: unknown) {
  return new ProblemError({ code, message, ...more }, cause === undefined ? undefined : { cause });
}
