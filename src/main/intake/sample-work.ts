import { z } from 'zod';
import { addBundle, addItems, addSection, editSection } from '#main/bundles/service.ts';
import { addDraft, editForm, setAnnexures } from '#main/drafts/service.ts';
import type { Command } from '#main/services.ts';
import { draftForm } from '#shared/contract/drafts.ts';
import type { LoadedKeys } from './load.ts';

/** What is being made of the sample matter: a draft and a bundle, by the keys of its matter file. */
const sampleWork = z.strictObject({
  draft: z.strictObject({
    proceeding: z.string(),
    template: z.string(),
    title: z.string(),
    deponent: z.string(),
    annexures: z.array(z.strictObject({ exhibit: z.string() })),
    form: draftForm,
  }),
  bundle: z.strictObject({
    proceeding: z.string(),
    title: z.string(),
    profile: z.string(),
    sections: z.array(
      z.strictObject({
        title: z.string(),
        items: z.array(
          z.union([
            z.strictObject({ exhibit: z.string() }),
            z.strictObject({ draft: z.literal(true) }),
            z.strictObject({ chronology: z.literal(true) }),
          ]),
        ),
      }),
    ),
  }),
});

/** Adds the sample's draft and bundle to its matter, in the command that is open. */
export async function addSampleWork(context: Command, value: unknown, keys: LoadedKeys): Promise<void> {
  const { draft, bundle } = sampleWork.parse(value);
  const { matterId } = keys;
  const { id: draftId } = await addDraft(context, {
    matterId,
    proceedingId: keys.proceeding.get(draft.proceeding)!,
    template: draft.template,
    title: draft.title,
  });
  const deponentId = keys.party.get(draft.deponent)!;
  const form = { ...draft.form, verification: { ...draft.form.verification, deponentId } };
  await editForm(context, { id: draftId, form });
  const annexures = draft.annexures.map(({ exhibit }) => ({
    exhibitId: keys.exhibit.get(exhibit)!,
    orderId: null,
    title: null,
  }));
  await setAnnexures(context, { id: draftId, annexures });
  await addSampleBundle(context, bundle, draftId, keys);
}

async function addSampleBundle(
  context: Command,
  { proceeding, sections, ...fields }: z.infer<typeof sampleWork>['bundle'],
  draftId: string,
  keys: LoadedKeys,
) {
  const proceedingId = keys.proceeding.get(proceeding)!;
  const { id: bundleId, sectionId } = await addBundle(context, {
    matterId: keys.matterId,
    proceedingId,
    audience: 'court',
    hearingOn: null,
    ...fields,
  });
  for (const [i, section] of sections.entries()) {
    if (i === 0) await editSection(context, { id: sectionId, title: section.title });
    const id = i === 0 ? sectionId : (await addSection(context, { bundleId, title: section.title })).id;
    const none = { exhibitId: null, fileId: null, orderId: null, draftId: null, title: null, date: null, pages: null };
    const items = section.items.map((item) => {
      if ('exhibit' in item)
        return { ...none, kind: 'exhibit' as const, exhibitId: keys.exhibit.get(item.exhibit)!, agreed: null };
      if ('draft' in item) return { ...none, kind: 'draft' as const, draftId, agreed: null };
      return { ...none, kind: 'chronology' as const, agreed: null };
    });
    await addItems(context, { sectionId: id, items });
  }
}
