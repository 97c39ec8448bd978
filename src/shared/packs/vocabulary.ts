/** The closed sets of words that packs are written in. Adding a word here is a change of the program; adding a row is not. */

export const CONFIDENCES = ['verified', 'from knowledge', 'doubtful'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const FORUM_IDS = [
  'committee',
  'ombudsperson',
  'governor',
  'president',
  'civil-court',
  'district-court',
  'high-court',
  'supreme-court',
  'fcc',
  'magistrate',
  'police',
  'internal-committee',
  'local-committee',
  'employment-tribunal',
  'eat',
  'eeoc',
  'us-district-court',
  'court-of-appeals',
] as const;
export type ForumId = (typeof FORUM_IDS)[number];

/** What a remedy is, whatever it is called in one jurisdiction. */
export const REMEDY_IDS = [
  'appeal',
  'intra-court-appeal',
  'revision',
  'review',
  'restoration',
  'set-aside',
  're-presentation',
  'representation',
  'writ',
  'leave',
  'fresh',
  'report',
] as const;

/** The taxonomy of technical grounds; `MERITS` for a decision on the allegation itself, `CONSENT` for a settlement. */
export const GROUND_CODES = [
  'JUR-SUBJ',
  'JUR-PERS',
  'JUR-TERR',
  'JUR-PECU',
  'LIM',
  'LACH',
  'LOCUS',
  'NONJOIN',
  'MISJOIN',
  'FORUM',
  'ALTREM',
  'ICA-BAR',
  'PREMAT',
  'NOTICE',
  'NOCAUSE',
  'FEE',
  'VAKALAT',
  'UNSIGN',
  'AFFID',
  'ANNEX',
  'FORMAT',
  'PROCFEE',
  'DEF-P',
  'DEF-BOTH',
  'DEF-APP',
  'EXP-D',
  'PROSEC',
  'RESJUD',
  'LISPEN',
  'WITHD',
  'ABATE',
  'INFRUC',
  'CRIM-LIM',
  'SANCT',
  'CONF',
  'MERITS',
  'CONSENT',
] as const;
export type GroundCode = (typeof GROUND_CODES)[number];

/**
 * What a technical end does to a fresh action: `N` no bar, `C` curable in place, `T` fatal by time unless saved,
 * `B` bars a fresh action on the same cause, `I` bars the decided point only.
 */
export const PREJUDICES = ['N', 'C', 'T', 'B', 'I'] as const;

export const DRAFT_NAMES = [
  'complaint-phw',
  'written-defence-phw',
  'representation-phw',
  'writ-199',
  'cpla',
  'complaint-posh',
  'condonation',
  'restoration',
  'vakalatnama',
  'affidavit',
  'index',
  'certificate-bsa-63',
  'custody-sheet',
  'notice-defamation',
  'reply-notice-defamation',
  'written-statement',
  'chronology',
  'status-statement',
] as const;

export const PROFILE_IDS = [
  'plain',
  'ew-court',
  'ew-family',
  'ew-financial-remedy',
  'uksc',
  'et',
  'in-sc',
  'pk-paper-book',
  'us-appendix',
] as const;

/** How one proceeding hangs on another. */
export const LINK_KINDS = [
  'appeal-from',
  'representation-against',
  'revision-of',
  'review-of',
  'restoration-of',
  'writ-against',
  'leave-against',
  'remanded-to',
  'transferred-to',
  're-presented-after',
  'fresh-after',
  'counter-to',
  'parallel-to',
] as const;

export const SEVERITIES = ['error', 'warning', 'note'] as const;

/** What a finding's button does. */
export const FIX_KINDS = [
  'open-field',
  'write-paragraph',
  'make-annexure',
  'draft',
  'join-party',
  'record-copy',
  'record-fee',
  'explain-gap',
  'choose-remedy',
  'choose-forum',
  'redact',
] as const;

/** How a person stands to an organisation: what the definitions of "employee" are compared with. */
export const STANDINGS = [
  'regular',
  'contractual',
  'daily',
  'weekly',
  'monthly',
  'hourly',
  'piece-rate',
  'gig',
  'freelance',
  'temporary',
  'part-time',
  'student',
  'performer',
  'artist',
  'sportsperson',
  'intern',
  'trainee',
  'apprentice',
  'domestic-worker',
  'home-based-worker',
  'former-employee',
  'ad-hoc',
  'volunteer',
  'co-worker',
  'probationer',
  'job-applicant',
  'visitor',
  'worker',
] as const;
export type Standing = (typeof STANDINGS)[number];
