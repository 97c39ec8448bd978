import { type Check, inForceOn } from '../../packs/pack.ts';
import type { Predicate } from '../../packs/predicates.ts';
import { spokenDates } from '../blocks/dates.ts';
import type { Fault, Filing, Test } from './filing.ts';
import * as papers from './papers.ts';
import * as register from './register.ts';
import * as standing from './standing.ts';
import * as time from './time.ts';

/** The closed set of tests: one function of the same name for each predicate that a pack may use. */
const TESTS: Record<Predicate, Test> = {
  'forum-fits-relief': register.forumFitsRelief,
  'forum-fits-order': register.forumFitsOrder,
  'standing-made-out': standing.standingMadeOut,
  'organisation-stated': standing.organisationStated,
  'territory-consistent': standing.territoryConsistent,
  'value-within-limit': register.valueWithinLimit,
  'filed-in-time': time.filedInTime,
  'delay-explained': (filing, params) =>
    params.gaps === true ? time.gapsExplained(filing, params) : time.delayExplained(filing),
  'petitioner-aggrieved': standing.petitionerAggrieved,
  'parties-joined': register.partiesJoined,
  'causes-separate': register.causesSeparate,
  'earlier-remedy-used': register.earlierRemedyUsed,
  'appeal-not-barred': register.appealNotBarred,
  'not-premature': time.notPremature,
  'notice-given': time.noticeGiven,
  'incident-particulars': papers.incidentParticulars,
  'prayer-present': papers.prayerPresent,
  'fee-paid': papers.feePaid,
  'authority-complete': papers.authorityComplete,
  'signed-and-verified': papers.signedAndVerified,
  'affidavit-proper': papers.affidavitProper,
  'annexures-present': papers.annexuresPresent,
  'certified-copy-present': papers.certifiedCopyPresent,
  'paper-in-order': papers.paperInOrder,
  'process-fee-paid': papers.processFeePaid,
  'attendance-kept': register.attendanceKept,
  'no-earlier-decision': register.noEarlierDecision,
  'not-sub-judice': (filing, params) =>
    params.disclosed === true ? register.parallelDisclosed(filing) : register.notSubJudice(filing),
  'withdrawal-with-liberty': register.withdrawalWithLiberty,
  'legal-representatives': register.legalRepresentatives,
  'relief-still-possible': register.reliefStillPossible,
  'cognizance-in-time': time.cognizanceInTime,
  'sanction-obtained': register.sanctionObtained,
  'identities-protected': papers.identitiesProtected,
  'copies-sufficient': papers.copiesSufficient,
  'field-present': papers.fieldPresent,
};

/** One finding of the filing check. */
export interface Finding {
  /** The check's id, and its subject after a slash. */
  id: string;
  check: string;
  severity: Check['severity'];
  title: string;
  message: string;
  citation: string;
  confidence: string;
  lastChecked: string;
  fix: { kind: string; target: string | null; targetId: string | null; label: string; paragraph: string | null } | null;
  definition: NonNullable<Fault['definition']> | null;
}

export interface CheckResult {
  findings: Finding[];
  clear: { check: string; title: string }[];
  notAsked: { check: string; title: string; why: string }[];
}

const RANK = { error: 0, warning: 1, note: 2 } as const;

/** Puts every check of the pack that is in force, and that applies to the filing, to it; the gravest findings first. */
export function runChecks(filing: Filing): CheckResult {
  const result: CheckResult = { findings: [], clear: [], notAsked: [] };
  for (const check of filing.pack.checks) {
    if (!applies(check, filing) || !inForceOn(check, filing.filingOn)) continue;
    const { id, title } = check;
    const answer = TESTS[check.predicate](filing, check.params ?? {});
    if ('notAsked' in answer) result.notAsked.push({ check: id, title, why: answer.notAsked });
    else if (answer.length === 0) result.clear.push({ check: id, title });
    else result.findings.push(...answer.map((fault) => findingOf(check, fault)));
  }
  result.findings.sort((a, b) => RANK[a.severity] - RANK[b.severity] || (a.id < b.id ? -1 : 1));
  return result;
}

function applies({ applies: when }: Check, { proceeding, draft }: Filing): boolean {
  const within = (list: readonly string[] | undefined, value: string | undefined) =>
    list === undefined || (value !== undefined && list.includes(value));
  return (
    within(when?.forums, proceeding.forum) &&
    within(when?.types, proceeding.type) &&
    within(when?.drafts, draft?.template)
  );
}

function findingOf(check: Check, fault: Fault): Finding {
  const { id, severity, title, message, citation, confidence, lastChecked, fix } = check;
  return {
    id: fault.subject === undefined ? id : `${id}/${fault.subject}`,
    check: id,
    severity,
    title,
    message: spokenDates(message.replace(/\{(\w+)\}/g, (whole, key: string) => fault.values?.[key] ?? whole)),
    citation,
    confidence,
    lastChecked,
    fix: fix
      ? {
          kind: fix.kind,
          target: fault.target ?? fix.target ?? null,
          targetId: fault.targetId ?? null,
          label: fix.label,
          paragraph: fault.paragraph ?? null,
        }
      : null,
    definition: fault.definition ?? null,
  };
}
