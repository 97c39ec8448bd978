import type { PackLibrary } from '#shared/packs/library.ts';
import type { PackShelf } from './packs/service.ts';
import type { CommandContext, JobContext, QueryContext } from './store/context.ts';
import type { BlobStore } from './vault/blobs.ts';
import type { OpenVault } from './vault/vault.ts';

/** What a service may need beside the database. */
export interface Services {
  /** The packs of the program with those that the user installed in this vault. */
  readonly packs: PackLibrary;
  /** Where they come from, and what they would be with others. */
  shelf: PackShelf;
  blobs: BlobStore;
  /** The folder of the vault's partial files. */
  tmp: string;
}

export type Query = QueryContext<Services>;
export type Command = CommandContext<Services>;
export type Job = JobContext<Services>;

/** A job that works on the vault itself, and not on what it holds. */
export interface VaultJob extends Job {
  vault: OpenVault;
  /** Writes an entry of the log, with counts, moments and ids alone. */
  note(action: string, detail: Record<string, string | number | boolean>): Promise<void>;
}
