import { coverOf, definitionOn } from './definitions.ts';
import {
  type Answer,
  CLEAR,
  type DefinitionTable,
  type Fault,
  type Filing,
  has,
  notAsked,
  type Params,
} from './filing.ts';

/** Standings that say how somebody is paid, and not what she is: they qualify the others. */
const BASES = ['daily', 'weekly', 'monthly', 'hourly'] as const;

/** How the recorded status stands to the text of the definition. */
const COVER = {
  covered: 'named in the text',
  doubtful: 'doubtful under the text',
  outside: 'not named in the text',
  'not-stated': 'not recorded',
} as const;

/** Text of the draft with what is still to be chosen, in square brackets, taken out. */
const settled = (text: string | null) => (text ?? '').replace(/\[[^\]]*\]/g, ' ').toLowerCase();
const mentions = (text: string, word: string) =>
  new RegExp(`(?<![\\p{L}])${word.replaceAll('-', '[- ]')}(?![\\p{L}])`, 'u').test(text);

/**
 * Whether the draft says how the complainant is within each part of the definition in force at the place and on the day
 * of the incident, and shows a paper for it. It judges no fact: it asks that each part is stated.
 */
export function standingMadeOut(filing: Filing, params: Params): Answer {
  const { pack, draft, incidentOn } = filing;
  if (!draft) return notAsked('there is no draft yet');
  if (incidentOn === null)
    return [
      {
        subject: 'incident',
        values: { why: 'the day of the incident is not recorded, and the definition follows from it' },
        target: 'matter.incidentFrom',
      },
    ];
  const definition = definitionOn(pack, String(params.word ?? 'employee'), incidentOn);
  if (!definition) return notAsked('the pack has no definition for that day');
  const said = settled(draft.standing.complainant);
  const bases = BASES.filter((basis) => definition.covers.includes(basis));
  const kinds = definition.covers.filter((standing) => !(BASES as readonly string[]).includes(standing));
  const kind = kinds.find((standing) => mentions(said, standing));
  const basis = bases.find((each) => mentions(said, each));
  const needsBasis = bases.length > 0 && (kind === undefined || kind === 'regular' || kind === 'contractual');
  const exhibit = paperOf(filing);
  const named = has(filing.organisation);
  const parts: DefinitionTable['parts'] = [
    {
      part: `one of: ${kinds.join(', ')}`,
      fact: kind ?? null,
      exhibit: kind ? exhibit : null,
      met: kind !== undefined,
    },
    ...(needsBasis
      ? [
          {
            part: `on a basis that is one of: ${bases.join(', ')}`,
            fact: basis ?? null,
            exhibit: basis ? exhibit : null,
            met: basis !== undefined,
          },
        ]
      : []),
    { part: 'engaged by the organisation', fact: filing.organisation, exhibit: named ? exhibit : null, met: named },
    {
      part: 'at its workplace',
      fact: short(draft.standing.workplace),
      exhibit: null,
      met: has(draft.standing.workplace),
    },
    { part: 'shown by a paper that is annexed', fact: null, exhibit, met: exhibit !== null },
  ];
  const missing = parts.filter(({ met }) => !met);
  if (missing.length === 0) return CLEAR;
  const client = filing.parties.find(({ isClient }) => isClient);
  const status = client?.status ?? null;
  return [
    {
      values: {
        missing: missing.map(({ part }) => part).join('; '),
        count: String(missing.length),
        of: String(parts.length),
        day: incidentOn,
        status: `${status ?? 'none'} (${COVER[coverOf(definition, status)]})`,
      },
      target: 'draft.standing.complainant',
      targetId: draft.id,
      paragraph: paragraphFor(filing, kinds, needsBasis ? bases : [], definition.citation, exhibit),
      definition: {
        title: definition.title,
        text: definition.text,
        citation: definition.amendedBy
          ? `${definition.citation}, as amended by ${definition.amendedBy}`
          : definition.citation,
        parts,
      },
    },
  ];
}

const short = (text: string | null) => (has(text) ? (text.length > 90 ? `${text.slice(0, 89)}…` : text) : null);

/** The annexure that is most like a paper of engagement, else the first of them. */
function paperOf({ annexures }: Filing): string | null {
  const paper = annexures.find(({ title }) =>
    /contract|letter|engage|appoint|booking|call[- ]?sheet|pay|salary|invoice/i.test(title),
  );
  const found = paper ?? annexures[0];
  return found ? `Annexure ${found.mark}` : null;
}

function paragraphFor(
  { organisation, draft, parties }: Filing,
  kinds: readonly string[],
  bases: readonly string[],
  citation: string,
  exhibit: string | null,
): string {
  const body = organisation ?? '[the organisation]';
  const work = parties.find(({ isClient }) => isClient)?.occupation ?? '[her work]';
  const usual = kinds.includes('contractual') ? 'contractual' : `[${kinds.slice(0, 6).join(' / ')}]`;
  const basis = bases.length > 0 ? ` on a [${bases.join(' / ')}] basis` : '';
  const shown = exhibit ? `, as ${exhibit} shows` : ', as Annexure [mark] shows';
  const place = has(draft?.standing.workplace) ? '' : '; the acts were done at its workplace, namely [place and work]';
  return `${body} is an organisation within the Act; it engaged the complainant, a ${work}, as a ${usual} employee${basis}${shown}, and fixed the hours and the place of her work${place}; she is therefore an employee within ${citation}`;
}

/** The organisation and who answers for it have to be known for the accused and the penalty. */
export function organisationStated(filing: Filing): Answer {
  const faults: Fault[] = [];
  if (!has(filing.organisation))
    faults.push({ subject: 'name', values: { what: 'the organisation' }, target: 'matter.organisation' });
  if (filing.draft && !has(filing.draft.standing.accused)) {
    faults.push({
      subject: 'accused',
      values: { what: 'how the accused is an employee or the employer of it' },
      target: 'draft.standing.accused',
      targetId: filing.draft.id,
    });
  }
  return faults;
}

/** The basis of jurisdiction is said, and the seat fits the places of the incidents. */
export function territoryConsistent({ draft, incidents }: Filing): Answer {
  if (!draft) return notAsked('there is no draft yet');
  const faults: Fault[] = [];
  if (!has(draft.standing.jurisdiction)) {
    faults.push({
      subject: 'basis',
      values: { what: 'the basis of jurisdiction: province and organisation' },
      target: 'draft.standing.jurisdiction',
      targetId: draft.id,
    });
  }
  for (const { id, place, date } of incidents) {
    if (!has(place))
      faults.push({
        subject: id,
        values: { what: `the place of the incident${date ? ` of ${date}` : ''}` },
        target: 'fact.place',
        targetId: id,
      });
  }
  return faults;
}

/** Whoever asks is the person harmed, or shows the authority to act. */
export function petitionerAggrieved({ parties, joined, draft }: Filing): Answer {
  const ours = parties.filter(({ side, id }) => side === 'ours' && (joined.length === 0 || joined.includes(id)));
  const asking = ours.filter(({ role }) => ['complainant', 'petitioner', 'plaintiff', 'appellant'].includes(role));
  if (asking.some(({ isClient }) => isClient)) return CLEAR;
  if (draft && /authority|guardian|legal heir|power of attorney/i.test(draft.text)) return CLEAR;
  return [{ values: { who: asking[0]?.name ?? 'the petitioner' }, target: 'party.role' }];
}
