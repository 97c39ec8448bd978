import { heading, inline } from '../blocks/build.ts';
import { annexureList, causeTitle, courtMeta } from './frame.ts';
import { affidavitBody, camps, signatoryOf } from './remedy.ts';
import type { DraftSnapshot } from './snapshot.ts';
import { sentence } from './words.ts';
import { type Built, writer } from './writer.ts';

/** An affidavit in a proceeding: what the deponent knows, and apart from it what is believed and on whose word. */
export function affidavit(snapshot: DraftSnapshot): Built {
  const w = writer(snapshot);
  const { ours, theirs } = camps(snapshot);
  causeTitle(
    w,
    {
      first: { parties: ours, role: 'Petitioner', label: 'petitioner' },
      second: { parties: theirs, role: 'Respondent', label: 'respondent' },
    },
    'Case',
  );
  w.add(heading(2, 'AFFIDAVIT', { align: 'center', underline: true }));
  const { knowledge, belief } = snapshot.answers;
  const said = (text: string | undefined) => (text ?? '').split(/\n\s*\n/).filter((part) => part.trim() !== '');
  const known = said(knowledge).map((part) => w.prose(sentence(part.trim())));
  const believed = said(belief).map((part) =>
    inline(['That on information, which I believe to be true: ', ...w.prose(sentence(part.trim()))]),
  );
  affidavitBody(
    w,
    signatoryOf(snapshot),
    [...(known.length > 0 ? known : [[w.need(null, 'what the deponent knows', 'answers.knowledge')]]), ...believed],
    snapshot.verification,
  );
  if (snapshot.annexures.length > 0) annexureList(w);
  return w.done(courtMeta(snapshot, 'Affidavit'));
}
