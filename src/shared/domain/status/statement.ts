import { type Clause, lineOf, type Sentence } from './clauses.ts';
import { type FactLine, fiveFacts } from './facts.ts';
import { STATUS_WORDS, type StatusLanguage } from './languages.ts';
import { meritsOf } from './merits.ts';
import type { StatusRecords, StatusRun } from './records.ts';
import { type ProceedingState, statesOn } from './state.ts';
import type { StatusWords } from './words.ts';

/** The status of one proceeding: the sentence, the five facts with what they rest on, and the records behind it. */
export interface ProceedingStatus {
  proceedingId: string;
  runs: StatusRun[];
  facts: FactLine[];
  sources: { id: string; text: string }[];
}

export interface StatusStatement {
  asOf: string;
  language: StatusLanguage;
  /** False for a language that a native advocate has not read yet. */
  reviewed: boolean;
  runs: StatusRun[];
  text: string;
  proceedings: ProceedingStatus[];
}

interface StatementOptions {
  asOf: string;
  today: string;
  language?: StatusLanguage | undefined;
  /** Only this proceeding, with what came of it. */
  proceedingId?: string | undefined;
}

/**
 * The status of a matter, or of one proceeding, in words that a court would accept, as of a day: what was decided, on
 * which ground, whether the merits were reached, and what stands open. It names no person, and says "dismissed" never
 * without the ground.
 *
 * @returns paragraphs parted by line feeds inside the runs; the main line first, then what runs beside it
 */
export function statusStatement(records: StatusRecords, options: StatementOptions): StatusStatement {
  const { asOf, today, language = 'en', proceedingId } = options;
  const words = STATUS_WORDS[language];
  const current = asOf >= today;
  const states = statesOn(records, asOf, today);
  const lines =
    proceedingId === undefined
      ? mainFirst(states.filter(({ challenges }) => !challenges))
      : states.filter(({ proceeding }) => proceeding.id === proceedingId);
  const groups = lines.map((state) => ({
    said: lineOf(state, current),
    verdict: meritsOf(withChallenges(state), records),
  }));
  const ended = groups.filter(({ verdict }) => verdict.reached !== 'undecided');
  const undecided = ended.every(({ verdict }) => verdict.reached === 'none' && verdict.inPassing.length === 0);
  const paragraphs: Sentence[][] = groups.map(({ said, verdict }) =>
    verdict.reached === 'undecided' || (undecided && proceedingId === undefined)
      ? said
      : [...said, [{ say: 'merits', verdict }]],
  );
  if (paragraphs.length === 0) paragraphs.push([[{ say: 'nothing' }]]);
  else if (undecided && proceedingId === undefined) {
    paragraphs[ended.length > 0 ? groups.indexOf(ended[0]!) : 0]!.push([
      { say: 'merits', verdict: meritsOf(states, records) },
    ]);
  } else if (ended.length === 0) paragraphs[0]!.push([{ say: 'merits', verdict: groups[0]!.verdict }]);
  const runs = joinParagraphs(paragraphs, words);
  return {
    asOf,
    language,
    reviewed: language === 'en',
    runs,
    text: textOf(runs, words),
    proceedings: (proceedingId === undefined ? states : lines).map((state) => ({
      proceedingId: state.proceeding.id,
      runs: joinParagraphs([[ownSentence(state, current)]], words),
      facts: fiveFacts(state, language),
      sources: sourcesOf(state, records, asOf, language),
    })),
  };
}

/** The line with most orders above it comes first: it is what the matter is known for. */
function mainFirst(states: ProceedingState[]): ProceedingState[] {
  const weight = (state: ProceedingState) => (state.proceeding.side === 'ours' ? 1 : 0) + withChallenges(state).length;
  const main = [...states].sort((a, b) => weight(b) - weight(a))[0];
  return main ? [main, ...states.filter((state) => state !== main)] : [];
}

function withChallenges(state: ProceedingState, seen = new Set<ProceedingState>()): ProceedingState[] {
  if (seen.has(state)) return [];
  seen.add(state);
  return [state, ...state.challengedBy.flatMap((each) => withChallenges(each.state, seen))];
}

/** One proceeding by itself: how it ended and whether the merits were reached, or that it is pending. */
function ownSentence(state: ProceedingState, current: boolean): Sentence {
  const { proceeding, disposal, leave } = state;
  if (disposal) return [{ say: 'ended', proceeding, order: disposal, merits: true }];
  const sentence = lineOf({ ...state, challengedBy: [] }, current)[0] ?? [];
  return leave
    ? [{ say: 'leave', proceeding, order: leave, stage: current ? proceeding.stage : null }, ...sentence.slice(1)]
    : sentence;
}

function joinParagraphs(paragraphs: readonly Sentence[][], words: StatusWords): StatusRun[] {
  const runs: StatusRun[] = [];
  const add = (text: string) => runs.push({ text, strong: false, sourceId: null });
  for (const [p, sentences] of paragraphs.entries()) {
    if (p > 0) add('\n');
    for (const [s, sentence] of sentences.entries()) {
      if (s > 0) add(' ');
      let before: Clause | undefined;
      for (const clause of sentence) {
        if (before) add(words.join(clause, before));
        const said = words.clause(clause, before);
        runs.push(
          ...said.map((run, i) => (before === undefined && i === 0 ? { ...run, text: capital(run.text) } : run)),
        );
        before = clause;
      }
      add(words.stop);
    }
  }
  return finished(runs, words);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function finished(runs: readonly StatusRun[], words: StatusWords): StatusRun[] {
  return words.marks ? runs.map((run) => ({ ...run, text: words.finish(run.text) })) : [...runs];
}

function textOf(runs: readonly StatusRun[], words: StatusWords): string {
  return words.finish(runs.map(({ text }) => text).join(''));
}

/** The orders that a status rests on, with what shows them; newest last. */
function sourcesOf(
  { proceeding }: ProceedingState,
  records: StatusRecords,
  asOf: string,
  language: StatusLanguage,
): { id: string; text: string }[] {
  const words = STATUS_WORDS[language];
  return records.orders
    .filter(({ proceedingId, date }) => proceedingId === proceeding.id && date <= asOf)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map((order) => ({ id: order.id, text: words.finish(words.source(order)) }));
}
