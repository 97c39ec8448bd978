import { describe, expect, it, test } from 'vitest';
import { addDays } from '#shared/domain/dates/days.ts';
import { proposeEffect } from '#shared/domain/disposals/effect.ts';
import { remediesAgainst } from '#shared/domain/remedies/list.ts';
import type { OrderAgainst } from '#shared/domain/remedies/order.ts';
import { FORUM_IDS, GROUND_CODES } from '#shared/packs/vocabulary.ts';
import { pack, packIds } from './packs.ts';

const TODAY = '2026-11-23';

const order = (more: Partial<OrderAgainst> & Pick<OrderAgainst, 'forum' | 'ground' | 'date'>): OrderAgainst => ({
  type: null,
  communicatedOn: null,
  disposal: null,
  interim: null,
  copies: [],
  facts: {},
  ...more,
});

/**
 * One order on each ground of the taxonomy, with the remedy that is expected first or among the first, the day by the
 * period that its citation fixes (counted here by hand, not by the engine), and the draft that starts it.
 */
const CASES: [
  ground: string,
  pack: string,
  forum: string,
  type: string,
  date: string,
  remedy: string,
  due: string | null,
  draft: string | null,
][] = [
  // Saturday 12-12 is closed: Monday.
  [
    'JUR-PERS',
    'pk-punjab',
    'ombudsperson',
    'complaint',
    '2026-11-12',
    'representation',
    '2026-12-14',
    'representation-phw',
  ],
  [
    'JUR-PERS',
    'pk-federal',
    'ombudsperson',
    'complaint',
    '2026-11-12',
    'representation',
    '2026-12-14',
    'representation-phw',
  ],
  ['JUR-PERS', 'pk-punjab', 'high-court', 'writ', '2026-10-12', 'leave', '2026-12-11', 'cpla'],
  ['JUR-SUBJ', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 're-presentation', null, null],
  ['JUR-TERR', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 're-presentation', null, null],
  ['JUR-PECU', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 're-presentation', null, null],
  ['LIM', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 'appeal', '2026-12-14', null],
  ['LACH', 'pk-punjab', 'high-court', 'writ', '2026-10-12', 'leave', '2026-12-11', 'cpla'],
  ['LOCUS', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 'fresh', null, null],
  ['NONJOIN', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 're-presentation', null, null],
  ['MISJOIN', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 're-presentation', null, null],
  ['FORUM', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 're-presentation', null, null],
  ['ALTREM', 'pk-punjab', 'high-court', 'writ', '2026-10-12', 'leave', '2026-12-11', 'cpla'],
  ['ICA-BAR', 'pk-punjab', 'high-court', 'ica', '2026-10-12', 'leave', '2026-12-11', 'condonation'],
  ['PREMAT', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 'fresh', null, null],
  ['NOTICE', 'pk-punjab', 'district-court', 'suit', '2026-09-10', 'appeal', '2026-12-09', null],
  ['NOCAUSE', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 'fresh', null, null],
  ['FEE', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 're-presentation', null, null],
  ['VAKALAT', 'pk-punjab', 'high-court', 'writ', '2026-11-12', 're-presentation', null, null],
  ['UNSIGN', 'pk-punjab', 'ombudsperson', 'complaint', '2026-11-12', 're-presentation', null, null],
  ['AFFID', 'pk-punjab', 'high-court', 'writ', '2026-11-12', 're-presentation', null, null],
  ['ANNEX', 'pk-punjab', 'supreme-court', 'leave-petition', '2026-06-15', 'appeal', '2026-06-29', null],
  ['FORMAT', 'pk-punjab', 'supreme-court', 'leave-petition', '2026-06-15', 'appeal', '2026-06-29', null],
  ['PROCFEE', 'pk-punjab', 'civil-court', 'suit', '2026-05-26', 'restoration', '2026-06-26', 'restoration'],
  // T9: Thursday 25-06 is Ashura.
  ['DEF-P', 'pk-punjab', 'civil-court', 'suit', '2026-05-26', 'restoration', '2026-06-26', 'restoration'],
  ['DEF-P', 'in', 'civil-court', 'suit', '2026-05-26', 'restoration', '2026-06-25', 'restoration'],
  ['DEF-BOTH', 'pk-punjab', 'civil-court', 'suit', '2026-05-26', 'restoration', '2026-06-26', 'restoration'],
  ['DEF-APP', 'pk-punjab', 'high-court', 'rfa', '2026-11-12', 'restoration', '2026-12-14', 'restoration'],
  ['DEF-APP', 'pk-punjab', 'high-court', 'writ', '2026-11-12', 'restoration', null, 'restoration'],
  ['EXP-D', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 'set-aside', '2026-12-14', 'restoration'],
  ['PROSEC', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 'appeal', '2026-12-14', null],
  ['RESJUD', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 'appeal', '2026-12-14', null],
  ['LISPEN', 'pk-punjab', 'civil-court', 'suit', '2026-09-10', 'revision', '2026-12-09', null],
  ['WITHD', 'pk-punjab', 'civil-court', 'suit', '2026-09-10', 'revision', '2026-12-09', null],
  ['ABATE', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 'set-aside', null, 'condonation'],
  ['INFRUC', 'pk-punjab', 'civil-court', 'suit', '2026-11-12', 'fresh', null, null],
  ['CRIM-LIM', 'in', 'magistrate', 'criminal-complaint', '2026-09-10', 'fresh', null, 'condonation'],
  ['SANCT', 'in', 'magistrate', 'criminal-complaint', '2026-09-10', 'revision', '2026-12-09', null],
  ['CONF', 'pk-punjab', 'ombudsperson', 'complaint', '2026-11-12', 're-presentation', null, null],
];

describe('from an order on each ground to its clock, its remedies and the name of the draft', () => {
  it('leaves no ground of the taxonomy out', () => {
    const technical = GROUND_CODES.filter((code) => code !== 'MERITS' && code !== 'CONSENT');
    expect(technical.filter((code) => !CASES.some(([ground]) => ground === code))).toEqual([]);
  });

  it.each(CASES)('%s, %s, %s, %s', (ground, id, forum, type, date, remedy, due, draft) => {
    const offers = remediesAgainst(pack(id), order({ forum, ground, type, date }), { today: date, trace: true });
    const found = offers.filter((offer) => offer.remedy === remedy && offer.lies);
    expect(found[0], offers.map((offer) => offer.id).join()).toBeDefined();
    const offer = found.find((each) => (each.deadline?.due ?? null) === due) ?? found[0]!;
    expect(offer.deadline?.due ?? null).toBe(due);
    expect(offer.draft).toBe(draft);
    expect(offer.mustShow.length).toBeGreaterThan(0);
    if (due !== null) {
      expect(offer.deadline!.safe! <= due).toBe(true);
      expect(offer.deadline!.trace!.length).toBeGreaterThan(1);
      expect(due > addDays(date, 1)).toBe(true);
    }
  });

  it.each(CASES)('%s proposes its effect and says whether it is technical', (ground, id) => {
    const proposal = proposeEffect(pack(id), ground);
    expect(proposal.effect).not.toBeNull();
    expect(proposal.explanation.length).toBeGreaterThan(20);
    expect(proposal.technical).toBe(true);
    // Decided on one side's case, or on what there was, is decided all the same.
    expect(proposal.merits).toBe(['EXP-D', 'PROSEC'].includes(ground) ? 'yes' : 'no');
  });
});

test('every pack answers for every forum and ground with citation, trace and confidence', () => {
  let answered = 0;
  for (const id of packIds) {
    for (const forum of FORUM_IDS) {
      for (const ground of GROUND_CODES) {
        const offers = remediesAgainst(pack(id), order({ forum, ground, date: '2026-10-12' }), {
          today: TODAY,
          trace: true,
        });
        for (const offer of offers) {
          answered++;
          expect(offer.citation, offer.id).not.toBe('');
          expect(['verified', 'from knowledge', 'doubtful']).toContain(offer.confidence);
          expect(offer.lastChecked).toMatch(/^\d{4}-\d\d-\d\d$/);
          expect(offer.lies, offer.id).toBe(offer.reason === null);
          if (offer.lies) expect(offer.deadline !== null || offer.noPeriod !== null, offer.id).toBe(true);
          if (offer.deadline) expect(offer.deadline.trace!.length, offer.id).toBeGreaterThan(0);
        }
        const lies = offers.map((offer) => offer.lies);
        expect(lies.indexOf(false) === -1 || lies.lastIndexOf(true) < lies.indexOf(false)).toBe(true);
      }
    }
  }
  expect(answered).toBeGreaterThan(3000);
});

test('the two clocks of one decision run from two days, and without its day there is no date', () => {
  const decision = order({ forum: 'committee', ground: 'MERITS', date: '2026-01-05' });
  const by = (appellant: string, communicatedOn: string | null) =>
    remediesAgainst(
      pack('pk-punjab'),
      { ...decision, communicatedOn, facts: { appellant } },
      { today: '2026-01-10' },
    ).find(({ remedy }) => remedy === 'appeal')?.deadline;
  expect(by('accused', '2026-01-09')).toMatchObject({ nominal: '2026-02-08', due: '2026-02-09', safe: '2026-02-06' });
  expect(by('complainant', '2026-01-09')).toMatchObject({ due: '2026-02-04', safe: '2026-02-04' });
  expect(by('accused', null)).toMatchObject({ due: null, reason: { code: 'needs-start-date' } });
});

test('copy time recorded with the order lengthens leave, and collection does not', () => {
  const judgment = order({ forum: 'high-court', ground: 'JUR-PERS', type: 'writ', date: '2019-10-11' });
  const copies = [{ appliedOn: '2019-10-14', readyOn: '2019-10-21' }];
  const leave = remediesAgainst(pack('pk-punjab'), { ...judgment, copies }, { today: '2019-11-01' })[0]!;
  expect(leave.id).toBe('sc-leave');
  expect(leave.deadline).toMatchObject({ nominal: '2019-12-18', due: '2019-12-18', safe: '2019-12-17' });
});

test('an intra-court appeal is offered, doubted or barred by the remedy that the law below gave', () => {
  const judgment = order({ forum: 'high-court', ground: 'JUR-PERS', type: 'writ', date: '2026-10-12' });
  const ica = (facts: Record<string, string>) =>
    remediesAgainst(pack('pk-punjab'), { ...judgment, facts }, { today: TODAY }).filter(
      ({ remedy }) => remedy === 'intra-court-appeal',
    );
  expect(ica({ statutoryRemedy: 'no' }).map(({ lies }) => lies)).toEqual([true]);
  const [unknown, ...more] = ica({});
  expect(more).toEqual([]);
  expect(unknown?.warnings.join()).toMatch(/statutoryRemedy/);
  const [barred] = ica({ statutoryRemedy: 'yes' });
  expect(barred?.lies).toBe(false);
  expect(barred?.reason).toMatch(/60 days/);
});

test('a remedy whose time ran out is still shown, with the days that it is late by', () => {
  const late = remediesAgainst(pack('pk-punjab'), order({ forum: 'ombudsperson', ground: 'LIM', date: '2026-01-05' }), {
    today: TODAY,
  }).find(({ remedy }) => remedy === 'representation')!;
  expect(late.daysLeft).toBeLessThan(-200);
  expect(late.warnings.join(' ')).toMatch(/Its time ended on 2026-02-04/);
});

test('a review is asked of the court that made the order', () => {
  const review = (forum: string) =>
    remediesAgainst(pack('pk-punjab'), order({ forum, ground: 'MERITS', date: '2026-10-12' }), { today: TODAY }).find(
      ({ id }) => id === 'civil-review',
    )?.forum;
  expect(review('district-court')).toBe('district-court');
  expect(review('civil-court')).toBe('civil-court');
});
