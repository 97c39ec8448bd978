import type { PdfFile } from './file.ts';
import type { Notes } from './notes.ts';
import { isDict, type PdfDict, type PdfValue, Ref } from './values.ts';

const MAX_FIELDS = 5000;
const SIGNATURES_EXIST = 1;

/**
 * Reports what belongs to a document as a whole and never comes along, since only pages are copied: scripts that run on
 * opening, embedded files, the fields of a form, structure tags, signatures (ISO 32000-1, 7.7.2).
 */
export function survey(file: PdfFile, notes: Notes): void {
  const { catalog } = file;
  if (!catalog) return;
  const names = file.entry(catalog, 'Names');
  if (isDict(file.entry(names, 'JavaScript'))) notes.dropped('script');
  if (isDict(file.entry(names, 'EmbeddedFiles')) || Array.isArray(file.entry(catalog, 'AF'))) {
    notes.dropped('embedded-file');
  }
  const opening = file.entry(catalog, 'OpenAction');
  if (isDict(opening) && file.entry(opening, 'S') === 'JavaScript') notes.dropped('script');
  if (isDict(opening) && file.entry(opening, 'S') === 'Launch') notes.dropped('launch');
  if (isDict(file.entry(catalog, 'AA'))) notes.dropped('script');
  if (isDict(file.entry(catalog, 'StructTreeRoot'))) notes.dropped('tags');
  if (Array.isArray(file.entry(catalog, 'Threads'))) notes.dropped('threads');
  if (isDict(file.entry(catalog, 'Collection'))) notes.problem('portfolio');
  const form = file.entry(catalog, 'AcroForm');
  if (isDict(form)) surveyForm(file, form, notes);
}

function surveyForm(file: PdfFile, form: PdfDict, notes: Notes): void {
  const fields = file.entry(form, 'Fields');
  if (Array.isArray(fields) && fields.length > 0) notes.dropped('form');
  const flags = file.entry(form, 'SigFlags');
  if (typeof flags === 'number' && flags & SIGNATURES_EXIST && hasSignature(file, fields)) {
    notes.problem('signed');
    notes.dropped('signature');
  }
  // Without pages of its own a dynamic form shows nothing but "please wait"; a static one has /NeedsRendering false.
  if (form.has('XFA') && file.entry(file.catalog, 'NeedsRendering') === true) notes.problem('dynamic-form');
}

/** An empty field for a signature is none; one with a value is. */
function hasSignature(file: PdfFile, fields: PdfValue): boolean {
  const seen = new Set<number>();
  const todo = Array.isArray(fields) ? fields.map((field) => ({ field, type: null as PdfValue })) : [];
  for (let next = todo.pop(); next && seen.size < MAX_FIELDS; next = todo.pop()) {
    const { field } = next;
    if (field instanceof Ref) {
      if (seen.has(field.num)) continue;
      seen.add(field.num);
    }
    const dict = file.deref(field);
    if (!isDict(dict)) continue;
    const type = file.entry(dict, 'FT') ?? next.type;
    if (type === 'Sig' && isDict(file.entry(dict, 'V'))) return true;
    const kids = file.entry(dict, 'Kids');
    if (Array.isArray(kids)) todo.push(...kids.slice(0, MAX_FIELDS).map((kid) => ({ field: kid, type })));
  }
  return false;
}
