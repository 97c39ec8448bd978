import { problem } from '../../problem.ts';
import { complaintPhw } from './complaint-phw.ts';
import type { DraftPart, TemplateField } from './parts.ts';
import type { DraftSnapshot } from './snapshot.ts';
import type { Built } from './writer.ts';

/** A kind of draft: what it is called, before which forums, and how it is written. */
export interface Template {
  id: string;
  title: string;
  /** Forum ids before which it is used; empty for any. */
  forumKinds: readonly string[];
  /** The parts that it is written in, in the order in which the window asks for them. */
  parts: readonly DraftPart[];
  /** What it asks beside them. */
  fields: readonly TemplateField[];
  build: (snapshot: DraftSnapshot) => Built;
}

export const TEMPLATES: readonly Template[] = [
  {
    id: 'complaint-phw',
    title: 'Complaint under the 2010 Act',
    forumKinds: ['ombudsperson', 'committee'],
    parts: ['parties', 'standing', 'incidents', 'reporting', 'witnesses', 'other', 'prayers', 'signing', 'annexures'],
    fields: [],
    build: complaintPhw,
  },
];

/** The template of that id; a problem that names the known ones where there is none. */
export function templateOf(id: string): Template {
  const found = TEMPLATES.find((template) => template.id === id);
  if (found) return found;
  throw problem('template-unknown', `There is no draft called “${id}”. Nothing was written.`, {
    field: 'template',
    hint: `The drafts are: ${TEMPLATES.map((template) => template.id).join(', ')}.`,
  });
}
