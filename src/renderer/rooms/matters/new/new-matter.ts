import type { T } from '#renderer/app/i18n.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { PARTY_ROLES } from '#shared/contract/matters.ts';

type Pack = Output<'packs.list'>[number];
type Role = (typeof PARTY_ROLES)[number];

/** A party as it is typed on the page of a new matter. */
export interface PartyLine {
  /** Tells the lines apart while they are edited. */
  key: number;
  name: string;
  nameNative: string;
  role: Role;
  side: 'ours' | 'theirs';
}

/** All that is typed on the page of a new matter. */
export interface NewMatter {
  parties: readonly PartyLine[];
  incidentTo: string | null;
  organisation: string;
  pack: string;
  forum: string;
  forumName: string;
  type: string;
  numberText: string;
  firstOn: string | null;
  /** Empty while it follows the names. */
  title: string;
  kind: string;
  summary: string;
  openedOn: string;
}

/** What stands opposite a role, before anybody says otherwise. */
const OPPOSITE: Partial<Record<Role, Role>> = {
  complainant: 'accused',
  accused: 'complainant',
  petitioner: 'respondent',
  respondent: 'petitioner',
  plaintiff: 'defendant',
  defendant: 'plaintiff',
  appellant: 'respondent',
};
export const oppositeOf = (role: Role): Role => OPPOSITE[role] ?? 'respondent';

const COMPANY = /\b(ltd|limited|pvt|llp|plc|inc|company|bank|university|college|hospital|department|board|council)\b/i;

/** Whether a name reads like that of an organisation: "Bluefig Films (Pvt.) Ltd." */
export const readsLikeOrganisation = (name: string): boolean => COMPANY.test(name);

const namesOf = (parties: readonly PartyLine[], side: PartyLine['side']) =>
  parties.filter((party) => party.side === side && party.name.trim() !== '').map(({ name }) => name.trim());

/** Who moved comes first in the name of a case. */
const DEFENDS = new Set<Role>(['accused', 'respondent', 'defendant']);

/** The name of the case from the names of the parties: "Z. Qadri v. Bluefig Films (Pvt.) Ltd. and another". */
export function titleFrom(parties: readonly PartyLine[], t: T): string {
  const [ours, theirs] = [namesOf(parties, 'ours'), namesOf(parties, 'theirs')];
  const side = (names: readonly string[]) =>
    names.length < 2
      ? (names[0] ?? '')
      : t(names.length > 2 ? 'newMatter.andOthers' : 'newMatter.andAnother', { first: names[0] });
  const client = parties.find((party) => party.side === 'ours');
  const [first, second] = client && DEFENDS.has(client.role) ? [theirs, ours] : [ours, theirs];
  return [side(first), side(second)].filter(Boolean).join(' v. ');
}

/** What keeps a new matter from being saved, by the names of the fields. */
export function missingOf({ parties, openedOn, forum, forumName, type }: NewMatter): string[] {
  return [
    ...(namesOf(parties, 'ours').length === 0 ? ['client'] : []),
    ...(openedOn === '' ? ['openedOn'] : []),
    ...(forum !== '' && forumName.trim() === '' ? ['forumName'] : []),
    ...(forum !== '' && type.trim() === '' ? ['type'] : []),
  ];
}

const or = (text: string) => text.trim() || null;

/** The matter with its parties, as it is opened. */
export function matterInput(matter: NewMatter, reference: string, t: T): Input<'matters.open'> {
  const client = matter.parties.find(({ side, name }) => side === 'ours' && name.trim() !== '');
  const isFirst = new Set([client?.key]);
  return {
    reference,
    title: matter.title.trim() || titleFrom(matter.parties, t),
    titleNative: null,
    clientRole: client?.role ?? 'complainant',
    pack: matter.pack,
    kind: or(matter.kind),
    summary: or(matter.summary),
    organisation: or(matter.organisation),
    incidentFrom: null,
    incidentTo: matter.incidentTo,
    openedOn: matter.openedOn,
    closedOn: null,
    notes: null,
    first: firstOf(matter),
    parties: matter.parties
      .filter(({ name }) => name.trim() !== '')
      .map(({ key, name, nameNative, role, side }) => ({
        ...NO_PARTICULARS,
        name: name.trim(),
        nameNative: or(nameNative),
        role,
        side,
        kind: readsLikeOrganisation(name) ? ('organisation' as const) : ('person' as const),
        isClient: isFirst.has(key),
      })),
  };
}

const NO_PARTICULARS = {
  parentage: null,
  idNumber: null,
  occupation: null,
  status: null,
  organisation: null,
  address: null,
  phone: null,
  email: null,
  counsel: null,
  protected: false,
  pseudonym: null,
  courtSees: 'name',
  otherSideSees: 'pseudonym',
  publicSees: 'pseudonym',
  diedOn: null,
  notes: null,
  aliases: [] as string[],
} as const;

/** The first proceeding and its first date; undefined where no forum was chosen. */
function firstOf(matter: NewMatter): Input<'matters.open'>['first'] {
  if (matter.forum === '') return undefined;
  const client = matter.parties.find(({ side }) => side === 'ours');
  const year = /\b((?:18|19|20|21)\d\d)\b/.exec(matter.numberText)?.[1];
  const proceeding = {
    forum: matter.forum as Input<'proceedings.add'>['forum'],
    forumName: matter.forumName.trim(),
    seat: null,
    type: matter.type.trim(),
    numberText: or(matter.numberText),
    year: year ? Number(year) : null,
    side: client && DEFENDS.has(client.role) ? ('theirs' as const) : ('ours' as const),
    ourRole: client?.role ?? null,
    title: null,
    stage: matter.numberText.trim() ? null : 'to be filed',
    bench: null,
    provision: null,
    filedOn: null,
    relief: null,
    notes: null,
  };
  return { proceeding, hearing: matter.firstOn === null ? null : { ...NO_RESULT, date: matter.firstOn } };
}

const NO_RESULT = {
  time: null,
  room: null,
  bench: null,
  purpose: null,
  outcome: null,
  whatHappened: null,
  adjournedBy: null,
  adjournmentReason: null,
  nextOn: null,
  nextPurpose: null,
} as const;

/** The packs of a country's own regions come before the country itself: their text of the law is the nearer one. */
export const packOrder = (packs: readonly Pack[]): Pack[] =>
  [...packs].sort(
    (a, b) => a.country.localeCompare(b.country) || Number(a.region === null) - Number(b.region === null),
  );
