import type { Clause } from './clauses.ts';
import type { StatusOrder, StatusRun } from './records.ts';

/** A language of the statement: each clause in words, and how clauses are joined. */
export interface StatusWords {
  /**
   * One clause as runs, without a mark at its end.
   * @param before the clause before it in the same sentence
   */
  clause(clause: Clause, before: Clause | undefined): StatusRun[];
  /** What stands between two clauses of one sentence. */
  join(clause: Clause, before: Clause): string;
  /** The mark at the end of a sentence. */
  stop: string;
  /** A whole text made ready for that language: numbers and dates kept in order. */
  finish(text: string): string;
  /** Whether each run has to be finished by itself: in right-to-left text every number is isolated. */
  marks: boolean;
  /** An order as a source, with what shows it. */
  source(order: StatusOrder): string;
}

export const plain = (text: string, sourceId: string | null = null): StatusRun => ({ text, strong: false, sourceId });
export const strong = (text: string, sourceId: string | null = null): StatusRun => ({ text, strong: true, sourceId });
