import type { Connection } from '#main/store/connection.ts';
import type { PackLibrary } from '#shared/packs/library.ts';
import { readPack } from '#shared/packs/read.ts';
import type { LibraryError } from '#shared/packs/resolve.ts';
import type { PackSource } from '#shared/packs/source.ts';
import type { PackText } from '#shared/packs/yaml.ts';
import { loadPacks } from './load.ts';

/** A pack that the user installed, as the vault keeps it. */
export interface OwnPack {
  id: string;
  fileName: string;
  files: readonly PackText[];
  enabled: boolean;
  installedAt: string;
}

type Loaded = ReturnType<typeof loadPacks>;

/** The packs that an open vault works with. */
export interface PackShelf {
  /** The packs of the program with the enabled ones of the vault; put together once, until one of them changes. */
  library(): PackLibrary;
  /** What the user installed, in the order in which it was. */
  own(): OwnPack[];
  /** What the packs would be with these in place of the installed ones. */
  tried(own: readonly OwnPack[]): Loaded;
  /** After a pack was installed, changed or removed. */
  forget(): void;
}

/**
 * @param root the folder of the program's own packs
 * @param db the open vault
 */
export function packShelf(root: string, db: Connection): PackShelf {
  let loaded: PackLibrary | null = null;
  const own = () =>
    (db.prepare('SELECT * FROM user_pack ORDER BY installed_at, id').all() as Record<string, string | number>[]).map(
      (row): OwnPack => ({
        id: String(row.id),
        fileName: String(row.file_name),
        files: JSON.parse(String(row.files)) as PackText[],
        enabled: row.enabled === 1,
        installedAt: String(row.installed_at),
      }),
    );
  const tried = (packs: readonly OwnPack[]): Loaded => {
    const errors: LibraryError[] = [];
    const sources: PackSource[] = [];
    for (const { id, files, enabled } of packs) {
      if (!enabled) continue;
      const read = readPack(files);
      if (read.source) sources.push({ ...read.source, own: true });
      errors.push(...read.errors.map((error) => ({ pack: id, ...error })));
    }
    const { library, errors: faults } = loadPacks([root], sources);
    return { library, errors: [...errors, ...faults] };
  };
  return {
    library() {
      loaded ??= tried(own()).library;
      return loaded;
    },
    own,
    tried,
    forget() {
      loaded = null;
    },
  };
}
