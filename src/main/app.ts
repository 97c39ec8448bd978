import type { EventName, EventPayload, LOCK_REASONS } from '#shared/contract/events.ts';
import type { Answer, CallName, Input, Output, Result } from '#shared/contract/index.ts';
import type { SecretPurpose } from '#shared/contract/secret-window.ts';
import type { Services } from './services.ts';
import type { Clock } from './store/context.ts';
import type { Runner } from './store/runner.ts';
import type { OpenVault } from './vault/vault.ts';

export type LockReason = (typeof LOCK_REASONS)[number];

/** An open vault with what works on it. */
export interface Session {
  vault: OpenVault;
  runner: Runner<Services>;
  services: Services;
}

/** What the program is shown in: a window, or a terminal. Everything that only one of them can do is asked for here. */
export interface HostPort {
  publish<N extends EventName>(name: N, payload: EventPayload<N>): void;
  chooseFiles(options: { folder?: boolean; multiple?: boolean; extensions?: string[] }): Promise<string[]>;
  chooseTarget(suggestion: string): Promise<string | null>;
  /** Puts text on the clipboard; a secret is cleared after a while, and both when the vault is locked. */
  copy(text: string, secret: boolean): Promise<void>;
  /** Asks in a native dialog, which no script in a page can press. */
  confirm(question: { message: string; detail: string; action: string }): Promise<boolean>;
  /** Opens the window that asks for secrets, where there are windows; answers when it is closed. */
  askSecret?(purpose: SecretPurpose, about: string): Promise<Result<'vault.askSecret'>>;
  /** Shows a file that was written in the file manager. */
  reveal(file: string): void;
}

export interface App {
  readonly clock: Clock;
  readonly host: HostPort;
  /** The folder of packs, fonts and the sample. */
  readonly resources: string;
  session: Session | null;
  lockReason: LockReason;
  /** The vault that was open before it was locked. */
  lastVault: { dir: string; name: string } | null;
  /** Running jobs by their id. */
  readonly jobs: Map<string, AbortController>;
  /** Calls a use case; what goes wrong is thrown as a ProblemError. */
  call<N extends CallName>(name: N, input: Input<N>, signal?: AbortSignal): Promise<Output<N>>;
  /** The same, for callers that are not to be trusted and get no exception. */
  answer(name: string, input: unknown): Promise<Answer<unknown>>;
}
