// What other rooms may ask of drafts.
export { addDraft, buildDraft } from './drafts.ts';
