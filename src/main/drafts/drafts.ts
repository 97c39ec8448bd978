import { renderSvgPages } from '#main/documents/service.ts';
import type { Command, Query } from '#main/services.ts';
import type { Row } from '#main/store/database.ts';
import { bin, change, create, find, typed } from '#main/store/rows.ts';
import { draftForm } from '#shared/contract/drafts.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { TEMPLATES, templateOf } from '#shared/domain/drafting/templates.ts';
import type { Built } from '#shared/domain/drafting/writer.ts';
import { problem } from '#shared/problem.ts';
import { frozen, keepVersion } from './frozen.ts';
import { annexuresOf, formOf, snapshotOf } from './snapshot.ts';

export function templates(): Result<'drafts.templates'> {
  return TEMPLATES.map(({ id, title, forumKinds, parts, fields }) => ({
    id,
    title,
    forums: [...forumKinds],
    parts: [...parts],
    fields: [...fields],
  }));
}

export async function listDrafts({ db }: Query, { matterId }: Given<'drafts.list'>) {
  const rows = await db
    .selectFrom('draft')
    .selectAll()
    .select(({ selectFrom, fn }) =>
      selectFrom('draftVersion')
        .select(fn.countAll<number>().as('n'))
        .whereRef('draftVersion.draftId', '=', 'draft.id')
        .as('versions'),
    )
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .orderBy('updatedAt', 'desc')
    .execute();
  return typed<Result<'drafts.list'>>(rows);
}

export async function getDraft({ db }: Query, { id }: Given<'drafts.get'>): Promise<Result<'drafts.get'>> {
  const draft = await find(db, 'draft', id);
  const versions = await db
    .selectFrom('draftVersion')
    .selectAll()
    .where('draftId', '=', id)
    .orderBy('number', 'desc')
    .execute();
  return { draft: typed(draft), form: formOf(draft), annexures: await annexuresOf(db, id), versions };
}

export async function addDraft(context: Command, { matterId, proceedingId, template, title }: Given<'drafts.add'>) {
  await find(context.db, 'matter', matterId);
  const chosen = templateOf(template);
  const form = JSON.stringify(draftForm.parse({}));
  return {
    id: await create(context, 'draft', { matterId, proceedingId, template, title: title ?? chosen.title, form }),
  };
}

export async function editDraft(context: Command, { id, ...fields }: Given<'drafts.edit'>) {
  await assertWritable(context, id);
  await change(context, 'draft', id, fields);
  return null;
}

export async function editForm(context: Command, { id, form }: Given<'drafts.editForm'>) {
  await assertWritable(context, id);
  await change(context, 'draft', id, { form: JSON.stringify(form) });
  return null;
}

const DATE_OF = { signed: 'signedOn', filed: 'filedOn', served: 'servedOn' } as const;

/**
 * Draft → signed → filed → served; going back to draft opens it for writing again. What leaves the desk is kept word
 * for word: later changes of the records no longer reach it.
 */
export async function setState(context: Command, { id, state, on }: Given<'drafts.setState'>) {
  const draft = await find(context.db, 'draft', id);
  if (draft.state === 'draft' && state !== 'draft') {
    const built = await build(context, draft);
    await keepVersion(context, draft, state, { built, signed: true });
  }
  const day = on ?? context.clock.today();
  const dates = state === 'draft' ? { signedOn: null, filedOn: null, servedOn: null } : { [DATE_OF[state]]: day };
  await change(context, 'draft', id, { state, ...dates });
  return null;
}

export async function setAnnexures(context: Command, { id, annexures }: Given<'drafts.setAnnexures'>) {
  const { matterId } = await assertWritable(context, id);
  const { db, newId } = context;
  await db.deleteFrom('annexure').where('draftId', '=', id).execute();
  for (const [position, { id: kept, ...annexure }] of annexures.entries()) {
    if (!annexure.exhibitId && !annexure.orderId && !annexure.title) {
      throw problem('annexure-empty', 'An annexure is an exhibit, an order, or at least has a title.', {
        field: `annexures.${position}`,
      });
    }
    await db
      .insertInto('annexure')
      .values({ id: kept ?? newId(), matterId, draftId: id, position, ...annexure })
      .execute();
  }
  return null;
}

export async function removeDraft(context: Command, { id }: Given<'drafts.remove'>) {
  await bin(context, 'draft', id);
  return null;
}

/** The draft as typeset pages, with what is missing in it. */
export async function preview(
  context: Query,
  { id, form }: Given<'drafts.preview'>,
): Promise<Result<'drafts.preview'>> {
  const draft = await find(context.db, 'draft', id);
  const kept = draft.state === 'draft' ? null : await frozen(context, id);
  const snapshot = await snapshotOf(context, form ? { ...draft, form: JSON.stringify(form) } : draft);
  const { document, blanks, dangling } = kept ?? templateOf(draft.template).build(snapshot);
  const { limitation, standing } = snapshot;
  return {
    pages: await renderSvgPages(document),
    paper: document.meta.page.size,
    blanks,
    dangling,
    definition: standing.definition,
    limitation: limitation && {
      citation: limitation.citation,
      due: limitation.due,
      filingOn: limitation.filingOn,
      rule: limitation.rule,
    },
  };
}

/**
 * The document of a draft: as the records are now, or as it was signed.
 * @param audience who reads it, where that is not for whom it was written: what is signed stays as it is
 */
export async function buildDraft(context: Query, id: string, audience?: string): Promise<Built> {
  const own = await find(context.db, 'draft', id);
  const draft = { ...own, audience: audience ?? own.audience };
  return (draft.state === 'draft' ? null : await frozen(context, id)) ?? build(context, draft);
}

const build = async (context: Query, draft: Row<'draft'>) =>
  templateOf(draft.template).build(await snapshotOf(context, draft));

export async function saveVersion(context: Command, { id, note }: Given<'drafts.saveVersion'>) {
  const draft = await find(context.db, 'draft', id);
  const built = await build(context, draft);
  return { number: await keepVersion(context, draft, note, { built, signed: false }) };
}

export async function restoreVersion(context: Command, { versionId }: Given<'drafts.restoreVersion'>) {
  const version = await context.db
    .selectFrom('draftVersion')
    .selectAll()
    .where('id', '=', versionId)
    .executeTakeFirst();
  if (!version) throw problem('not-found', 'This version is no longer there.');
  await assertWritable(context, version.draftId);
  await change(context, 'draft', version.draftId, { form: version.form });
  return null;
}

async function assertWritable({ db }: Query | Command, id: string) {
  const draft = await find(db, 'draft', id);
  if (draft.state !== 'draft') {
    throw problem('draft-signed', `This document is ${draft.state}, and stays as it was signed. Nothing was changed.`, {
      hint: 'Set it back to a draft, or make a new draft from it.',
    });
  }
  return draft;
}
