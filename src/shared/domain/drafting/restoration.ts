import { heading, inline } from '../blocks/build.ts';
import { annexureList, causeTitle, courtMeta, orderWords, signatures, verification } from './frame.ts';
import { applicantAffidavit, camps, reliefOf, signatoryOf, timeParagraphs } from './remedy.ts';
import type { DraftSnapshot } from './snapshot.ts';
import { type Built, emphasised, stated, writer } from './writer.ts';

/**
 * The application to restore a case dismissed in default, or to set aside what was done in one's absence: provision,
 * dismissal, knowledge, why nobody appeared that day with its proof, the count, and the affidavits of party and counsel.
 */
export function restoration(snapshot: DraftSnapshot): Built {
  const w = writer(snapshot);
  const { ours, theirs } = camps(snapshot);
  const signatory = signatoryOf(snapshot);
  const { answers, impugned } = snapshot;
  causeTitle(
    w,
    {
      first: { parties: ours, role: 'Applicant', label: 'applicant' },
      second: { parties: theirs, role: 'Respondent', label: 'respondent' },
    },
    'Application',
  );
  w.add(
    heading(
      2,
      [
        'Application under ',
        w.need(answers.provision, 'provision, as O.IX r.9 or O.XLI r.19', 'answers.provision'),
        ', for restoration',
      ],
      {
        align: 'center',
        underline: true,
      },
    ),
    emphasised('Respectfully sheweth:'),
  );
  w.section('The dismissal');
  const first = w.numbered([
    'That by ',
    ...orderWords(w),
    ' the case was dismissed, no one appearing for the applicant.',
  ]);
  w.numbered([
    'That the applicant came to know of it on ',
    w.needDate(dayIn(answers.knownOn), 'day on which the dismissal became known, YYYY-MM-DD', 'answers.knownOn'),
    impugned?.communicatedOn ? '.' : ', and had no notice of it before.',
  ]);
  w.section('Why there was no appearance');
  w.numbered(
    stated(w, 'That on that day: ', answers.absence ?? null, 'reason of the absence on that day', 'answers.absence'),
  );
  w.numbered(stated(w, 'That this is shown by: ', answers.proof ?? null, 'proof of the reason', 'answers.proof'));
  timeParagraphs(w, 'application');
  const last = w.numbered(
    stated(
      w,
      'That the case had reached this stage, and deserves to be heard: ',
      answers.stage ?? null,
      'number and stage of the case',
      'answers.stage',
    ),
  );
  reliefOf(w, {
    lead: 'It is therefore respectfully prayed that:',
    always: [
      'the order of dismissal be set aside, and the case be restored to its number and to the stage that it had reached',
    ],
    wanted: [],
  });
  signatures(w, signatory, 'Applicant');
  verification(w, first, last, signatory);
  annexureList(w);
  applicantAffidavit(
    w,
    signatory,
    { first, last },
    {
      title: 'AFFIDAVIT OF THE APPLICANT',
      true: ' of the application are true to my own knowledge.',
      besides: 'That my absence was not deliberate.',
    },
  );
  w.add({ kind: 'page-break' }, heading(2, 'AFFIDAVIT OF COUNSEL', { align: 'center', underline: true }));
  counselAffidavit(w, snapshot);
  return w.done(courtMeta(snapshot, 'Application for restoration'));
}

function counselAffidavit(w: ReturnType<typeof writer>, { counsel, answers }: DraftSnapshot): void {
  const name = counsel?.name?.trim() || null;
  w.add({
    kind: 'para',
    content: inline([
      'I, ',
      w.need(name, 'counsel’s name', 'counsel.name'),
      ', Advocate, do hereby solemnly affirm and declare that I am counsel for the applicant, and that:',
    ]),
    align: 'justify',
  });
  w.add({
    kind: 'numbered',
    id: 'counsel-1',
    list: 'counsel',
    level: 0,
    content: stated(
      w,
      'On that day I did not appear because: ',
      answers.counselAbsence ?? null,
      'why counsel did not appear',
      'answers.counselAbsence',
    ),
  });
  w.add({
    kind: 'signature',
    left: [inline('Affirmed before me on ______________________')],
    right: [inline('DEPONENT')],
    through: null,
  });
}

/** A day that was typed, where it is one. */
const dayIn = (text: string | undefined) => (/^\d{4}-\d{2}-\d{2}$/.test(text?.trim() ?? '') ? text!.trim() : null);
