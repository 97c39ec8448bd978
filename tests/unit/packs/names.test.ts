import { describe, expect, test } from 'vitest';
import { computeDeadline } from '#shared/domain/deadlines/compute.ts';
import { TEMPLATES } from '#shared/domain/drafting/templates.ts';
import { getPack } from '#shared/packs/library.ts';
import { GROUND_CODES } from '#shared/packs/vocabulary.ts';
import { library } from '../deadlines/packs.ts';

const words = (text: string) => text.trim().split(/\s+/);
const PROVINCES = words('pk-federal pk-punjab pk-kp pk-sindh pk-balochistan');
const PHW = words(`phw.committee.charge phw.committee.defence phw.committee.findings phw.committee.penalty
  phw.appeal.penalised phw.appeal.complainant phw.ombudsperson.show-cause phw.ombudsperson.defence phw.representation`);
const PK = words(`hc.ica hc.first-appeal district.first-appeal civil.revision civil.restore-default
  civil.set-aside-ex-parte civil.readmit-appeal civil.legal-representatives sc.leave fcc.leave sc.review
  sc.registrar-objection defamation.notice defamation.earliest-suit defamation.suit defamation.appeal peca.appeal
  direction.days`);
const IN = words(`posh.complaint posh.copy posh.reply posh.inquiry posh.report posh.employer-action posh.appeal sc.slp
  sc.review civil.restore-default libel.suit criminal.cognizance`);
const UK = words('et.claim et.equality et.response et.reconsideration eat.appeal');
const US = words('eeoc.charge eeoc.suit frcp.answer frcp.new-trial frcp.period frap.civil');

/** The names that stay: other programs and people's own packs use them. */
const RULES: [string, string][] = [
  ...PROVINCES.flatMap((pack) => [...PHW, ...PK].map((rule): [string, string] => [pack, rule])),
  ['pk-federal', 'phw.ombudsperson.decision'],
  ['pk-punjab', 'defamation.claim'],
  ...IN.map((rule): [string, string] => ['in', rule]),
  ...['uk-ew', 'uk-scotland'].flatMap((pack) => UK.map((rule): [string, string] => [pack, rule])),
  ...US.map((rule): [string, string] => ['us-federal', rule]),
];
const FACTS: Record<string, Record<string, string>> = {
  'direction.days': { days: '15' },
  'criminal.cognizance': { maxPunishment: '3y' },
  'frcp.period': { days: '14', direction: 'after', service: 'mail' },
  'eeoc.charge': { deferral: 'yes' },
  'frap.civil': { usParty: 'no' },
};

test.each(RULES)('%s %s answers with its dates, its citation, how sure it is and its steps', (pack, rule) => {
  const old = pack === 'pk-punjab' && rule.startsWith('defamation.') && rule !== 'defamation.claim';
  const deadline = computeDeadline({
    pack: getPack(library, pack),
    rule,
    trigger: old ? '2018-04-19' : '2026-06-15',
    facts: FACTS[rule] ?? {},
    today: '2026-11-23',
    trace: true,
  });
  expect(deadline.due).toMatch(/^\d{4}-\d\d-\d\d/);
  expect(deadline.safe).toMatch(/^\d{4}-\d\d-\d\d/);
  expect(deadline.citation.length).toBeGreaterThan(5);
  expect(['verified', 'from knowledge', 'doubtful']).toContain(deadline.confidence);
  expect(deadline.trace!.length).toBeGreaterThan(2);
});

describe.each([...library.packs.keys()])('the pack %s', (id) => {
  const pack = getPack(library, id);

  test('offers no fix that leads nowhere', () => {
    const templates = TEMPLATES.map((template) => String(template.id));
    const dead = pack.checks.filter(({ fix }) => fix?.kind === 'draft' && !templates.includes(fix.target ?? ''));
    expect(dead.map((check) => check.id)).toEqual([]);
  });

  test('asks of a filing, says what a draft must hold, and knows its kinds of case', () => {
    expect(pack.checks.length).toBeGreaterThan(10);
    expect(pack.drafts.length).toBeGreaterThan(4);
    expect(pack.types.length).toBeGreaterThan(2);
  });

  test('gives each remedy that lies a draft or a list of what it must hold, unless it is another court’s own', () => {
    const bare = pack.remedies.filter((row) => !row.bar && !row.draft && !row.checklist && row.rule !== undefined);
    expect(bare.map((row) => row.id)).toEqual([]);
  });
});

test('every ground of the taxonomy is in the packs of Pakistan and India', () => {
  for (const id of [...PROVINCES, 'in']) {
    expect(
      getPack(library, id)
        .grounds.map(({ code }) => code)
        .sort(),
      id,
    ).toEqual([...GROUND_CODES].sort());
  }
});
