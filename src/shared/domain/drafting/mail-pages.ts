import type { Block, BlockDocument, TableRow } from '../blocks/blocks.ts';
import { bold, inline, mono, para, printMeta, quiet } from '../blocks/build.ts';
import { startsRightToLeft } from '../blocks/text.ts';

/** A mail as it was sent. */
export interface Mail {
  from: string[];
  to: string[];
  cc: string[];
  /** As the mail says it, with its zone; null where it says nothing. */
  date: string | null;
  subject: string | null;
  messageId: string | null;
  text: string;
  /** It was longer than what is set here. */
  isCut: boolean;
  attachments: { name: string; bytes: number }[];
}

/** A mail as pages: its head, its words line by line, and the names and sizes of what hung on it. */
export function mailDocument(mail: Mail, name: string): BlockDocument {
  const base = printMeta(name, 'mail');
  const rows = headOf(mail).flatMap(([word, value]): TableRow[] =>
    value === null ? [] : [{ cells: [inline(bold(word)), inline(value)] }],
  );
  if (mail.messageId) rows.push({ cells: [inline(quiet('Message-ID')), inline(mono(mail.messageId))] });
  const words = mail.text.split(/\n[ \t]*\n/).filter((block) => block.trim() !== '');
  const blocks: Block[] = [
    {
      kind: 'table',
      look: 'lines',
      columns: [
        { header: '', width: 3 },
        { header: '', width: 14 },
      ],
      rows,
    },
    { kind: 'space', lines: 1 },
    ...(words.length === 0
      ? [para(quiet('The mail has no words.'))]
      : words.map((block) => para(block, startsRightToLeft(block) ? { lang: 'ur' } : {}))),
    ...(mail.isCut ? [para(quiet('The mail is longer; the rest is in the file itself.'))] : []),
    ...(mail.attachments.length > 0
      ? [
          { kind: 'space' as const, lines: 1 },
          para(bold(mail.attachments.length === 1 ? 'Attachment' : 'Attachments'), { keepNext: true, tight: true }),
          ...mail.attachments.map(({ name: file, bytes }) => para(quiet(`${file}, ${bytes} bytes`), { tight: true })),
        ]
      : []),
  ];
  return { meta: { ...base, size: 10, footer: { ...base.footer, numbers: 'none' } }, blocks };
}

const headOf = (mail: Mail): [string, string | null][] => [
  ['From', mail.from.join(', ') || null],
  ['To', mail.to.join(', ') || null],
  ['Cc', mail.cc.join(', ') || null],
  ['Date', mail.date],
  ['Subject', mail.subject],
];

/** The words of a mail as its pages have them, for the search. */
export function mailWords(mail: Mail): string {
  const names = mail.attachments.map((each) => each.name).join(', ');
  return [...headOf(mail), ['', mail.text] as const, ['Attachments', names] as const]
    .flatMap(([word, value]) => (value ? [word === '' ? value : `${word}: ${value}`] : []))
    .join('\n');
}
