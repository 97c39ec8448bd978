import { problem } from '../../problem.ts';
import { affidavit } from './affidavit.ts';
import { complaintPhw } from './complaint-phw.ts';
import { condonation } from './condonation.ts';
import type { DraftPart, TemplateField } from './parts.ts';
import { representationPhw } from './representation-phw.ts';
import { restoration } from './restoration.ts';
import type { DraftSnapshot } from './snapshot.ts';
import { vakalatnama } from './vakalatnama.ts';
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
  /** The rule of the pack by which its time is counted; null where none is, a forum's id for what depends on it. */
  rule: string | Readonly<Record<string, string>> | null;
  build: (snapshot: DraftSnapshot) => Built;
}

const field = (key: string, label: string, lines = 2, hint: string | null = null): TemplateField => ({
  key,
  label,
  hint,
  lines,
});

/** By which rule an appeal or the like to a forum is counted, where the documents do not say it. */
const MAIN_CASE: Readonly<Record<string, string>> = {
  governor: 'phw.representation',
  president: 'phw.representation',
  ombudsperson: 'phw.appeal.complainant',
  'district-court': 'district.first-appeal',
  'high-court': 'hc.first-appeal',
  'supreme-court': 'sc.leave',
  fcc: 'fcc.leave',
};

export const TEMPLATES: readonly Template[] = [
  {
    id: 'complaint-phw',
    title: 'Complaint under the 2010 Act',
    forumKinds: ['ombudsperson', 'committee'],
    parts: ['parties', 'standing', 'incidents', 'reporting', 'witnesses', 'other', 'prayers', 'signing', 'annexures'],
    fields: [],
    rule: null,
    build: complaintPhw,
  },
  {
    id: 'representation-phw',
    title: 'Representation under section 9',
    forumKinds: ['governor', 'president'],
    parts: ['parties', 'order', 'limitation', 'answers', 'grounds', 'prayers', 'signing', 'annexures'],
    fields: [
      field('facts', 'Facts in brief', 8, 'A blank line begins a new paragraph; left empty, the chronology is told'),
    ],
    rule: 'phw.representation',
    build: representationPhw,
  },
  {
    id: 'condonation',
    title: 'Application for condonation of delay',
    forumKinds: [],
    parts: ['parties', 'order', 'limitation', 'answers', 'prayers', 'signing', 'annexures'],
    fields: [
      field('mainCase', 'The main case, filed with this', 1, 'As in “a representation under section 9”'),
      field('section', 'Under which section', 1, 'Left empty: section 5 of the Limitation Act'),
      field(
        'ledger',
        'How each day passed',
        8,
        'A line for each stretch: 2026-10-02 to 2026-10-05: waiting for the copy',
      ),
      field('diligence', 'Why there was no negligence'),
      field('merits', 'Why the main case deserves to be heard'),
      field('prejudice', 'Why the other side is not prejudiced'),
    ],
    rule: MAIN_CASE,
    build: condonation,
  },
  {
    id: 'restoration',
    title: 'Application for restoration',
    forumKinds: [],
    parts: ['parties', 'order', 'limitation', 'answers', 'prayers', 'signing', 'annexures'],
    fields: [
      field('provision', 'Under which provision', 1, 'O.IX r.4, r.9 or r.13; O.XLI r.19 or r.21; section 151'),
      field('knownOn', 'Day on which it became known', 1, 'YYYY-MM-DD'),
      field('absence', 'Why nobody appeared that day', 3),
      field('proof', 'What shows it'),
      field('counselAbsence', 'Why counsel did not appear', 2, 'For counsel’s own affidavit'),
      field('stage', 'Number and stage of the case'),
    ],
    rule: {
      'civil-court': 'civil.restore-default',
      'district-court': 'civil.readmit-appeal',
      'high-court': 'civil.readmit-appeal',
    },
    build: restoration,
  },
  {
    id: 'affidavit',
    title: 'Affidavit',
    forumKinds: [],
    parts: ['parties', 'answers', 'signing', 'annexures'],
    fields: [
      field('knowledge', 'What the deponent knows', 6, 'A blank line begins a new paragraph'),
      field('belief', 'What is believed, and on whose word', 3),
    ],
    rule: null,
    build: affidavit,
  },
  {
    id: 'vakalatnama',
    title: 'Vakalatnama',
    forumKinds: [],
    parts: ['parties', 'answers', 'signing'],
    fields: [
      field('powers', 'Express powers', 2, 'As in “to compromise the case”; left empty, counsel has none of these'),
      field('abroad', 'Attestation, where it is executed abroad', 1),
    ],
    rule: null,
    build: vakalatnama,
  },
];

/** The rule by which the time of a draft is counted before a forum; null where none is. */
export function ruleFor({ rule }: Template, forum: string): string | null {
  return typeof rule === 'string' ? rule : (rule?.[forum] ?? null);
}

/** The template of that id; a problem that names the known ones where there is none. */
export function templateOf(id: string): Template {
  const found = TEMPLATES.find((template) => template.id === id);
  if (found) return found;
  throw problem('template-unknown', `There is no draft called “${id}”. Nothing was written.`, {
    field: 'template',
    hint: `The drafts are: ${TEMPLATES.map((template) => template.id).join(', ')}.`,
  });
}
