import { z } from 'zod';
import { calls } from './call.ts';
import { day, done, id, line, made, minor, short, text, time } from './fields.ts';
import { ADJOURNED_BY, HEARING_OUTCOMES } from './proceedings.ts';

/** How near a deadline is: passed, within 3 days, within 21 days, later. */
export const URGENCIES = ['over', 'now', 'soon', 'later'] as const;
export const FORGOTTEN_KINDS = ['no-next-date', 'no-deadline', 'quiet', 'interim-lapses', 'outcome-missing'] as const;

const DEADLINE_STATES = ['open', 'done', 'missed', 'waived'] as const;
export const PAYMENT_KINDS = [
  'court-fee',
  'process-fee',
  'copy-fee',
  'costs-paid',
  'costs-received',
  'professional-fee',
  'expense',
] as const;

const taskFields = { title: line, dueOn: day.nullable(), doneOn: day.nullable(), notes: text };
const paymentFields = {
  kind: z.enum(PAYMENT_KINDS),
  title: line,
  amountMinor: minor,
  currency: z.string().regex(/^[A-Z]{3}$/),
  paidOn: day.nullable(),
  receipt: short,
  notes: text,
};
const where = { matterId: id, proceedingId: id.nullable() };

const exclusion = z.strictObject({
  kind: z.enum(['copy', 'forum', 'other']),
  from: day,
  to: day,
  evidence: short.optional(),
});
/** What a deadline is counted from. */
const countInputs = z.strictObject({
  pack: line.max(60),
  rule: line.max(80),
  triggerOn: day,
  triggerTime: z.string().nullable().optional(),
  exclusions: z.array(exclusion).max(50),
  facts: z.record(z.string().max(60), z.string().max(200)),
});

const traceStep = z.object({ date: z.string(), step: z.string(), citation: z.string().optional() });
const drawnDay = z.object({
  date: z.string(),
  kind: z.string(),
  count: z.number().nullish(),
  note: z.string().nullish(),
});
/** A computed deadline, its parts named as the rules name them; with times where a period is of hours. */
const computed = z.object({
  rule: z.string(),
  pack: z.string(),
  title: z.string(),
  trigger: z.string(),
  sense: z.enum(['by', 'not-before']),
  nominal: z.string().nullable(),
  due: z.string().nullable(),
  safe: z.string().nullable(),
  target: z.string().nullable(),
  latest: z.string().optional(),
  outOfTime: z.literal(true).optional(),
  citation: z.string(),
  confidence: z.string(),
  lastChecked: z.string(),
  /** Why there is no date. */
  reason: z.object({ code: z.string(), text: z.string() }).optional(),
  time: z.string().optional(),
  reviewOn: z.string().optional(),
  alternatives: z.array(
    z.object({
      label: z.string(),
      due: z.string(),
      citation: z.string().optional(),
      confidence: z.string().optional(),
    }),
  ),
  warnings: z.array(z.string()),
  trace: z.array(traceStep).optional(),
  days: z.array(drawnDay).optional(),
  /** The ledger of exclusions: what became of each stretch of time that was to be left out. */
  excluded: z
    .array(
      z.object({
        kind: z.enum(['copy', 'forum', 'other']),
        from: day,
        to: day,
        days: z.number(),
        shorter: z.number(),
        evidence: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    )
    .optional(),
});

const deadlineRow = z.object({
  id,
  ...where,
  orderId: id.nullable(),
  title: z.string(),
  pack: z.string().nullable(),
  rule: z.string().nullable(),
  remedy: z.string().nullable(),
  triggerOn: day.nullable(),
  inputs: z.string().nullable(),
  nominal: z.string().nullable(),
  dueOn: day.nullable(),
  safeOn: day.nullable(),
  latestOn: day.nullable(),
  citation: z.string().nullable(),
  confidence: z.string().nullable(),
  overrideOn: day.nullable(),
  overrideReason: z.string().nullable(),
  state: z.enum(DEADLINE_STATES),
  doneOn: day.nullable(),
  notes: z.string().nullable(),
});
const taskRow = z.object({ id, ...where, ...taskFields });
const paymentRow = z.object({ id, ...where, ...paymentFields });

const diaryHearing = z.object({
  id,
  matterId: id,
  matterTitle: z.string(),
  proceedingId: id,
  forum: z.string(),
  forumName: z.string(),
  seat: z.string().nullable(),
  numberText: z.string().nullable(),
  date: day,
  time: z.string().nullable(),
  room: z.string().nullable(),
  bench: z.string().nullable(),
  purpose: z.string().nullable(),
  outcome: z.enum(HEARING_OUTCOMES).nullable(),
  adjournedBy: z.enum(ADJOURNED_BY).nullable(),
  whatHappened: z.string().nullable(),
  nextOn: day.nullable(),
  /** Other hearings at the same hour in another court. */
  clashes: z.array(id),
});
/** What a line of quick add may be about. */
const diaryCase = z.object({
  proceedingId: id,
  matterId: id,
  matterTitle: z.string(),
  forum: z.string(),
  forumName: z.string(),
  seat: z.string().nullable(),
  numberText: z.string().nullable(),
  /** Where it was heard last. */
  room: z.string().nullable(),
  bench: z.string().nullable(),
  nextOn: day.nullable(),
});
const reading = z.object({ text: z.string(), options: z.array(z.string()), doubt: z.string().nullable() });
const madeSince = z.object({ id, on: day, text: z.string() });

const diaryDeadline = z.object({
  id,
  matterId: id,
  matterTitle: z.string(),
  proceedingId: id.nullable(),
  numberText: z.string().nullable(),
  title: z.string(),
  /** The day that it is worked to: the override, else the due day. */
  on: day,
  safeOn: day.nullable(),
  citation: z.string().nullable(),
  confidence: z.string().nullable(),
  state: z.enum(DEADLINE_STATES),
});
const diaryTask = z.object({
  id,
  matterId: id,
  matterTitle: z.string(),
  proceedingId: id.nullable(),
  title: z.string(),
  on: day,
  doneOn: day.nullable(),
});

/** One way against an order. Dates are plain days; `deadline` has the count with its working. */
const remedyOffer = z.object({
  /** The row's id in the pack: what `remedies.choose` takes. */
  id: z.string(),
  /** `appeal`, `writ`, `representation` … */
  remedy: z.string(),
  title: z.string(),
  titleNative: z.string().nullable(),
  /** The forum's id, and what the pack calls it. */
  forum: z.string(),
  forumTitle: z.string(),
  /** The type of proceeding that it opens, in words. */
  opens: z.string().nullable(),
  lies: z.boolean(),
  reason: z.string().nullable(),
  due: day.nullable(),
  safe: day.nullable(),
  latest: day.nullable(),
  /** Where no period is fixed: the day from which delay must be explained. */
  reviewOn: day.nullable(),
  /** Why no period is fixed. */
  noPeriod: z.string().nullable(),
  daysLeft: z.number().nullable(),
  safeDaysLeft: z.number().nullable(),
  rule: z.string().nullable(),
  pack: z.string().nullable(),
  citation: z.string(),
  confidence: z.string(),
  lastChecked: z.string(),
  mustShow: z.array(z.string()),
  warnings: z.array(z.string()),
  /** The draft that starts it, and whether there is a template for it. */
  draft: z.string().nullable(),
  hasTemplate: z.boolean(),
  /** What the document must hold. */
  checklist: z
    .object({
      id: z.string(),
      title: z.string(),
      citation: z.string(),
      items: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          level: z.enum(['mandatory', 'expected']),
          citation: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  /** The proceeding that was already opened by it. */
  chosen: id.nullable(),
  /** The deadline that is in the diary for it. */
  deadlineId: id.nullable(),
  deadline: computed.nullable(),
});

/** Hearings, deadlines, tasks and money, over all matters. */
export const diaryCalls = calls({
  'diary.between': {
    input: z.strictObject({ from: day, to: day }),
    output: z.object({ hearings: z.array(diaryHearing), deadlines: z.array(diaryDeadline), tasks: z.array(diaryTask) }),
    touches: ['hearing', 'proceeding', 'matter', 'deadline', 'task'],
  },
  /** Matters that nobody would think of: no next date, no deadline, nothing for 60 days; and interim orders about to lapse. */
  'diary.forgotten': {
    input: z.strictObject({}),
    output: z.array(
      z.object({
        kind: z.enum(FORGOTTEN_KINDS),
        matterId: id,
        matterTitle: z.string(),
        proceedingId: id.nullable(),
        numberText: z.string().nullable(),
        since: day.nullable(),
        detail: z.string().nullable(),
      }),
    ),
    touches: ['hearing', 'proceeding', 'matter', 'deadline', 'court_order'],
  },
  /** Open deadlines by how near they are: how many, and the first of each. */
  'diary.deadlines': {
    input: z.strictObject({ most: z.number().int().min(1).max(500) }),
    output: z.array(z.object({ urgency: z.enum(URGENCIES), count: z.number(), deadlines: z.array(diaryDeadline) })),
    touches: ['deadline', 'matter', 'proceeding'],
  },
  /** Hearings without an outcome: of today, and left from before, the oldest first. */
  'diary.afterCourt': {
    input: z.strictObject({}),
    output: z.object({ today: z.array(diaryHearing), before: z.array(diaryHearing), beforeCount: z.number() }),
    touches: ['hearing', 'proceeding', 'matter'],
  },
  /** What a result of a hearing rests on and touches. */
  'diary.aroundHearing': {
    input: z.strictObject({ id }),
    output: z.object({
      /** Adjournments of the proceeding so far, by who asked. */
      adjournments: z.record(z.enum(ADJOURNED_BY), z.number()),
      /** Its open deadlines, which an adjournment does not move. */
      deadlines: z.array(diaryDeadline),
      /** Interim orders that are running, with their end where they have one. */
      interim: z.array(z.object({ id, summary: z.string().nullable(), until: day.nullable() })),
    }),
    touches: ['hearing', 'deadline', 'court_order', 'proceeding', 'matter'],
  },
  /** Days on which a court does not sit, with the reason. Without a proceeding: as the vault's own pack has it. */
  'diary.closedDays': {
    input: z.strictObject({ from: day, to: day, proceedingId: id.nullable() }),
    output: z.array(z.object({ date: day, why: z.string() })),
    touches: ['proceeding', 'matter', 'setting'],
  },
  /** What a day holds for a case that would be listed on it. */
  'diary.checkDay': {
    input: z.strictObject({ proceedingId: id, on: day, time: time.nullable(), exceptId: id.nullable() }),
    output: z.object({
      closed: z.string().nullable(),
      /** The open days before and after a closed one. */
      before: day.nullable(),
      after: day.nullable(),
      hearings: z.number(),
      /** Hearings at the same hour in another court. */
      clashes: z.array(diaryHearing),
      /** The case is in the diary for this day already. */
      listedId: id.nullable(),
    }),
    touches: ['hearing', 'proceeding', 'matter', 'setting'],
  },
  /** Reads a line such as "W.P. 12345/2019 12 Dec 10am arguments". Nothing is guessed: what is open has options. */
  'diary.readQuickAdd': {
    input: z.strictObject({ text: z.string().max(300) }),
    output: z.object({
      kind: z.enum(['hearing', 'task']),
      /** The number as it was typed. */
      number: z.string().nullable(),
      /** Whether the cases were found by their number, or by a name in the line. */
      by: z.enum(['number', 'name']).nullable(),
      cases: z.array(diaryCase),
      day: reading.nullable(),
      time: reading.nullable(),
      room: z.string().nullable(),
      purpose: z.string().nullable(),
      unread: z.array(z.string()),
    }),
    touches: ['proceeding', 'matter', 'hearing', 'setting'],
  },
  /** Cases by number or name, for choosing one. */
  'diary.findCases': {
    input: z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(50) }),
    output: z.array(diaryCase),
    touches: ['proceeding', 'matter', 'hearing'],
  },
  /** What changed since the last hearing: of one proceeding, or of the whole matter. */
  'diary.since': {
    input: z.strictObject({ matterId: id, proceedingId: id.nullable() }),
    output: z.object({
      matterTitle: z.string(),
      numberText: z.string().nullable(),
      last: z
        .object({ id, date: day, purpose: z.string().nullable(), outcome: z.enum(HEARING_OUTCOMES).nullable() })
        .nullable(),
      next: z.object({ date: day, time: z.string().nullable(), purpose: z.string().nullable() }).nullable(),
      orders: z.array(madeSince),
      filings: z.array(madeSince),
      facts: z.array(madeSince),
      exhibits: z.array(madeSince),
      tasks: z.array(z.object({ id, on: day.nullable(), text: z.string(), done: z.boolean() })),
      deadlines: z.array(z.object({ id, title: z.string(), was: day.nullable(), is: day.nullable(), why: z.string() })),
    }),
    touches: ['hearing', 'court_order', 'filing', 'fact', 'exhibit', 'task', 'deadline', 'proceeding', 'matter'],
  },
  /** The same on half a page, as a PDF where the user says. */
  'diary.saveSince': {
    input: z.strictObject({ matterId: id, proceedingId: id.nullable() }),
    output: z.object({ path: z.string().nullable() }),
    touches: [],
  },
  /** The cause list for print, as a PDF where the user says; of one court, or of all. */
  'diary.saveCauseList': {
    input: z.strictObject({ from: day, to: day, forumName: z.string().max(500).nullable() }),
    output: z.object({ path: z.string().nullable(), count: z.number() }),
    touches: [],
  },
  /** How many hearings each day of a range has, for the strip beside a date field. */
  'diary.load': {
    input: z.strictObject({ from: day, to: day }),
    output: z.array(z.object({ date: day, hearings: z.number(), deadlines: z.number() })),
    touches: ['hearing', 'deadline'],
  },
  /** What is ahead for one matter, and what changed since its last hearing. */
  'diary.ofMatter': {
    input: z.strictObject({ matterId: id }),
    output: z.object({
      hearings: z.array(diaryHearing),
      deadlines: z.array(deadlineRow),
      tasks: z.array(taskRow),
      payments: z.array(paymentRow),
      sinceLastHearing: z.array(z.object({ at: z.string(), what: z.string(), table: z.string(), id })),
      lastHearingOn: day.nullable(),
    }),
    touches: ['hearing', 'deadline', 'task', 'payment', 'court_order', 'exhibit', 'fact', 'filing'],
  },
  'diary.exportIcs': {
    input: z.strictObject({ from: day, to: day }),
    output: z.object({ path: z.string().nullable(), count: z.number() }),
    touches: [],
  },

  /** Counts a deadline and shows the working, and saves nothing. */
  'deadlines.compute': { input: countInputs, output: computed, touches: [] },
  'deadlines.rules': {
    input: z.strictObject({ pack: z.string().max(60) }),
    output: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        trigger: z.string(),
        citation: z.string(),
        confidence: z.string(),
        facts: z.array(
          z.object({
            key: z.string(),
            label: z.string(),
            kind: z.string(),
            options: z.array(z.string()),
            required: z.boolean(),
          }),
        ),
      }),
    ),
    touches: [],
  },
  /** Adds a deadline by a rule, or one that somebody set by hand. */
  'deadlines.add': {
    input: z.strictObject({
      ...where,
      orderId: id.nullable(),
      /** The service of a paper that time runs from: the deadline moves with it. */
      serviceId: id.nullable().optional(),
      title: line,
      remedy: short,
      count: countInputs.nullable(),
      dueOn: day.nullable(),
      notes: text,
    }),
    output: made,
    touches: ['deadline'],
  },
  /** Sets the ledger of a deadline: what is left out of account, each with its evidence; the count is made again. */
  'deadlines.exclude': {
    input: z.strictObject({ id, exclusions: z.array(exclusion).max(50) }),
    output: done,
    touches: ['deadline'],
  },
  /** The ledger as a table for an affidavit, where the user says: a Word file or a PDF, by the name's ending. */
  'deadlines.saveLedger': {
    input: z.strictObject({ id, format: z.enum(['docx', 'pdf']) }),
    output: z.object({ path: z.string().nullable() }),
    touches: [],
  },
  'deadlines.override': {
    input: z.strictObject({ id, on: day.nullable(), reason: short }),
    output: done,
    touches: ['deadline'],
  },
  'deadlines.setState': {
    input: z.strictObject({ id, state: z.enum(DEADLINE_STATES), doneOn: day.nullable() }),
    output: done,
    touches: ['deadline'],
  },
  'deadlines.edit': {
    input: z.strictObject({ id, title: line.optional(), notes: text.optional() }),
    output: done,
    touches: ['deadline'],
  },
  'deadlines.remove': { input: z.strictObject({ id }), output: done, touches: ['deadline'] },
  /** The working of a saved deadline. */
  'deadlines.trace': { input: z.strictObject({ id }), output: computed.nullable(), touches: ['deadline'] },
  /** What lies against an order, in order, with days left; and after it what does not, with the reason. */
  'remedies.list': {
    input: z.strictObject({
      orderId: id,
      exclusions: z.array(exclusion).max(50).optional(),
      facts: z.record(z.string().max(60), z.string().max(200)).optional(),
    }),
    output: z.array(remedyOffer),
    touches: ['court_order', 'proceeding', 'proceeding_link', 'certified_copy', 'deadline', 'draft'],
  },
  /** Takes a remedy, by the id of its row: the new proceeding, linked to the order, and its deadline, in one step. */
  'remedies.choose': {
    input: z.strictObject({ orderId: id, remedy: line.max(80) }),
    output: z.object({ proceedingId: id, deadlineId: id.nullable() }),
    touches: ['proceeding', 'proceeding_link', 'proceeding_party', 'deadline'],
  },

  'tasks.add': { input: z.strictObject({ ...where, ...taskFields }), output: made, touches: ['task'] },
  'tasks.edit': {
    input: z.strictObject({ id, ...z.object(taskFields).partial().shape }),
    output: done,
    touches: ['task'],
  },
  'tasks.remove': { input: z.strictObject({ id }), output: done, touches: ['task'] },
  'payments.add': { input: z.strictObject({ ...where, ...paymentFields }), output: made, touches: ['payment'] },
  'payments.edit': {
    input: z.strictObject({ id, ...z.object(paymentFields).partial().shape }),
    output: done,
    touches: ['payment'],
  },
  'payments.remove': { input: z.strictObject({ id }), output: done, touches: ['payment'] },
});
