import type { T } from '#renderer/app/i18n.ts';
import type { Output } from '#shared/contract/index.ts';
import { dayWithYear } from './dates.ts';

export type Read = Output<'diary.readQuickAdd'>;
export type Case = Read['cases'][number];
export type DayCheck = Output<'diary.checkDay'>;

/** What the user has answered, as long as the part that it answers stays as it was typed. */
export interface Answers {
  caseId: string | null;
  day: string | null;
  time: string | null;
  /** Days that were kept although the court is closed or they have passed. */
  kept: readonly string[];
}
export const NO_ANSWERS: Answers = { caseId: null, day: null, time: null, kept: [] };

/** A question that must be answered before the line can be added. */
export interface Question {
  id: string;
  text: string;
  choices: { label: string; hint?: string; answer: Partial<Answers> }[];
}

/** What the line comes to with the answers given so far. */
export interface Draft {
  found: Case | null;
  day: string | null;
  time: string | null;
}

export function draftOf(read: Read, answers: Answers): Draft {
  const { cases, day, time, by } = read;
  const chosen = cases.find(({ proceedingId }) => proceedingId === answers.caseId);
  // A number that fits one case is that case; a name is always asked about.
  const found = chosen ?? (by === 'number' && cases.length === 1 ? cases[0]! : null);
  const settled = (reading: Read['day'], answer: string | null) =>
    reading === null
      ? answer
      : answer !== null && reading.options.includes(answer)
        ? answer
        : reading.doubt === null
          ? (reading.options[0] ?? null)
          : null;
  return {
    found,
    // A day may be answered with another than the ones that were read: the court is closed on those.
    day: answers.day !== null && answers.kept.includes(answers.day) ? answers.day : settled(day, answers.day),
    time: settled(time, answers.time),
  };
}

/** Everything about the line that is open, in the order of its parts. */
export function questionsOf(
  t: T,
  read: Read,
  answers: Answers,
  check: DayCheck | undefined,
  today: string,
): Question[] {
  const { found, day, time } = draftOf(read, answers);
  const asked: Question[] = [];
  const name = ({ numberText, matterTitle }: Case) => [numberText, matterTitle].filter(Boolean).join(', ');
  if (!found) {
    if (read.cases.length > 0) {
      asked.push({
        id: 'case',
        text: t('quick.whichOf', { count: read.cases.length }),
        choices: read.cases.slice(0, 6).map((each) => ({
          label: name(each),
          // The court is said where the name alone does not tell them apart.
          ...(read.cases.some((other) => other !== each && name(other) === name(each)) && { hint: each.forumName }),
          answer: { caseId: each.proceedingId },
        })),
      });
    } else {
      const text = read.number ? t('quick.noCase', { number: read.number }) : t('quick.noCaseYet');
      asked.push({ id: 'case', text, choices: [] });
    }
  }
  for (const text of read.unread) asked.push({ id: `unread ${text}`, text: t('quick.unread', { text }), choices: [] });
  if (day === null) {
    asked.push(
      read.day
        ? {
            id: 'day',
            text: t(`quick.${read.day.doubt ?? 'several'}`, { text: read.day.text }),
            choices: read.day.options.map((option) => ({ label: dayWithYear(option, today), answer: { day: option } })),
          }
        : { id: 'day', text: t('quick.noDay'), choices: [] },
    );
  } else if (day < today && !answers.kept.includes(day)) {
    asked.push({
      id: 'past',
      text: t('quick.past', { day: dayWithYear(day, today) }),
      choices: [{ label: t('quick.yes'), answer: { day, kept: [...answers.kept, day] } }],
    });
  }
  if (read.time && time === null) {
    asked.push({
      id: 'time',
      text: t(`quick.${read.time.doubt ?? 'several'}`, { text: read.time.text }),
      choices: read.time.options.map((option) => ({ label: option, answer: { time: option } })),
    });
  }
  if (read.kind === 'hearing' && day !== null && check?.closed && !answers.kept.includes(day)) {
    const keep = (on: string) => ({ day: on, kept: [...answers.kept, on] });
    asked.push({
      id: 'closed',
      text: t('quick.closed', { day: dayWithYear(day, today), why: check.closed }),
      choices: [
        ...[check.before, check.after]
          .filter((each): each is string => each !== null)
          .map((each) => ({ label: dayWithYear(each, today), answer: keep(each) })),
        { label: t('quick.keep', { day: dayWithYear(day, today) }), answer: keep(day) },
      ],
    });
  }
  return asked;
}
