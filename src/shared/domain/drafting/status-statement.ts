import type { Block, BlockDocument, Lang } from '../blocks/blocks.ts';
import { bold, heading, para, printMeta } from '../blocks/build.ts';
import { longDate } from '../blocks/dates.ts';

export interface StatusStatement {
  matter: { title: string; reference: string | null };
  asOf: string;
  /** Urdu is marked for a native advocate's review. */
  language: Lang;
  sample: boolean;
  audience: string | null;
  /** The state of the whole, in a sentence or two. */
  headnote: StatusRun[];
  proceedings: {
    title: string;
    forum: string;
    number: string | null;
    /** Each is one paragraph. */
    paragraphs: StatusRun[][];
    /** What it rests on: sections and orders. */
    sources: string[];
  }[];
}

/** Words of the statement; what must not be overread is strong: "without a finding on the merits". */
export interface StatusRun {
  text: string;
  strong: boolean;
}

/** The Urdu wording has not been read by a native advocate: the document says so itself. */
const UNREVIEWED = 'یہ اردو متن مقامی وکیل کی نظرِ ثانی کا منتظر ہے۔';

/** Every proceeding's status in words that a court would accept, as of a day. */
export function statusDocument(status: StatusStatement): BlockDocument {
  const { matter } = status;
  const runs = (parts: StatusRun[]) => parts.map((run) => (run.strong ? bold(run.text) : run.text));
  const blocks: Block[] = [
    heading(1, matter.title, { align: 'start' }),
    para({ kind: 'text', text: subtitle(status), quiet: true }),
    { kind: 'space', lines: 0, rule: true },
    ...paragraphsOf(status.headnote).map((parts) => para(runs(parts), { align: 'start' })),
    ...(status.language === 'ur' ? [para({ kind: 'text', text: UNREVIEWED, quiet: true, lang: 'ur' })] : []),
    ...status.proceedings.flatMap((each): Block[] => [
      heading(2, each.number ?? each.title),
      para({ kind: 'text', text: each.forum, quiet: true }, { keepNext: true }),
      ...each.paragraphs.map((parts) => para(runs(parts))),
      ...each.sources.map((source) => para(source, { look: 'note', indent: 1, tight: true })),
    ]),
    ...(status.proceedings.length === 0 ? [para('No proceeding is recorded in this matter.')] : []),
  ];
  return { meta: printMeta('Status statement', headEnd(status), { lang: status.language }), blocks };
}

/** The statements of every matter of one client, one after the other under the client's name. */
export function clientStatusDocument(client: string, statements: readonly StatusStatement[]): BlockDocument {
  const [first] = statements;
  const asOf = first ? longDate(first.asOf) : '';
  const sample = statements.some((each) => each.sample) ? ' · sample' : '';
  return {
    meta: printMeta('Status statement', `as of ${asOf}${sample}`, { lang: first?.language ?? 'en' }),
    blocks: [
      heading(1, client, { align: 'start' }),
      para({ kind: 'text', text: `Status of every matter, as of ${asOf}`, quiet: true }),
      ...statements.flatMap((each) => statusDocument(each).blocks),
    ],
  };
}

function subtitle({ matter, asOf }: StatusStatement): string {
  const reference = matter.reference ? `${matter.reference}, ` : '';
  return `${reference}status as of ${longDate(asOf)}`;
}

function headEnd({ asOf, sample, audience }: StatusStatement): string {
  const parts = [`as of ${longDate(asOf)}`, audience ? `for the ${audience}` : '', sample ? 'sample' : ''];
  return parts.filter(Boolean).join(' · ');
}

/** The statement's runs as paragraphs, where its text parts them with line feeds. */
export function paragraphsOf(runs: readonly StatusRun[]): StatusRun[][] {
  const out: StatusRun[][] = [[]];
  for (const run of runs) {
    for (const [i, text] of run.text.split(/\n+/).entries()) {
      if (i > 0) out.push([]);
      if (text !== '') out.at(-1)!.push({ text, strong: run.strong });
    }
  }
  return out.filter((paragraph) => paragraph.length > 0);
}
