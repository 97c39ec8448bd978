import { createHash } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { App, Session } from '#main/app.ts';
import { renderDocx } from '#main/documents/service.ts';
import { buildDraft } from '#main/drafts/drafts.ts';
import { fileName, readable, refuseInsideVault } from '#main/output.ts';
import { contentOf } from '#main/vault/blob-reader.ts';
import { diskFault } from '#main/vault/disk-fault.ts';
import { files, PORTION, syncFolder, writeAll } from '#main/vault/files.ts';
import { problem } from '#shared/problem.ts';
import { type ExportedMatter, indexPage } from './page.ts';
import { exportedTables, exportSchema, tableAsJson } from './records.ts';

export interface ExportResult {
  path: string;
  files: number;
  bytes: number;
  matters: number;
  /** What could not be exported, by name, each with the reason; the rest is there. */
  problems: string[];
}

interface Options {
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, total: number, item: string) => void) | undefined;
}

/**
 * Writes everything that a vault holds into a new folder, in formats that need no Misl: every record as JSON with its
 * schema, the exhibits as they came in, the drafts as .docx, the hash of every file, and a page that finds them.
 * Nothing of it is encrypted. The folder gets its name when all of it is written.
 * @throws ProblemError `inside-vault`, `file-exists`, `no-such-folder`, `disk-full`, `cannot-write`, `disk-error`
 */
export async function exportAll(app: App, to: string, options: Options = {}): Promise<ExportResult> {
  const session = app.session!;
  const target = path.resolve(to);
  const partial = path.join(path.dirname(target), `.${path.basename(target)}-${process.pid}.part`);
  refuseInsideVault(target);
  await assertFree(target);
  let isPlaced = false;
  try {
    await mkdir(partial, { mode: 0o700 });
    const result = await fill(app, session, partial, options);
    await assertFree(target);
    files.rename(partial, target);
    isPlaced = true;
    syncFolder(path.dirname(target));
    const detail = JSON.stringify({ files: result.files, bytes: result.bytes, problems: result.problems.length });
    await session.runner.note({ action: 'vault.export', entity: null, entityId: null, matterId: null, detail });
    return { path: target, ...result };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // It has its name already, and the disk would not say that it keeps it.
    if (isPlaced) await rm(target, { recursive: true, force: true });
    throw diskFault(readable(error, target), 'Nothing was exported.');
  }
}

async function assertFree(target: string) {
  const taken = await open(target, 'r').then(
    async (file) => {
      await file.close();
      return true;
    },
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
  if (taken)
    throw problem('file-exists', `There is something at ${path.basename(target)} already. It was left as it is.`, {
      field: 'to',
      hint: 'Choose a new name.',
    });
}

async function fill(app: App, session: Session, folder: string, { signal, onProgress }: Options) {
  const { vault, runner, services } = session;
  const { db } = runner;
  const sums: string[] = [];
  const problems: string[] = [];
  let bytes = 0;
  const write = async (name: string, parts: Iterable<string | Uint8Array>) => {
    const { size, sha256 } = await writeFile(path.join(folder, name), parts, signal);
    sums.push(`${sha256}  ${name}`);
    bytes += size;
  };

  await write('schema.json', [`${JSON.stringify(exportSchema(vault.db), null, 2)}\n`]);
  for (const { table, columns } of exportedTables(vault.db))
    await write(`records/${table}.json`, tableAsJson(vault.db, table, columns));

  const matters = await db
    .selectFrom('matter')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('reference')
    .execute();
  const live = {
    exhibits: await liveFiles(session),
    drafts: await liveDrafts(session),
    proceedings: await list(session),
  };
  const total = live.exhibits.length + live.drafts.length;
  const names = new Names();
  let done = 0;
  const listed: ExportedMatter[] = [];
  for (const matter of matters) {
    const place = names.free(fileName(`${matter.reference} ${matter.title}`));
    const entry: ExportedMatter = { ...matter, proceedings: [], files: [], drafts: [] };
    entry.proceedings = live.proceedings
      .filter(({ matterId }) => matterId === matter.id)
      .map(({ numberText, type, forumName }) => ({ title: numberText ?? type, forum: forumName }));
    for (const file of live.exhibits.filter(({ matterId }) => matterId === matter.id)) {
      onProgress?.(done++, total, file.name);
      const { name, ext } = path.parse(file.name);
      const ending = /^\.[\w-]{1,10}$/.test(ext) ? ext : '';
      const target = names.free(`files/${place}/${String(file.number).padStart(3, '0')} ${fileName(name)}`, ending);
      try {
        await write(target, contentOf(services.blobs.open(file.blobId)));
        entry.files.push({ title: `${file.number}. ${file.title} (${file.name})`, path: target });
      } catch (error) {
        if ((error as { problem?: { code: string } }).problem?.code !== 'blob-damaged') throw error;
        problems.push(`${matter.reference}, exhibit ${file.number}, ${file.name}: ${(error as Error).message}`);
      }
    }
    for (const draft of live.drafts.filter(({ matterId }) => matterId === matter.id)) {
      onProgress?.(done++, total, draft.title);
      const target = names.free(`drafts/${place}/${fileName(draft.title)}`, '.docx');
      const { document } = await buildDraft({ db, clock: app.clock, services }, draft.id);
      await write(target, [await renderDocx(document)]);
      entry.drafts.push({ title: draft.title, path: target });
    }
    listed.push(entry);
  }
  const name = path.basename(vault.dir).replace(/\.misl$/, '');
  await write('index.html', [indexPage({ name, at: app.clock.now(), matters: listed })]);
  await writeFile(path.join(folder, 'SHA256SUMS'), [
    `${sums.sort((a, b) => compare(a.slice(66), b.slice(66))).join('\n')}\n`,
  ]);
  return { files: sums.length + 1, bytes, matters: matters.length, problems };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const liveFiles = ({ runner }: Session) =>
  runner.db
    .selectFrom('exhibitFile')
    .innerJoin('exhibit', 'exhibit.id', 'exhibitFile.exhibitId')
    .select(['exhibitFile.matterId', 'exhibit.number', 'exhibit.title', 'exhibitFile.name', 'exhibitFile.blobId'])
    .where('exhibit.deletedAt', 'is', null)
    .orderBy('exhibit.number')
    .orderBy('exhibitFile.position')
    .execute();

const liveDrafts = ({ runner }: Session) =>
  runner.db
    .selectFrom('draft')
    .select(['id', 'matterId', 'title'])
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute();

const list = ({ runner }: Session) =>
  runner.db
    .selectFrom('proceeding')
    .select(['matterId', 'numberText', 'type', 'forumName'])
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .execute();

/** Names that were given out: on some disks, two that differ in case alone are one. */
class Names {
  readonly #taken = new Set<string>();

  free(name: string, ending = ''): string {
    for (let n = 1; ; n++) {
      const candidate = `${name}${n === 1 ? '' : ` (${n})`}${ending}`;
      const key = candidate.normalize('NFC').toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return candidate;
    }
  }
}

/** Writes a new file durably, bit by bit, so that others who make something durable meanwhile need not wait for it. */
async function writeFile(place: string, parts: Iterable<string | Uint8Array>, signal?: AbortSignal) {
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let size = 0;
  let waiting = 0;
  const fd = files.open(place, 'wx', 0o600);
  try {
    for (const part of parts) {
      signal?.throwIfAborted();
      const bytes = typeof part === 'string' ? Buffer.from(part) : part;
      writeAll(fd, bytes);
      hash.update(bytes);
      size += bytes.length;
      waiting += bytes.length;
      if (waiting < PORTION) continue;
      await files.datasync(fd);
      waiting = 0;
    }
    files.fsync(fd);
  } catch (error) {
    await rm(place, { force: true });
    throw error;
  } finally {
    files.close(fd);
  }
  return { size, sha256: hash.digest('hex') };
}
