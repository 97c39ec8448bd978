import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pagesFrom } from '#main/documents/pages-from.ts';
import { recognise } from '#main/evidence/service.ts';
import { problem } from '#shared/problem.ts';
import type { SourceHandle } from './handles.ts';

/**
 * The pages of a file outside the vault: a PDF as it lies there, a picture, text or Word file typeset.
 * @throws ProblemError `no-such-file`, `no-pages`, `too-large`, `picture-unreadable`, `docx-unreadable`
 */
export async function looseSource(file: string): Promise<SourceHandle> {
  const name = path.basename(file);
  const info = await stat(file).catch(() => null);
  if (!info) throw problem('no-such-file', `There is no file ${name}.`);
  if (!info.isFile()) throw problem('folder-given', `${name} is not a file.`);
  const { kind, mime } = recognise(await headOf(file), name);
  // What calls itself a PDF is left to the assembler to judge, which can say what is wrong with it.
  if (kind === 'pdf' || path.extname(name).toLowerCase() === '.pdf') return { kind: 'path', file };
  return { kind: 'bytes', bytes: await pagesFrom(await readFile(file), mime, name) };
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
