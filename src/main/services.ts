import type { PackLibrary } from '#shared/packs/library.ts';
import type { CommandContext, JobContext, QueryContext } from './store/context.ts';
import type { BlobStore } from './vault/blobs.ts';

/** What a service may need beside the database. */
export interface Services {
  packs: PackLibrary;
  blobs: BlobStore;
  /** The folder of the vault's partial files. */
  tmp: string;
}

export type Query = QueryContext<Services>;
export type Command = CommandContext<Services>;
export type Job = JobContext<Services>;
