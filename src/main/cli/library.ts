import path from 'node:path';
import { loadPacks } from '#main/packs/service.ts';
import type { PackLibrary } from '#shared/packs/library.ts';
import type { CliContext } from './command.ts';
import { RESOURCES, withVault } from './vault.ts';

/** The packs of the program; with a vault, those that are installed in it too. */
export async function libraryOf(context: CliContext, vault: string | undefined): Promise<PackLibrary> {
  if (vault === undefined) return loadPacks([path.join(RESOURCES, 'packs')]).library;
  return withVault(context, vault, (app) => Promise.resolve(app.session!.services.packs), { readonly: true });
}
