import { ProblemError } from '#shared/problem.ts';
import { openEncryption } from './crypt.ts';
import { PdfFile } from './file.ts';
import { loosePages, type PageEntry, walkPages } from './page-tree.ts';
import { rebuildTable } from './rebuild.ts';
import { type ByteSource, SourceFailure, type SourceProblemCode } from './types.ts';
import { isDict, Malformed, Ref } from './values.ts';
import { readXref } from './xref.ts';

/** A source that is open for copying. */
export interface OpenedSource {
  readonly file: PdfFile;
  readonly pages: readonly PageEntry[];
  /** Objects of the page tree above the pages: nothing may refer to them in the bundle. */
  readonly nodes: readonly number[];
}

/** Opens a source: its table of objects, its encryption, its pages. Throws SourceFailure when it can't be taken. */
export function openSource(
  source: ByteSource,
  password: string | undefined,
  noted: (code: SourceProblemCode, detail?: string) => void,
): OpenedSource {
  if (source.size === 0) throw new SourceFailure('empty', 'This file is empty.');
  const file = new PdfFile(guarded(source), noted);
  const decrypt = () => setDecryption(file, password);
  let loose: number[] = [];
  file.rebuild = (why) => {
    file.noted('rebuilt', why);
    loose = rebuildTable(file, decrypt);
  };
  try {
    try {
      readXref(file);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      file.rebuild(error.message);
    }
    decrypt();
    let walked = walkPages(file);
    if (walked.pages.length === 0 && !file.rebuilt) {
      file.rebuild('no pages');
      decrypt();
      walked = walkPages(file);
    }
    const pages = walked.pages.length > 0 ? walked.pages : loosePages(file, loose);
    if (pages.length === 0) throw noPages(file);
    return { file, pages, nodes: walked.nodes };
  } catch (error) {
    if (error instanceof Malformed) throw new SourceFailure('unreadable', `This file can't be read: ${error.message}.`);
    throw error;
  }
}

/** What the disk or the vault says against reading is a reason to leave out this source, not to end the whole. */
function guarded(source: ByteSource): ByteSource {
  return {
    size: source.size,
    read(into, offset, length, position) {
      try {
        return source.read(into, offset, length, position);
      } catch (error) {
        if (error instanceof ProblemError) throw new SourceFailure('unreadable', error.problem.message);
        throw new SourceFailure('unreadable', 'This file could not be read from where it lies.');
      }
    },
  };
}

function noPages(file: PdfFile): SourceFailure {
  const isPdf = file.windows.bytesAt(0, 1024).includes('%PDF-') || file.table.highest > 0;
  return isPdf
    ? new SourceFailure('no-pages', 'No page was found in this document.')
    : new SourceFailure('not-a-pdf', 'This file is not a PDF document.');
}

function setDecryption(file: PdfFile, password: string | undefined): void {
  if (file.decryption) return;
  const said = file.trailer.get('Encrypt');
  const dict = file.deref(said);
  if (!isDict(dict)) return;
  file.encryptionObject = said instanceof Ref ? said.num : -1;
  const ids = file.deref(file.trailer.get('ID'));
  const id = Array.isArray(ids) ? file.deref(ids[0]) : null;
  file.forget();
  file.decryption = openEncryption(dict, Buffer.isBuffer(id) ? id : Buffer.alloc(0), password, file.deref);
  file.noted('decrypted');
}
