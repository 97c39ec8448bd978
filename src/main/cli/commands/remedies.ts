import { type CliContext, type Command, EXIT } from '#main/cli/command.ts';
import { libraryOf } from '#main/cli/library.ts';
import { readDay, readFacts } from '#main/cli/read.ts';
import { readArgs } from '#main/cli/usage.ts';
import { spokenDates } from '#shared/domain/blocks/dates.ts';
import { DISPOSALS, INTERIM_KINDS } from '#shared/domain/disposals/facts.ts';
import { type RemedyOffer, remediesAgainst } from '#shared/domain/remedies/list.ts';
import { getPack } from '#shared/packs/library.ts';
import type { Pack } from '#shared/packs/pack.ts';
import { FORUM_IDS, GROUND_CODES } from '#shared/packs/vocabulary.ts';
import { problem } from '#shared/problem.ts';

export const remediesCommand: Command = {
  name: 'remedies',
  usage:
    '--pack P --forum F --ground G --order-date D [--type T] [--disposal D | --interim K] [--communicated DATE] ' +
    '[--copy APPLIED..READY] [--fact KEY=VALUE …] [--vault V]',
  summary: 'What lies against an order: where, by when, what must be shown, and what does not lie and why.',
  example: 'remedies --pack pk-punjab --forum ombudsperson --ground JUR-PERS --order-date 2026-11-12',
  run: async (context) => runRemedies(context),
};

async function runRemedies(context: CliContext): Promise<number> {
  const { values } = readArgs(
    context.args,
    {
      pack: { type: 'string' },
      forum: { type: 'string' },
      ground: { type: 'string' },
      'order-date': { type: 'string' },
      type: { type: 'string' },
      disposal: { type: 'string' },
      interim: { type: 'string' },
      communicated: { type: 'string' },
      copy: { type: 'string' },
      fact: { type: 'string', multiple: true },
      vault: { type: 'string' },
    },
    { min: 0 },
  );
  const need = (name: 'pack' | 'forum' | 'ground' | 'order-date') => {
    const value = values[name];
    if (value === undefined)
      throw problem('wrong-use', `remedies needs --${name}.`, { hint: 'See: misl help remedies' });
    return value;
  };
  const pack = getPack(await libraryOf(context, values.vault), need('pack'));
  const offers = remediesAgainst(
    pack,
    {
      forum: oneOf('--forum', need('forum'), FORUM_IDS),
      ground: oneOf('--ground', need('ground'), GROUND_CODES),
      date: readDay(need('order-date'), '--order-date'),
      type: values.type ?? null,
      disposal: values.disposal === undefined ? null : oneOf('--disposal', values.disposal, DISPOSALS),
      interim: values.interim === undefined ? null : oneOf('--interim', values.interim, INTERIM_KINDS),
      communicatedOn: values.communicated === undefined ? null : readDay(values.communicated, '--communicated'),
      copies: values.copy === undefined ? [] : [readCopy(values.copy)],
      facts: readFacts(values.fact ?? []),
    },
    { today: context.today, trace: true },
  );
  if (context.json) context.out(JSON.stringify(offers.map((offer) => answer(pack, offer))));
  else for (const line of offers.flatMap((offer) => asText(pack, offer))) context.out(line);
  return EXIT.done;
}

function oneOf<const T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((each) => each === value);
  if (found === undefined) {
    throw problem('wrong-use', `${option}: there is no “${value}”.`, { hint: `One of: ${known.join(', ')}` });
  }
  return found;
}

function readCopy(text: string): { appliedOn: string; readyOn: string } {
  const [applied = '', ready = '', ...more] = text.split('..');
  const copy = { appliedOn: readDay(applied, '--copy'), readyOn: readDay(ready, '--copy') };
  if (more.length > 0 || copy.readyOn < copy.appliedOn) {
    throw problem('wrong-use', `--copy: “${text}” ends before it begins.`, { hint: 'Write it APPLIED..READY.' });
  }
  return copy;
}

/** One remedy as the command line gives it. */
function answer(pack: Pack, offer: RemedyOffer) {
  const { deadline, noPeriod, checklist } = offer;
  const { nominal = null, due = null, safe = null, target = null, latest, outOfTime, reviewOn } = deadline ?? {};
  return {
    remedy: offer.remedy,
    id: offer.id,
    title: offer.title,
    forum: offer.forum,
    lies: offer.lies,
    ...(offer.reason ? { reason: offer.reason } : {}),
    nominal,
    due,
    safe,
    target,
    ...(latest ? { latest } : {}),
    ...(outOfTime ? { outOfTime } : {}),
    ...(reviewOn ? { reviewOn } : {}),
    ...(noPeriod ? { noPeriod } : {}),
    daysLeft: offer.daysLeft,
    ...(deadline ? { rule: deadline.rule, pack: pack.id } : {}),
    citation: offer.citation,
    confidence: offer.confidence,
    lastChecked: offer.lastChecked,
    mustShow: offer.mustShow,
    warnings: offer.warnings,
    ...(offer.draft ? { draft: offer.draft } : {}),
    ...(checklist ? { checklist: checklist.items.map(({ text, level }) => ({ text, level })) } : {}),
    trace: deadline?.trace ?? [
      { date: null, step: offer.reason ?? noPeriod ?? 'no period is fixed', citation: offer.citation },
    ],
  };
}

function asText(pack: Pack, offer: RemedyOffer): string[] {
  const { deadline } = offer;
  const forum = pack.forums.find(({ id }) => id === offer.forum)?.title ?? offer.forum;
  const when = offer.lies
    ? deadline?.due
      ? `due ${deadline.due}, safe ${deadline.safe}${deadline.latest ? `, latest ${deadline.latest}` : ''}`
      : deadline?.reviewOn
        ? `no fixed period; explain delay from ${deadline.reviewOn}`
        : (deadline?.reason?.text ?? offer.noPeriod ?? 'no period')
    : `does not lie: ${offer.reason}`;
  return [
    `${offer.title} (${forum}): ${when}`,
    `  rests on ${offer.citation} (${offer.confidence}, checked ${offer.lastChecked})`,
    ...offer.mustShow.map((each) => `  show: ${each}`),
    ...offer.warnings.map((each) => `  note: ${each}`),
    ...(offer.draft ? [`  draft: ${offer.draft}`] : []),
  ].map(spokenDates);
}
