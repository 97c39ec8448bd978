// What other rooms may ask of drafts.
export { addDraft, buildDraft, editForm, setAnnexures } from './drafts.ts';
export { formOf, snapshotOf } from './snapshot.ts';
