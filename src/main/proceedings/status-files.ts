import type { App } from '#main/app.ts';
import { renderDocx } from '#main/documents/service.ts';
import { fileName, writeOutput } from '#main/output.ts';
import { find } from '#main/store/rows.ts';
import type { Given, Output, Result } from '#shared/contract/index.ts';
import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import {
  clientStatusDocument,
  statusDocument as documentOf,
  paragraphsOf,
  type StatusStatement,
} from '#shared/domain/drafting/status-statement.ts';
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

/**
 * Writes the status of a matter, or of every matter of a client, as a Word file where the user says.
 * @throws ProblemError `no-such-client`
 */
export async function saveStatus(
  app: App,
  { of, asOf, language }: Given<'proceedings.saveStatus'>,
): Promise<Result<'proceedings.saveStatus'>> {
  const { runner, services } = app.session!;
  const context = { db: runner.db, clock: app.clock, services };
  const how = { ...(asOf ? { asOf } : {}), ...(language ? { language } : {}) };
  const day = asOf ?? app.clock.today();
  let document: BlockDocument;
  let name: string;
  if ('client' in of) {
    const found = (await statusOfClient(context, {
      client: of.client,
      ...how,
    })) as Output<'proceedings.statusOfClient'>;
    if (found.matters.length === 0) {
      throw problem('no-such-client', 'No client of this name is in this vault. Nothing was written.');
    }
    document = await clientDocument(app, found);
    name = `Status, ${of.client}, ${day}`;
  } else {
    const matter = await find(runner.db, 'matter', of.matterId);
    const status = (await statusOf(context, { matterId: of.matterId, ...how })) as Output<'proceedings.status'>;
    document = await statusDocument(app, of.matterId, status);
    name = `Status, ${matter.title}, ${day}`;
  }
  const target = await app.host.chooseTarget(`${fileName(name)}.docx`);
  if (target === null) return { path: null };
  const { sha256, bytes } = await writeOutput(target, await renderDocx(document), { overwrite: true });
  await runner.note({
    action: 'status.export',
    entity: 'matterId' in of ? 'matter' : null,
    entityId: 'matterId' in of ? of.matterId : null,
    matterId: 'matterId' in of ? of.matterId : null,
    detail: JSON.stringify({ sha256, bytes }),
  });
  return { path: target };
}
