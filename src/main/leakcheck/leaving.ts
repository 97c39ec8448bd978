import { createHash } from 'node:crypto';
import type { App } from '#main/app.ts';
import { renderDocx, renderPdf } from '#main/documents/service.ts';
import { type Written, writeOutput } from '#main/output.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { retold } from '#shared/domain/leakcheck/retell.ts';
import { assertNoLeaks, type Leaving } from './guard.ts';
import { readAs } from './pseudonyms.ts';

/** What is about to leave the vault, but for its content. */
export type About = Omit<Leaving, 'files'>;

/**
 * Writes a finished file where it was to go, when it discloses nothing to its readers or leaves with a reason.
 * @throws ProblemError `leak-found`, and those of `writeOutput`
 */
export async function writeSearched(
  app: App,
  target: string,
  bytes: Uint8Array,
  { overwrite, ...about }: About & { overwrite: boolean },
): Promise<Written> {
  const { runner, services } = app.session!;
  await assertNoLeaks(
    { db: runner.db, clock: app.clock, services },
    { ...about, files: [{ name: target, handle: { kind: 'bytes', bytes } }] },
    { note: runner.note },
  );
  return writeOutput(target, bytes, { overwrite });
}

/** Whose names are kept from whom. */
interface Readers {
  matterIds: readonly string[];
  audience: string;
}

/**
 * Where a file is to be written: at the path given, else where the user says. The name that is suggested has pseudonyms
 * as the document has; null where the user thought better of it.
 */
export async function targetFor(
  app: App,
  path: string | undefined,
  name: string,
  { matterIds, audience }: Readers,
): Promise<string | null> {
  if (path !== undefined) return path;
  return app.host.chooseTarget((await readAs(app.session!.runner.db, matterIds, audience))(name));
}

/** A document as its readers may see it, with pseudonyms for the names of these matters, as a Word file or a PDF. */
export async function renderFor(
  app: App,
  document: BlockDocument,
  { matterIds, audience, format }: Readers & { format: 'docx' | 'pdf' },
): Promise<Uint8Array> {
  const own = retold(document, await readAs(app.session!.runner.db, matterIds, audience));
  return format === 'docx' ? renderDocx(own) : renderPdf(own);
}

/** Copies a statement for others to read, as `renderFor` and `writeSearched` would write it. */
export async function copySearched(
  app: App,
  { matterIds, text, audience, despite }: Given<'leakcheck.copy'>,
): Promise<Result<'leakcheck.copy'>> {
  const { runner, services } = app.session!;
  const said = (await readAs(runner.db, matterIds, audience))(text);
  const bytes = Buffer.from(said, 'utf8');
  const [first] = matterIds;
  const about = { entity: 'matter', id: first!, matterId: first!, audience };
  await assertNoLeaks(
    { db: runner.db, clock: app.clock, services },
    { ...about, despite, files: [{ name: COPIED, handle: { kind: 'bytes', bytes } }] },
    { note: runner.note },
  );
  await app.host.copy(said, false);
  const detail = JSON.stringify({ sha256: createHash('sha256').update(bytes).digest('hex'), audience });
  await runner.note({ action: 'statement.copy', entity: 'matter', entityId: first!, matterId: first!, detail });
  return { copied: true };
}

/** What a copied text is called where its places are listed. */
const COPIED = 'copied text.txt';
