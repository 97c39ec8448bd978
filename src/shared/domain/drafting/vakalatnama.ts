import { heading, inline, para } from '../blocks/build.ts';
import { causeTitle, courtMeta } from './frame.ts';
import { camps, signatoryOf } from './remedy.ts';
import type { DraftSnapshot } from './snapshot.ts';
import { clause } from './words.ts';
import { type Built, writer } from './writer.ts';

/**
 * The client's authority to counsel. To compromise, withdraw or receive money counsel is empowered only where the
 * client says so.
 */
export function vakalatnama(snapshot: DraftSnapshot): Built {
  const w = writer(snapshot);
  const { ours, theirs } = camps(snapshot);
  const client = signatoryOf(snapshot);
  const { counsel, answers, verification } = snapshot;
  causeTitle(
    w,
    {
      first: { parties: ours, role: 'Petitioner', label: 'petitioner' },
      second: { parties: theirs, role: 'Respondent', label: 'respondent' },
    },
    'Case',
  );
  const at = (key: string) => `counsel.${key}`;
  w.add(
    heading(2, 'VAKALATNAMA', { align: 'center', underline: true }),
    para(
      inline([
        'I, ',
        ...(client ? w.described(client) : [w.need(null, 'name of the client', 'parties')]),
        ', do hereby appoint ',
        w.need(counsel?.name, 'counsel’s name', at('name')),
        ', Advocate, ',
        w.need(counsel?.bar, 'counsel’s bar', at('bar')),
        ', licence or ledger No. ',
        w.need(counsel?.licence, 'counsel’s licence number', at('licence')),
        ', mobile ',
        w.need(counsel?.mobile, 'counsel’s mobile', at('mobile')),
        ', my counsel in this case, and authorise counsel:',
      ]),
      { align: 'justify' },
    ),
  );
  const powers = [
    'to act, appear and plead for me in this case, and in every application, appeal, revision and review that comes out of it;',
    'to sign, verify and present pleadings and applications, and to produce and take back documents;',
    'to engage another advocate to appear in counsel’s place on a day.',
  ];
  for (const power of powers) w.numbered(power);
  const special = answers.powers?.trim();
  w.numbered(
    special
      ? ['and by express authority ', ...w.prose(clause(special)), '.']
      : 'Counsel is not empowered to compromise or withdraw the case, or to receive money in it, without my authority in writing.',
  );
  w.add({
    kind: 'signature',
    left: [
      inline(['Place: ', w.need(verification.place, 'place of signing', 'verification.place')]),
      inline(['Dated: ', w.needDate(verification.date, 'date of signing', 'verification.date')]),
      inline('Stamp and bar ticket:'),
    ],
    right: [inline(client ? w.name(client) : ''), inline('Signature or thumb mark of the client')],
    through: {
      label: 'Accepted',
      lines: [inline(w.need(counsel?.name, 'counsel’s name', at('name'))), inline('Advocate')],
    },
  });
  if (answers.abroad?.trim()) {
    w.add(para(inline(['Attested, as it is executed abroad: ', ...w.prose(answers.abroad.trim())])));
  }
  return w.done(courtMeta(snapshot, 'Vakalatnama'));
}
