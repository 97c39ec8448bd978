import { type Answer, CLEAR, type Filing, has, notAsked, type Params, strings } from './filing.ts';

/** Tests of a filing against the other proceedings and the order that it challenges. */

export function forumFitsRelief({ pack, proceeding }: Filing): Answer {
  const type = pack.types.find(({ id }) => id === proceeding.type);
  if (!type) return notAsked('the pack does not know this type of proceeding');
  return (type.forums as readonly string[]).includes(proceeding.forum)
    ? CLEAR
    : [{ values: { type: type.title, forum: proceeding.forum }, target: 'proceeding.forum', targetId: proceeding.id }];
}

/** There is a remedy of this type, before this forum, against an order of that one. */
export function forumFitsOrder({ pack, proceeding, impugned }: Filing): Answer {
  if (!impugned) return notAsked('no order is challenged');
  const fits = pack.remedies.some(
    ({ against, forum, type, bar }) =>
      bar === undefined &&
      (forum === proceeding.forum || impugned.forum === proceeding.forum) &&
      (type === undefined || type === proceeding.type) &&
      (against.forums === undefined || (against.forums as readonly string[]).includes(impugned.forum)),
  );
  return fits
    ? CLEAR
    : [
        {
          values: { type: proceeding.type, order: `${impugned.date}, ${impugned.forumName}` },
          target: 'proceeding.type',
          targetId: proceeding.id,
        },
      ];
}

export function valueWithinLimit({ draft }: Filing, params: Params): Answer {
  const value = Number(draft?.answers[String(params.answer ?? 'valueMinor')]);
  const limit = Number(params.limitMinor ?? Number.NaN);
  if (!Number.isFinite(value) || !Number.isFinite(limit)) return notAsked('no value or no ceiling is recorded');
  return value <= limit
    ? CLEAR
    : [{ values: { value: String(value), limit: String(limit) }, target: 'proceeding.forum' }];
}

/** Those of the proceeding below, and the authority that decided, are all parties. */
export function partiesJoined({ impugned, joined, parties, proceeding }: Filing, params: Params): Answer {
  if (joined.length === 0)
    return [{ subject: 'none', values: { who: 'any party' }, target: 'proceeding.parties', targetId: proceeding.id }];
  const missing = (impugned?.partyIds ?? []).filter((id) => !joined.includes(id));
  const faults = missing.map((id) => {
    const who = parties.find((party) => party.id === id)?.name ?? 'a party of the proceeding below';
    return { subject: id, values: { who }, target: 'proceeding.parties', targetId: id };
  });
  const authority = params.authority === true && impugned !== null;
  const roles = ['competent-authority', 'organisation'];
  const hasAuthority = parties.some(
    ({ id, role, kind }) => joined.includes(id) && (roles.includes(role) || kind === 'authority'),
  );
  if (authority && !hasAuthority)
    faults.push({
      subject: 'authority',
      values: { who: 'the authority that decided' },
      target: 'proceeding.parties',
      targetId: proceeding.id,
    });
  return faults;
}

export function causesSeparate({ draft }: Filing): Answer {
  if (!draft) return notAsked('there is no draft yet');
  const penalty = draft.prayers.some(({ kind }) => kind === 'penalty');
  const civil = draft.prayers.some(({ text }) =>
    /decree|damages for defamation|injunction against publication/i.test(text),
  );
  return penalty && civil
    ? [
        {
          values: { what: 'a penalty under the Act and a decree of a civil court' },
          target: 'draft.prayers',
          targetId: draft.id,
        },
      ]
    : CLEAR;
}

/** The rung below was used, or the draft says why not. */
export function earlierRemedyUsed({ impugned, draft }: Filing, params: Params): Answer {
  if (!impugned) return notAsked('no order is challenged');
  const rungs = strings(params, 'after');
  if (rungs.length === 0 || rungs.includes(impugned.forum)) return CLEAR;
  if (
    /no other (?:adequate )?(?:alternate |alternative )?remedy|alternative remedy|not (?:an )?adequate remedy/i.test(
      draft?.text ?? '',
    )
  )
    return CLEAR;
  return [
    {
      values: { rung: rungs.join(' or '), order: `${impugned.date}, ${impugned.forumName}` },
      target: 'draft.grounds',
      ...(draft ? { targetId: draft.id } : {}),
    },
  ];
}

/** An intra-court appeal after a statute that gave a remedy of its own. */
export function appealNotBarred({ proceeding, impugned, others }: Filing): Answer {
  if (proceeding.type !== 'ica' || !impugned) return notAsked('it is no intra-court appeal');
  const statutory = others.some(
    ({ type, linked, forum }) =>
      type === 'representation' || (linked && ['governor', 'president', 'ombudsperson'].includes(forum)),
  );
  return statutory ? [{ values: { order: impugned.date }, target: 'proceeding.type', targetId: proceeding.id }] : CLEAR;
}

export function attendanceKept({ lastHearing, today }: Filing): Answer {
  if (!lastHearing) return notAsked('no hearing is recorded');
  return lastHearing.date < today && lastHearing.outcome === null
    ? [{ values: { day: lastHearing.date }, target: 'hearing' }]
    : CLEAR;
}

/** The same parties have a decision that is on the merits, or by which a fresh action is barred. */
export function noEarlierDecision({ others, joined }: Filing): Answer {
  const same = (ids: readonly string[]) => joined.length === 0 || ids.filter((id) => joined.includes(id)).length >= 2;
  return others
    .filter(
      ({ linked, merits, disposal, partyIds }) => !linked && disposal !== null && merits === 'yes' && same(partyIds),
    )
    .map(({ id, name }) => ({ subject: id, values: { name }, target: 'proceeding', targetId: id }));
}

export function notSubJudice({ others, joined, proceeding }: Filing): Answer {
  return others
    .filter(
      ({ linked, pending, type, partyIds }) =>
        !linked && pending && type === proceeding.type && partyIds.some((id) => joined.includes(id)),
    )
    .map(({ id, name }) => ({ subject: id, values: { name }, target: 'proceeding', targetId: id }));
}

export function withdrawalWithLiberty({ others, proceeding }: Filing): Answer {
  return others
    .filter(
      ({ disposal, type, summary }) =>
        disposal === 'withdrawn' && type === proceeding.type && !/liberty|permission to file/i.test(summary ?? ''),
    )
    .map(({ id, name }) => ({ subject: id, values: { name }, target: 'order', targetId: id }));
}

export function legalRepresentatives({ parties, joined }: Filing): Answer {
  return parties
    .filter(({ id, diedOn }) => diedOn !== null && (joined.length === 0 || joined.includes(id)))
    .map(({ id, name, diedOn }) => ({ subject: id, values: { name, day: diedOn! }, target: 'party', targetId: id }));
}

export function reliefStillPossible({ others }: Filing): Answer {
  return others
    .filter(({ disposal, linked }) => linked && disposal === 'infructuous')
    .map(({ id, name }) => ({ subject: id, values: { name }, target: 'draft.prayers' }));
}

export function sanctionObtained({ parties, draft }: Filing): Answer {
  const servants = parties.filter(
    ({ side, status, occupation }) =>
      side === 'theirs' &&
      /public servant|government|police officer|civil servant/i.test(`${status ?? ''} ${occupation ?? ''}`),
  );
  if (servants.length === 0 || /sanction/i.test(draft?.text ?? '')) return CLEAR;
  return servants.map(({ id, name }) => ({ subject: id, values: { name }, target: 'party', targetId: id }));
}

/** Matters that run beside it are disclosed; what was filed after it cannot have been. */
export function parallelDisclosed({ others, draft, filingOn }: Filing): Answer {
  if (!draft) return notAsked('there is no draft yet');
  return others
    .filter(({ beside, pending, filedOn }) => beside && pending && (filedOn === null || filedOn <= filingOn))
    .filter(({ name }) => has(name) && !draft.text.includes(name))
    .map(({ id, name }) => ({ subject: id, values: { name }, target: 'draft', targetId: draft.id }));
}
