import type { PackFile } from './schema.ts';
import type { ParsedText } from './yaml.ts';

/** A pack as its files say it, checked by itself but not yet against the packs that it extends. */
export interface PackSource {
  manifest: NonNullable<PackFile['pack']>;
  files: readonly SourceFile[];
  /** The file that holds the manifest. */
  home: SourceFile;
  /** The user wrote and installed it: its rows say so wherever they are shown. */
  own?: true;
}
export interface SourceFile {
  value: PackFile;
  errorAt: ParsedText['errorAt'];
  file: string;
}
