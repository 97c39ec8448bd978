import type { z } from 'zod';

/**
 * What a call reads or writes, by the name of the table: the page throws away its copies of what was touched, and a
 * command that writes anything it did not name is rolled back.
 */
export type Topic = string;

/** One entry of the contract: the shape of what goes in and comes out, and what the call may touch. */
export interface CallSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  input: I;
  output: O;
  touches: readonly Topic[];
  /** May be called while the vault is locked. */
  locked?: true;
  /** Carries a secret: never logged, cached or undone. */
  secret?: true;
}

/** Keeps the types of one room's calls while it checks their form. */
export function calls<T extends Record<string, CallSpec>>(specs: T): T {
  return specs;
}
