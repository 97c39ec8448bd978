import type { App } from '#main/app.ts';
import { renderFor, targetFor, writeSearched } from '#main/leakcheck/service.ts';
import { fileName, type Written } from '#main/output.ts';
import { find } from '#main/store/rows.ts';
import type { Given, Output, Result } from '#shared/contract/index.ts';
import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import {
  clientStatusDocument,
  statusDocument as documentOf,
  paragraphsOf,
  type StatusStatement,
} from '#shared/domain/drafting/status-statement.ts';
import type { Audience } from '#shared/domain/leakcheck/audience.ts';
import { problem } from '#shared/problem.ts';
import { statusOf, statusOfClient } from './status.ts';

/** The statement as a document: the whole, then each proceeding with its five facts and what they rest on. */
export async function statusDocument(
  app: App,
  matterId: string,
  status: Output<'proceedings.status'>,
): Promise<BlockDocument> {
  return documentOf(await statementOf(app, matterId, status));
}

/** The statements of every matter of a client as one document. */
export async function clientDocument(
  app: App,
  { client, matters }: Output<'proceedings.statusOfClient'>,
): Promise<BlockDocument> {
  const statements: StatusStatement[] = [];
  for (const { matterId, status } of matters) statements.push(await statementOf(app, matterId, status));
  return clientStatusDocument(client, statements);
}

async function statementOf(
  { session }: App,
  matterId: string,
  status: Output<'proceedings.status'>,
): Promise<StatusStatement> {
  const matter = await find(session!.runner.db, 'matter', matterId);
  return {
    matter: { title: matter.title, reference: matter.reference },
    asOf: status.asOf,
    language: status.language,
    sample: matter.isSample === 1,
    audience: null,
    headnote: status.runs,
    proceedings: status.proceedings.map((each) => ({
      title: each.title,
      forum: each.forumName,
      number: each.numberText,
      paragraphs: [
        ...paragraphsOf(each.runs),
        ...each.facts.map(({ label, value, basis }) => [
          { text: /[?؟]$/.test(label) ? `${label} ` : `${label}: `, strong: true },
          { text: basis ? `${value}; ${basis}` : value, strong: false },
        ]),
      ],
      sources: each.sources.map(({ text }) => text),
    })),
  };
}

/** Where a statement goes, who is to read it, and why it leaves although something was found in it. */
interface StatementTarget {
  path: string;
  overwrite: boolean;
  audience: Audience;
  despite: Given<'proceedings.saveStatus'>['despite'];
}

/**
 * Writes a statement as a Word file that its readers may see, and notes that it left the vault. What is found in it is
 * asked for by the first of its matters.
 *
 * @throws ProblemError `leak-found`
 */
export async function writeStatement(
  app: App,
  { document, matterIds, isOfClient }: { document: BlockDocument; matterIds: string[]; isOfClient: boolean },
  { path, overwrite, audience, despite }: StatementTarget,
): Promise<Written> {
  const [first = ''] = matterIds;
  const about = isOfClient
    ? { entity: null, id: null, matterId: null, heldAs: first }
    : { entity: 'matter', id: first, matterId: first };
  const bytes = await renderFor(app, document, { matterIds, audience, format: 'docx' });
  const written = await writeSearched(app, path, bytes, { ...about, audience, overwrite, despite });
  const { entity, id, matterId } = about;
  const detail = JSON.stringify({ sha256: written.sha256, bytes: written.bytes, audience });
  await app.session!.runner.note({ action: 'status.export', entity, entityId: id, matterId, detail });
  return written;
}

/**
 * Writes the status of a matter, or of every matter of a client, as a Word file where the user says: as the public may
 * read it, when no other readers are named.
 *
 * @throws ProblemError `no-such-client`
 */
export async function saveStatus(
  app: App,
  { of, asOf, language, audience = 'public', path, overwrite, despite }: Given<'proceedings.saveStatus'>,
): Promise<Result<'proceedings.saveStatus'>> {
  const { runner, services } = app.session!;
  const context = { db: runner.db, clock: app.clock, services };
  const said = { ...(asOf ? { asOf } : {}), ...(language ? { language } : {}) };
  const day = asOf ?? app.clock.today();
  let document: BlockDocument;
  let matterIds: string[];
  let name: string;
  if ('client' in of) {
    const found = (await statusOfClient(context, {
      client: of.client,
      ...said,
    })) as Output<'proceedings.statusOfClient'>;
    if (found.matters.length === 0) {
      throw problem('no-such-client', 'No client of this name is in this vault. Nothing was written.');
    }
    document = await clientDocument(app, found);
    matterIds = found.matters.map(({ matterId }) => matterId);
    name = `Status, ${of.client}, ${day}`;
  } else {
    const matter = await find(runner.db, 'matter', of.matterId);
    const status = (await statusOf(context, { matterId: of.matterId, ...said })) as Output<'proceedings.status'>;
    document = await statusDocument(app, of.matterId, status);
    matterIds = [of.matterId];
    name = `Status, ${matter.title}, ${day}`;
  }
  const target = await targetFor(app, path, `${fileName(name)}.docx`, { matterIds, audience });
  if (target === null) return { path: null };
  const statement = { document, matterIds, isOfClient: 'client' in of };
  const how = { path: target, overwrite: overwrite ?? path === undefined, audience, despite };
  return { path: (await writeStatement(app, statement, how)).path };
}
