import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { App } from '#main/app.ts';
import { renderPdf } from '#main/documents/service.ts';
import { fileName, readable, refuseInsideVault } from '#main/output.ts';
import type { Query } from '#main/services.ts';
import { uuidv7 } from '#main/store/ids.ts';
import type { Produced } from '#shared/contract/bundles.ts';
import { type FolderIndex, folderIndexDocument } from '#shared/domain/drafting/folder-index.ts';
import { ProblemError, problem } from '#shared/problem.ts';
import { asJob, type Despite, leaveVault, noteExport } from './exporting.ts';
import type { BundleParts } from './parts.ts';
import { type Original, originalsOf } from './sources.ts';

const INDEX = 'Index.pdf';
const SUMS = 'SHA256SUMS';

interface Placed {
  file: string;
  bytes: number;
  sha256: string;
}

/**
 * A folder of the documents as they came, numbered as the bundle has them, with an index (PDF/A-2b) and their hashes.
 * It gets its name when it is whole.
 *
 * @throws ProblemError `folder-in-the-way` where something stands under its name; `inside-vault`
 */
export async function produceFolder(
  app: App,
  parts: BundleParts,
  target: string,
  despite: Despite | undefined,
): Promise<Produced> {
  const { runner, services } = app.session!;
  const context: Query = { db: runner.db, clock: app.clock, services };
  refuseInsideVault(target);
  if (await stat(target).catch(() => null))
    throw problem('folder-in-the-way', `${path.basename(target)} is there already. Nothing was written.`, {
      hint: 'Choose another name.',
    });
  const staging = path.join(path.dirname(target), `.${path.basename(target).slice(0, 80)}.${uuidv7().slice(-8)}.part`);
  try {
    return await asJob(app, 'bundles.produce', async (signal, onProgress) => {
      await mkdir(staging, { mode: 0o700 });
      const placed: Placed[] = [];
      const skipped: Produced['skipped'] = [];
      const sections: FolderIndex['sections'] = [];
      const total = parts.sections.reduce((sum, { items }) => sum + items.length, 0);
      let serial = 0;
      let ordinary = 0;
      for (const { title, items } of parts.sections) {
        const rows: FolderIndex['sections'][number]['rows'] = [];
        for (const item of items) {
          signal.throwIfAborted();
          onProgress({ unit: 'files', done: serial, total, item: item.title });
          serial += 1;
          const originals = await originalsOrReason(context, item.row, parts.bundle.audience);
          if (typeof originals === 'string') {
            skipped.push({ file: item.title, reason: originals });
            // Its number is not given to another; what it is, the index of these readers does not say.
            rows.push({ number: String(serial).padStart(3, '0'), leftOut: originals });
            continue;
          }
          for (const [i, original] of originals.entries()) {
            const number = String(serial).padStart(3, '0') + (originals.length > 1 ? `.${i + 1}` : '');
            const name = `${number} ${fileName(item.title)}${path.extname(original.name).toLowerCase()}`;
            const written = await writeOriginal(context, original, path.join(staging, name));
            if (original.kind === 'bytes' && !original.isArchival) ordinary += 1;
            placed.push({ file: name, ...written });
            rows.push({
              number,
              title: item.title,
              mark: item.mark,
              date: item.date,
              file: name,
              sha256: written.sha256,
            });
          }
        }
        if (rows.length > 0) sections.push({ title, rows });
      }
      if (placed.length === 0)
        throw problem('bundle-empty', 'This bundle has no documents yet.', {
          hint: 'Add an exhibit, an order or a draft to one of its sections.',
        });
      const index = folderIndexDocument({
        title: parts.front.title,
        caseNumber: parts.front.caseNumber,
        on: app.clock.today(),
        sample: parts.front.sample,
        sections,
      });
      const pdf = await renderPdf(index, { archival: true });
      await writeFile(path.join(staging, INDEX), pdf, { flag: 'wx', mode: 0o600 });
      const first = { file: INDEX, bytes: pdf.length, sha256: createHash('sha256').update(pdf).digest('hex') };
      const all = [first, ...placed];
      const sums = all.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join('');
      await writeFile(path.join(staging, SUMS), sums, { flag: 'wx', mode: 0o600 });
      signal.throwIfAborted();
      const leaving = all.map(({ file }) => ({ from: path.join(staging, file), to: path.join(target, file) }));
      await leaveVault(app, parts, leaving, { signal, onProgress, despite });
      await rename(staging, target);
      const sha256 = createHash('sha256').update(sums).digest('hex');
      await noteExport(app, parts, [{ sha256, pages: 0 }]);
      return {
        path: target,
        pages: 0,
        bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
        sha256,
        files: all.map(({ file, ...rest }) => ({ path: path.join(target, file), pages: 0, ...rest, volume: null })),
        items: [],
        checks: [
          { id: 'originals', ok: true, message: `${placed.length} files as they came, each with its hash in ${SUMS}` },
          ordinary === 0
            ? { id: 'pdf-a', ok: true, message: 'What Misl typeset for this folder is PDF/A-2b' }
            : {
                id: 'pdf-a',
                ok: false,
                message: `${ordinary} typeset documents hold signs that are in no font, and are ordinary PDFs`,
              },
        ],
        skipped,
      };
    });
  } catch (error) {
    throw readable(error, target);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** The originals of an item, or why there are none for these readers. */
async function originalsOrReason(
  context: Query,
  row: Parameters<typeof originalsOf>[1],
  audience: string,
): Promise<Original[] | string> {
  try {
    const originals = await originalsOf(context, row, audience);
    return originals.length > 0 ? originals : 'This has no file in the vault yet.';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problem.message;
  }
}

/** Copies what is in the vault byte for byte, or writes what was typeset. */
async function writeOriginal({ services }: Query, original: Original, file: string): Promise<Omit<Placed, 'file'>> {
  const hash = createHash('sha256');
  const out = await open(file, 'wx', 0o600);
  let bytes = 0;
  const write = async (part: Uint8Array) => {
    hash.update(part);
    bytes += part.length;
    await out.writeFile(part);
  };
  try {
    if (original.kind === 'bytes') await write(original.bytes);
    else {
      const reader = services.blobs.open(original.blobId);
      try {
        const part = Buffer.allocUnsafe(1024 * 1024);
        while (bytes < reader.size) {
          const got = reader.read(part, 0, part.length, bytes);
          if (got === 0) break;
          await write(part.subarray(0, got));
        }
      } finally {
        reader.close();
      }
    }
    await out.sync();
  } finally {
    await out.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}
