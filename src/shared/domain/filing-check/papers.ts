import { type Answer, CLEAR, type Fault, type Filing, has, notAsked, type Params, strings } from './filing.ts';

const noDraft = notAsked('there is no draft yet');

export function incidentParticulars({ incidents }: Filing): Answer {
  if (incidents.length === 0) return [{ values: { what: 'any incident' }, target: 'facts' }];
  return incidents.flatMap(({ id, date, place, act, witnesses }): Fault[] => {
    const missing = [
      date ? '' : 'date',
      has(place) ? '' : 'place',
      has(act) ? '' : 'what was done',
      has(witnesses) ? '' : 'who saw or heard it',
    ];
    const what = missing.filter(Boolean).join(', ');
    return what === ''
      ? []
      : [
          {
            subject: id,
            values: { what: `${what} of the incident${date ? ` of ${date}` : ''}` },
            target: 'fact',
            targetId: id,
          },
        ];
  });
}

export function prayerPresent({ draft }: Filing, params: Params): Answer {
  if (!draft) return noDraft;
  const wanted = strings(params, 'kinds');
  if (draft.prayers.length === 0)
    return [{ values: { what: 'no relief is asked for' }, target: 'draft.prayers', targetId: draft.id }];
  const missing = wanted.filter((kind) => !draft.prayers.some((prayer) => prayer.kind === kind));
  return missing.map((kind) => ({
    subject: kind,
    values: { what: `no ${kind} is asked for` },
    target: 'draft.prayers',
    targetId: draft.id,
  }));
}

export function feePaid({ filings }: Filing): Answer {
  const filing = filings.at(-1);
  if (!filing) return notAsked('no filing is entered yet');
  if (filing.feeMinor !== null && has(filing.receipt)) return CLEAR;
  return [
    {
      values: { what: filing.feeMinor === null ? 'the court fee' : 'the number of its receipt' },
      target: 'filing.courtFeeMinor',
    },
  ];
}

export function authorityComplete({ draft }: Filing): Answer {
  if (!draft) return noDraft;
  const faults: Fault[] = [];
  if (!draft.counsel) return [{ values: { what: 'counsel' }, target: 'draft.counsel', targetId: draft.id }];
  if (!has(draft.counsel.licence))
    faults.push({
      subject: 'licence',
      values: { what: 'counsel’s licence or ledger number' },
      target: 'draft.counsel.licence',
      targetId: draft.id,
    });
  if (!has(draft.counsel.mobile))
    faults.push({
      subject: 'mobile',
      values: { what: 'counsel’s mobile number' },
      target: 'draft.counsel.mobile',
      targetId: draft.id,
    });
  return faults;
}

export function signedAndVerified({ draft }: Filing): Answer {
  if (!draft) return noDraft;
  const { place, date, deponentId } = draft.verification;
  const missing = [has(place) ? '' : 'place', has(date) ? '' : 'date', has(deponentId) ? '' : 'deponent'].filter(
    Boolean,
  );
  if (missing.length > 0)
    return [
      {
        values: { what: `${missing.join(', ')} of the verification` },
        target: 'draft.verification',
        targetId: draft.id,
      },
    ];
  return CLEAR;
}

export function affidavitProper({ draft, parties }: Filing): Answer {
  if (!draft) return noDraft;
  const deponent = parties.find(({ id }) => id === draft.verification.deponentId);
  if (!deponent)
    return [
      { values: { what: 'the deponent, who is to be the party' }, target: 'draft.verification', targetId: draft.id },
    ];
  const missing = [
    has(deponent.idNumber) ? '' : 'identity number',
    has(deponent.occupation) ? '' : 'occupation',
    has(deponent.address) ? '' : 'address',
  ];
  return missing.filter(Boolean).map((what) => ({
    subject: what,
    values: { what: `${what} of ${deponent.name}` },
    target: 'party',
    targetId: deponent.id,
  }));
}

export function annexuresPresent({ draft, annexures }: Filing, params: Params): Answer {
  if (!draft) return noDraft;
  const faults: Fault[] = draft.dangling.map((mark) => ({
    subject: mark,
    values: { mark },
    target: 'draft.annexures',
    targetId: draft.id,
  }));
  const least = Number(params.least ?? 0);
  if (annexures.length < least)
    faults.push({ subject: 'none', values: { mark: 'none at all' }, target: 'draft.annexures', targetId: draft.id });
  return faults;
}

export function certifiedCopyPresent({ impugned, annexures, draft }: Filing): Answer {
  if (!impugned) return notAsked('no order is challenged');
  const faults: Fault[] = [];
  const values = { order: `the order of ${impugned.date}, ${impugned.forumName}` };
  if (!impugned.certified) faults.push({ subject: 'copy', values, target: 'order.copy', targetId: impugned.id });
  if (draft && !annexures.some(({ orderId }) => orderId === impugned.id)) {
    faults.push({
      subject: 'annexed',
      values: { order: `${values.order}, among the annexures` },
      target: 'draft.annexures',
      targetId: draft.id,
    });
  }
  return faults;
}

/** No blank is left, and each annexure has pages to be numbered. */
export function paperInOrder({ draft, annexures }: Filing): Answer {
  if (!draft) return noDraft;
  const blanks = draft.blanks.map(
    ({ id, label }): Fault => ({
      subject: id,
      values: { what: `a blank: ${label}` },
      target: `draft.${id}`,
      targetId: draft.id,
    }),
  );
  const pageless = annexures.filter(({ pages }) => pages === 0);
  return [
    ...blanks,
    ...pageless.map(
      ({ id, mark }): Fault => ({
        subject: id,
        values: { what: `no pages in Annexure ${mark}` },
        target: 'draft.annexures',
      }),
    ),
  ];
}

export function processFeePaid({ filings }: Filing): Answer {
  return filings.length === 0 ? notAsked('no filing is entered yet') : CLEAR;
}

export function copiesSufficient({ filings, joined }: Filing, params: Params): Answer {
  const filing = filings.at(-1);
  const wanted = Number(params.sets ?? 0) + (params.perParty === true ? joined.length : 0);
  if (!filing) return notAsked('no filing is entered yet');
  if (filing.copies === null)
    return [{ values: { have: 'not recorded', need: String(wanted) }, target: 'filing.copies' }];
  return filing.copies >= wanted
    ? CLEAR
    : [{ values: { have: String(filing.copies), need: String(wanted) }, target: 'filing.copies' }];
}

export function identitiesProtected({ namesShown, draft }: Filing): Answer {
  return namesShown.map(({ name, pseudonym }) => ({
    subject: name,
    values: { pseudonym: pseudonym ?? 'a pseudonym', audience: draft?.audience ?? 'public' },
    target: 'draft',
    ...(draft ? { targetId: draft.id } : {}),
  }));
}

/** A field of the draft, of the proceeding or of a party in a role is filled in. */
export function fieldPresent({ draft, proceeding, parties }: Filing, params: Params): Answer {
  const field = String(params.field ?? '');
  const [record = '', name = ''] = field.split('.', 2);
  if (record === 'party') {
    const roles = strings(params, 'roles');
    return parties
      .filter(({ role, kind }) => roles.includes(role) && kind === 'person')
      .filter((party) => !has((party as unknown as Record<string, string | null>)[name]))
      .map(({ id, name: who }) => ({
        subject: id,
        values: { what: String(params.label ?? name), who },
        target: field,
        targetId: id,
      }));
  }
  if (record === 'proceeding') {
    const value = (proceeding as unknown as Record<string, string | null>)[name];
    return has(value)
      ? CLEAR
      : [
          {
            values: { what: String(params.label ?? name), who: 'the proceeding' },
            target: field,
            targetId: proceeding.id,
          },
        ];
  }
  if (!draft) return noDraft;
  const value = name in draft ? (draft as unknown as Record<string, unknown>)[name] : draft.answers[name];
  const filled =
    typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) ? value.length > 0 : Boolean(value);
  return filled
    ? CLEAR
    : [{ values: { what: String(params.label ?? name), who: 'the draft' }, target: field, targetId: draft.id }];
}
