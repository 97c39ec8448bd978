import type { z } from 'zod';
import type { Problem } from '../problem.ts';
import { backupCalls } from './backup.ts';
import { bundleVersionCalls } from './bundle-versions.ts';
import { bundleCalls } from './bundles.ts';
import type { CallSpec } from './call.ts';
import { checkCalls } from './checks.ts';
import { deadlineCalls } from './deadlines.ts';
import { diaryCalls } from './diary.ts';
import { draftCalls } from './drafts.ts';
import type { EventName, EventPayload } from './events.ts';
import { evidenceCalls } from './evidence.ts';
import { factCalls } from './facts.ts';
import { filingCalls } from './filings.ts';
import { intakeCalls } from './intake.ts';
import { issueCalls } from './issues.ts';
import { leakcheckCalls } from './leakcheck.ts';
import { logCalls } from './log.ts';
import { matterCalls } from './matters.ts';
import { openingCalls } from './opening.ts';
import { packCalls } from './packs.ts';
import { proceedingCalls } from './proceedings.ts';
import { redactionCalls } from './redaction.ts';
import { statusCalls } from './status.ts';
import { unsavedCalls } from './unsaved.ts';
import { vaultCalls } from './vault.ts';

/** Every call between the page and the main process: what goes in, what comes out, what it may touch. */
export const contract = {
  ...vaultCalls,
  ...unsavedCalls,
  ...backupCalls,
  ...logCalls,
  ...matterCalls,
  ...openingCalls,
  ...proceedingCalls,
  ...statusCalls,
  ...filingCalls,
  ...diaryCalls,
  ...deadlineCalls,
  ...evidenceCalls,
  ...factCalls,
  ...issueCalls,
  ...draftCalls,
  ...bundleCalls,
  ...bundleVersionCalls,
  ...checkCalls,
  ...intakeCalls,
  ...leakcheckCalls,
  ...packCalls,
  ...redactionCalls,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller gives. */
export type Input<N extends CallName> = z.input<Contract[N]['input']>;
/** What a service gets, after validation. */
export type Given<N extends CallName> = z.output<Contract[N]['input']>;
/** What a service gives. */
export type Result<N extends CallName> = z.input<Contract[N]['output']>;
/** What a caller gets, after validation. */
export type Output<N extends CallName> = z.output<Contract[N]['output']>;

/** Answers travel as values: a thrown error would lose everything but its message on the way. */
export type Answer<T> = { ok: true; value: T; undo: string | null } | { ok: false; problem: Problem };

/** What the preload exposes to the page as `window.misl`. */
export interface Bridge {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Answer<Output<N>>>;
  /** @returns the function that ends the subscription */
  subscribe<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
  /** The path of a file that was dropped or chosen; '' for one that the page made itself. */
  pathOf(file: File): string;
}

export function specOf(name: CallName): CallSpec {
  return contract[name];
}
