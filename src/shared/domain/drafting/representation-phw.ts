import { heading, inline, para } from '../blocks/build.ts';
import { annexureList, causeTitle, courtMeta, orderWords, signatures, verification } from './frame.ts';
import { briefFacts, camps, groundsOf, impugnedOrder, reliefOf, signatoryOf, timeParagraphs } from './remedy.ts';
import type { DraftSnapshot } from './snapshot.ts';
import { clause } from './words.ts';
import { type Built, emphasised, type Writer, writer } from './writer.ts';

const ACT = 'the Protection against Harassment of Women at the Workplace Act, 2010';

/**
 * The representation to the Governor or the President under section 9 of the 2010 Act: the decision with its copy, the
 * thirty days with their count, facts, grounds, relief with interim relief, and to whom copies go.
 */
export function representationPhw(snapshot: DraftSnapshot): Built {
  const w = writer(snapshot);
  const { ours, theirs } = camps(snapshot);
  const signatory = signatoryOf(snapshot);
  const toPresident = snapshot.forum.kind === 'president';
  causeTitle(
    w,
    {
      first: { parties: ours, role: 'Petitioner', label: 'petitioner' },
      second: { parties: theirs, role: 'Respondent', label: 'respondent' },
    },
    'Representation',
  );
  w.add(
    heading(2, ['Representation under section 9 of ', ACT, ', against ', ...orderWords(w)], {
      align: 'center',
      underline: true,
    }),
    emphasised('Respectfully sheweth:'),
  );
  const first = impugnedOrder(w, 'representation');
  timeParagraphs(w, 'representation');
  briefFacts(w);
  groundsOf(w);
  w.section('Interim relief');
  const last = w.numbered(
    toPresident
      ? 'That under section 14 of the Federal Ombudsmen Institutional Reforms Act, 2013 the operation of the order stands suspended for sixty days on the filing of this representation; its continued suspension is prayed for.'
      : 'That unless the effect of the order is held over until this representation is decided, the petitioner will suffer harm that the decision cannot undo.',
  );
  reliefOf(w, {
    lead: 'It is therefore respectfully prayed that this representation be accepted, and that:',
    always: ['the order complained of be set aside, and the complaint be decided on its merits'],
    wanted: ['interim relief sought until the decision'],
  });
  signatures(w, signatory, 'Petitioner');
  verification(w, first, last, signatory);
  copies(w);
  annexureList(w);
  return w.done(courtMeta(snapshot, 'Representation under section 9'));
}

/** To whom copies go: the Ombudsperson, and every respondent with the address. */
function copies(w: Writer): void {
  const { impugned } = w.snapshot;
  const { theirs } = camps(w.snapshot);
  w.add(
    para('Copies to:', { keepNext: true, tight: true }),
    para(
      [
        '1. ',
        w.need(impugned && clause(impugned.forumName), 'the Ombudsperson whose order it is', 'impugned.forumName'),
      ],
      { indent: 1, tight: true, keepNext: theirs.length > 0 },
    ),
    ...theirs.map((party, i) =>
      para(inline([`${i + 2}. `, w.name(party), party.address ? `, ${clause(party.address)}` : '']), {
        indent: 1,
        tight: true,
        keepNext: i < theirs.length - 1,
      }),
    ),
  );
}
