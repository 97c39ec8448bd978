import { z } from 'zod';
import { calls } from './call.ts';
import { DEADLINE_STATES, deadlineRow } from './deadlines.ts';
import { day, done, id, leaving, line, made, minor, short, text, time } from './fields.ts';
import { ADJOURNED_BY, HEARING_OUTCOMES } from './proceedings.ts';

/** How near a deadline is: passed, within 3 days, within 21 days, later. */
export const URGENCIES = ['over', 'now', 'soon', 'later'] as const;
export const FORGOTTEN_KINDS = ['no-next-date', 'no-deadline', 'quiet', 'interim-lapses', 'outcome-missing'] as const;

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
  /**
   * The cause list for print, as a PDF where the user says; of all courts, for the chamber itself, or of one, for that
   * court: then it leaves only when it discloses nothing to it.
   */
  'diary.saveCauseList': {
    input: z.strictObject({ from: day, to: day, forumName: z.string().max(500).nullable(), ...leaving }),
    output: z.object({ path: z.string().nullable(), count: z.number() }),
    touches: [],
  },
  /** How many hearings each day of a range has, for the strip beside a date field. */
  'diary.load': {
    input: z.strictObject({ from: day, to: day }),
    output: z.array(z.object({ date: day, hearings: z.number(), deadlines: z.number() })),
    touches: ['hearing', 'deadline'],
  },
  /** What is ahead for one matter. */
  'diary.ofMatter': {
    input: z.strictObject({ matterId: id }),
    output: z.object({
      hearings: z.array(diaryHearing),
      deadlines: z.array(deadlineRow),
      tasks: z.array(taskRow),
      payments: z.array(paymentRow),
    }),
    touches: ['hearing', 'deadline', 'task', 'payment'],
  },
  'diary.exportIcs': {
    input: z.strictObject({ from: day, to: day }),
    output: z.object({ path: z.string().nullable(), count: z.number() }),
    touches: [],
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
